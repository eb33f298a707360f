<?php

declare(strict_types=1);

namespace Counterfoil\Gateways\Stripe;

use Counterfoil\Gateways\Stripe\Rest\PaymentSettingsController;
use Counterfoil\Gateways\Stripe\Rest\WebhookController;
use Counterfoil\Plugin;
use Counterfoil\Shared\Module;
use Counterfoil\Shared\Secrets;
use WP_REST_Request;

final class StripeModule implements Module
{
    private ?StripeSettings $settings = null;

    public function __construct(private readonly Plugin $plugin)
    {
    }

    public function register(): void
    {
        add_action('rest_api_init', function (): void {
            $this->settings_controller()->register($this->plugin->routes());
            (new WebhookController($this->receive_webhook()))->register();
        });
        add_filter('rest_pre_dispatch', static fn (mixed $result, mixed $server, WP_REST_Request $request): mixed => WebhookController::refuse_too_large($result, $request), 0, 3);
    }

    public function settings(): StripeSettings
    {
        return $this->settings ??= new StripeSettings(Secrets::of_site());
    }

    /** In the mode the agency has chosen. */
    public function current(): StripeGateway
    {
        return $this->gateway($this->settings()->mode());
    }

    public function gateway(string $mode): StripeGateway
    {
        return $this->gateway_with($this->settings()->keys($mode));
    }

    /** Whether clients can be offered to pay: there are keys. Their account is asked for with the first payment. */
    public function has_keys(): bool
    {
        return $this->settings()->keys($this->settings()->mode())->are_complete();
    }

    /** Whether Stripe has answered to these keys as well. */
    public function is_connected(): bool
    {
        $keys = $this->settings()->keys($this->settings()->mode());

        return $keys->are_complete() && $keys->account !== '';
    }

    public function update(): UpdateStripeSettings
    {
        return new UpdateStripeSettings(
            $this->plugin->database,
            $this->settings(),
            $this->plugin->payments->payments(),
            $this->plugin->activity->log(),
            $this->gateway_with(...)
        );
    }

    private function gateway_with(StripeKeys $keys): StripeGateway
    {
        return new StripeGateway(new StripeClient($this->plugin->database, $keys->secret_key), $keys, $this->settings());
    }

    private function settings_controller(): PaymentSettingsController
    {
        return new PaymentSettingsController(
            new PaymentSettingsResource($this->settings()),
            $this->update(),
            new TestConnection($this->settings(), $this->plugin->payments->payments(), $this->gateway_with(...))
        );
    }

    private function receive_webhook(): ReceiveWebhook
    {
        return new ReceiveWebhook(
            $this->settings(),
            new WebhookSignature($this->plugin->clock),
            $this->plugin->payments->gateway_events(),
            $this->plugin->payments->process_events()
        );
    }
}

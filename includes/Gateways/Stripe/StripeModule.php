<?php

declare(strict_types=1);

namespace Counterfoil\Gateways\Stripe;

use Counterfoil\Gateways\Stripe\Rest\StripeMethodsController;
use Counterfoil\Gateways\Stripe\Rest\StripeSettingsController;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Payments\Webhooks\WebhooksModule;
use Counterfoil\Shared\Module;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Shared\Rest\Routes;
use Counterfoil\Shared\Secrets;

final class StripeModule extends Module
{
    private ?StripeSettings $settings = null;

    public function sentences(): array
    {
        return ['settings.payments_updated' => static fn (): string => __('Payment settings changed', 'counterfoil')];
    }

    public function routes(Routes $routes): void
    {
        $routes->bind('gateways.stripe.get', fn (Request $request): array => $this->settings_controller()->get($request));
        $routes->bind('gateways.stripe.update', fn (Request $request): array => $this->settings_controller()->update($request));
        $routes->bind('gateways.stripe.webhook', fn (Request $request): array => $this->settings_controller()->webhook($request));
        $routes->bind('gateways.stripe.cancel-open', fn (Request $request): array => $this->settings_controller()->cancel_open($request));
        $routes->bind('gateways.stripe.methods', fn (): array => $this->methods_controller()->list());
        $routes->bind('gateways.stripe.choose-methods', fn (Request $request): array => $this->methods_controller()->choose($request));
        $routes->bind('gateways.stripe.test', fn (Request $request): array => $this->settings_controller()->test($request));
    }

    public function gateways(): array
    {
        return [StripeGateway::NAME => $this->set_up(...)];
    }

    public function settings(): StripeSettings
    {
        return $this->settings ??= new StripeSettings(Secrets::of_site(), $this->plugin->settings(), $this->plugin->changes());
    }

    public function update(): UpdateStripeSettings
    {
        return new UpdateStripeSettings(
            $this->plugin->changes(),
            $this->settings(),
            $this->plugin->module(PaymentsModule::class)->under_way(),
            $this->set_up()->with(...),
            $this->plugin->module(PaymentsModule::class)->open_in_mode()
        );
    }

    private function set_up(): StripeSetUp
    {
        return new StripeSetUp($this->plugin->database(), $this->plugin->clock(), $this->plugin->module(PaymentsModule::class)->line(), $this->settings());
    }

    private function methods_controller(): StripeMethodsController
    {
        return new StripeMethodsController(new OfferedMethods($this->plugin->changes(), $this->settings(), $this->set_up()->client(...), $this->plugin->module(PaymentsModule::class)->line()));
    }

    private function settings_controller(): StripeSettingsController
    {
        $payments = $this->plugin->module(PaymentsModule::class);

        return new StripeSettingsController(
            new StripeSettingsResource($this->settings(), $payments->open_in_mode(), $this->plugin->module(WebhooksModule::class)->events()),
            $this->update(),
            new TestConnection($this->settings(), $payments->under_way(), $this->set_up()->with(...), $payments->line()),
            new CreateWebhook($this->settings(), $this->set_up()->client(...), $payments->line()),
            $payments->open_in_mode(),
            $payments->line()
        );
    }
}

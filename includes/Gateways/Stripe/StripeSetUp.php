<?php

declare(strict_types=1);

namespace Counterfoil\Gateways\Stripe;

use Counterfoil\Payments\Gateway\GatewayCall;
use Counterfoil\Payments\Gateway\GatewayLine;
use Counterfoil\Payments\Gateway\GatewaySetUp;
use Counterfoil\Payments\Gateway\ReceivesWebhooks;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Database\Database;
use SensitiveParameter;

final readonly class StripeSetUp implements GatewaySetUp, ReceivesWebhooks
{
    public const TITLE = 'Stripe';

    public function __construct(private Database $database, private Clock $clock, private GatewayLine $line, private StripeSettings $settings)
    {
    }

    public function title(): string
    {
        return self::TITLE;
    }

    public function first_step(): string
    {
        return __('Connect Stripe', 'counterfoil');
    }

    public function mode(): string
    {
        return $this->settings->mode();
    }

    /** Their account is asked for with the first payment. */
    public function is_ready(): bool
    {
        return $this->settings->keys($this->mode())->are_complete();
    }

    public function is_connected(): bool
    {
        $keys = $this->settings->keys($this->mode());

        return $keys->are_complete() && $keys->account !== '';
    }

    public function in_mode(string $mode): StripeGateway
    {
        return $this->with($this->settings->keys($mode));
    }

    /** Also for keys that are not stored yet. */
    public function with(#[SensitiveParameter] StripeKeys $keys): StripeGateway
    {
        return new StripeGateway($this->client($keys), $keys, $this->settings);
    }

    public function client(#[SensitiveParameter] StripeKeys $keys): StripeClient
    {
        return new StripeClient($this->database, $this->line, $keys->secret_key);
    }

    /** @see https://docs.stripe.com/js/payment_intents/confirm_payment#confirm_payment_intent-options-confirmParams-return_url */
    public function leaves_in_address(): array
    {
        return ['payment_intent', 'payment_intent_client_secret', 'setup_intent', 'setup_intent_client_secret', 'redirect_status'];
    }

    public function read_webhook(array $headers, string $body): GatewayCall
    {
        return (new ReadWebhook($this->settings, new WebhookSignature($this->clock)))->handle($headers['stripe-signature'] ?? '', $body);
    }
}

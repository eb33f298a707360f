<?php

declare(strict_types=1);

namespace Counterfoil\Gateways\Stripe;

/** The keys as far as they may be shown: the contract's `stripeSettings`. */
final readonly class StripeSettingsResource
{
    public function __construct(private StripeSettings $settings)
    {
    }

    /** @return array<string, mixed> */
    public function to_wire(): array
    {
        return [
            'mode' => $this->settings->mode(),
            'test' => $this->keys('test'),
            'live' => $this->keys('live'),
            'statement_descriptor' => $this->settings->statement_descriptor(),
            'webhook_url' => rest_url('counterfoil/v1/webhooks/stripe'),
            'unreadable' => $this->settings->keys('test')->is_unreadable || $this->settings->keys('live')->is_unreadable,
        ];
    }

    /** @return array<string, mixed> */
    private function keys(string $mode): array
    {
        $stored = $this->settings->of_mode($mode);

        return [
            'publishable_key' => $stored['publishable_key'],
            'secret_key' => ['last4' => $stored['secret_key']['last4']],
            'webhook_secret' => ['last4' => $stored['webhook_secret']['last4']],
            'account' => $stored['account'],
        ];
    }
}

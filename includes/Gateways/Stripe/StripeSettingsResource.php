<?php

declare(strict_types=1);

namespace Counterfoil\Gateways\Stripe;

use Counterfoil\Payments\Online\OpenInMode;
use Counterfoil\Payments\Webhooks\GatewayEventRepository;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Viewer;

/** The keys as far as they may be shown: the contract's `stripeSettings`. */
final readonly class StripeSettingsResource
{
    public function __construct(private StripeSettings $settings, private OpenInMode $open, private GatewayEventRepository $events)
    {
    }

    /** @return array<string, mixed> */
    public function to_wire(Viewer $viewer): array
    {
        return [
            'mode' => $this->settings->mode(),
            'test' => $this->keys('test'),
            'live' => $this->keys('live'),
            'statement_descriptor' => $this->settings->statement_descriptor(),
            'webhook_url' => self::webhook_url(),
            'open_payments' => $this->open->list(StripeGateway::NAME, $this->settings->mode(), $viewer),
            'unreadable' => $this->settings->keys('test')->is_unreadable || $this->settings->keys('live')->is_unreadable,
        ];
    }

    public static function webhook_url(): string
    {
        return rest_url('counterfoil/v1/webhooks/stripe');
    }

    /** @return array<string, mixed> */
    private function keys(string $mode): array
    {
        $stored = $this->settings->of_mode($mode);
        $last = $this->events->last(StripeGateway::NAME, $mode);

        return [
            'publishable_key' => $stored['publishable_key'],
            'secret_key' => ['last4' => $stored['secret_key']['last4']],
            'webhook_secret' => ['last4' => $stored['webhook_secret']['last4']],
            'account' => $stored['account'],
            'last_event_at' => $last === null ? null : Timestamps::to_wire($last),
        ];
    }
}

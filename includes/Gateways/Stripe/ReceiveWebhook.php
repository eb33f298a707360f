<?php

declare(strict_types=1);

namespace Counterfoil\Gateways\Stripe;

use Counterfoil\Payments\GatewayEventRepository;
use Counterfoil\Payments\ProcessGatewayEvents;
use Counterfoil\Shared\DomainError;

/**
 * Takes what Stripe calls about: checks that it is Stripe, keeps it once, then looks at Stripe itself
 * for what is true. Nothing in the body is believed but which payment to ask about.
 *
 * @see https://docs.stripe.com/webhooks
 */
final readonly class ReceiveWebhook
{
    public function __construct(
        private StripeSettings $settings,
        private WebhookSignature $signature,
        private GatewayEventRepository $events,
        private ProcessGatewayEvents $process,
    ) {
    }

    /**
     * @return string what became of it, for the answer
     * @throws DomainError 400 when it is not signed by Stripe, 503 when no secret is stored
     */
    public function handle(string $header, string $body): string
    {
        $keys = $this->signer($header, $body);
        $event = json_decode($body, true, 64);
        $id = is_array($event) ? $event['id'] ?? null : null;
        $type = is_array($event) ? $event['type'] ?? null : null;
        if (! is_array($event) || ! is_string($id) || ! is_string($type) || preg_match('/^evt_[A-Za-z0-9_]{1,100}$/', $id) !== 1) {
            throw DomainError::invalid(__('This is not an event.', 'counterfoil'), '', 'bad_event');
        }
        $about = self::payment_of($type, $event['data']['object'] ?? null);
        if ($about === null) {
            return 'ignored';
        }
        $foreign = self::why_foreign($event, $keys);
        $row = $this->events->keep(StripeGateway::NAME, $id, $keys->mode, $type, $about, $foreign);
        if ($row === null) {
            return 'known';
        }
        if ($foreign !== '') {
            return 'ignored';
        }
        $this->process->one($row);

        return 'received';
    }

    /** @throws DomainError */
    private function signer(string $header, string $body): StripeKeys
    {
        $secrets = array_filter(
            array_map($this->settings->keys(...), StripeSettings::MODES),
            static fn (StripeKeys $keys): bool => $keys->webhook_secret !== ''
        );
        if ($secrets === []) {
            throw DomainError::unavailable('no_webhook_secret', __('No signing secret is stored for this webhook.', 'counterfoil'));
        }
        foreach ($secrets as $keys) {
            if ($this->signature->is_valid($header, $body, $keys->webhook_secret)) {
                return $keys;
            }
        }
        throw DomainError::invalid(__('The signature is missing, wrong or too old.', 'counterfoil'), '', 'bad_signature');
    }

    /** @param array<mixed> $event */
    private static function why_foreign(array $event, StripeKeys $keys): string
    {
        $account = $event['account'] ?? null;

        return match (true) {
            ($event['livemode'] ?? null) !== ($keys->mode === 'live') => 'other mode',
            is_string($account) && $account !== '' && $account !== $keys->account => 'other account',
            default => '',
        };
    }

    /** @return string|null the payment intent it is about; null for what does not matter here */
    private static function payment_of(string $type, mixed $object): ?string
    {
        if (! is_array($object)) {
            return null;
        }
        $id = match (true) {
            str_starts_with($type, 'payment_intent.') => $object['id'] ?? null,
            str_starts_with($type, 'refund.'), $type === 'charge.refunded', $type === 'charge.refund.updated' => $object['payment_intent'] ?? null,
            default => null,
        };

        return is_string($id) && preg_match('/^pi_[A-Za-z0-9_]{1,100}$/', $id) === 1 ? $id : null;
    }
}

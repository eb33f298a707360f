<?php

declare(strict_types=1);

namespace Counterfoil\Gateways\Stripe;

use Counterfoil\Payments\Gateway\GatewayCall;
use Counterfoil\Payments\Gateway\GatewayHint;
use Counterfoil\Payments\Gateway\HintKind;
use Counterfoil\Shared\DomainError;

/**
 * Reads what Stripe calls about: checks that it is Stripe, and finds where to look. Nothing in the body is believed
 * but that.
 *
 * @see https://docs.stripe.com/webhooks
 */
final readonly class ReadWebhook
{
    public function __construct(private StripeSettings $settings, private WebhookSignature $signature)
    {
    }

    /** @throws DomainError 400 when it is not signed by Stripe, 503 when no secret is stored */
    public function handle(string $header, string $body): GatewayCall
    {
        $keys = $this->signer($header, $body);
        $event = json_decode($body, true, 64);
        $id = is_array($event) ? $event['id'] ?? null : null;
        $type = is_array($event) ? $event['type'] ?? null : null;
        if (! is_array($event) || ! is_string($id) || ! is_string($type) || preg_match('/^evt_[A-Za-z0-9_]{1,100}$/', $id) !== 1) {
            throw DomainError::invalid(__('This is not a Stripe event.', 'counterfoil'), '', 'bad_event');
        }

        return new GatewayCall($id, $keys->mode, $type, self::hint($type, $event['data']['object'] ?? null), self::why_foreign($event, $keys));
    }

    /** @throws DomainError */
    private function signer(string $header, string $body): StripeKeys
    {
        $secrets = array_filter(
            array_map($this->settings->keys(...), StripeSettings::MODES),
            static fn (StripeKeys $keys): bool => $keys->webhook_secret !== ''
        );
        if ($secrets === []) {
            throw DomainError::unavailable('no_webhook_secret', __('No signing secret is saved for this webhook.', 'counterfoil'));
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

    /** @return GatewayHint|null null for what does not matter here */
    private static function hint(string $type, mixed $object): ?GatewayHint
    {
        if (! is_array($object)) {
            return null;
        }

        return match (true) {
            str_starts_with($type, 'payment_intent.') => self::to(HintKind::Payment, 'pi', $object['id'] ?? null),
            str_starts_with($type, 'refund.'), $type === 'charge.refunded', $type === 'charge.refund.updated' => self::to(HintKind::Refund, 'pi', $object['payment_intent'] ?? null),
            str_starts_with($type, 'charge.dispute.') => self::to(HintKind::Dispute, 'd[pu]', $object['id'] ?? null),
            str_starts_with($type, 'payment_method.') => self::to(HintKind::Method, 'pm', $object['id'] ?? null),
            str_starts_with($type, 'setup_intent.') => self::to(HintKind::Keeping, 'seti', $object['id'] ?? null),
            $type === 'customer.deleted' => self::to(HintKind::Customer, 'cus', $object['id'] ?? null),
            $type === 'mandate.updated' => self::to(HintKind::Mandate, 'mandate', $object['id'] ?? null),
            default => null,
        };
    }

    private static function to(HintKind $kind, string $prefix, mixed $id): ?GatewayHint
    {
        return is_string($id) && preg_match("/^{$prefix}_[A-Za-z0-9_]{1,100}$/", $id) === 1 ? new GatewayHint($kind, $id) : null;
    }
}

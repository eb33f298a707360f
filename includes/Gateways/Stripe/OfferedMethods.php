<?php

declare(strict_types=1);

namespace Counterfoil\Gateways\Stripe;

use Closure;
use Counterfoil\Payments\Gateway\GatewayError;
use Counterfoil\Payments\Gateway\GatewayErrorKind;
use Counterfoil\Payments\Gateway\GatewayLine;
use Counterfoil\Payments\Gateway\MethodTraits;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;

/**
 * Which ways of paying the agency's account has, what each means, and which of them the agency offers: the contract's
 * `stripeMethods`. What the account has is Stripe's to say; what is turned off here is left out of each payment.
 *
 * @see https://docs.stripe.com/api/payment_method_configurations
 * @see https://docs.stripe.com/api/payment_intents/create#create_payment_intent-excluded_payment_method_types
 */
final readonly class OfferedMethods
{
    /** @param Closure(StripeKeys): StripeClient $client */
    public function __construct(private Changes $changes, private StripeSettings $settings, private Closure $client, private GatewayLine $line)
    {
    }

    /** @return array{mode: string, problem: string, methods: list<array<string, mixed>>, announces_debits: bool} */
    public function list(): array
    {
        $keys = $this->settings->keys($this->settings->mode());
        $of_account = [];
        $problem = '';
        if ($keys->secret_key === '') {
            $problem = __('Enter your Stripe keys to see which payment methods your account offers.', 'counterfoil');
        } else {
            try {
                $of_account = $this->line->insist(fn (): array => self::available(($this->client)($keys)->get('/v1/payment_method_configurations', ['limit' => 100])));
            } catch (GatewayError $error) {
                $problem = self::say($error);
            }
        }

        return [
            'mode' => $keys->mode,
            'problem' => $problem,
            'methods' => $of_account === [] ? [] : array_map(fn (string $type): array => $this->to_wire($type, in_array($type, $of_account, true)), StripeMethods::types()),
            'announces_debits' => $this->settings->announces_debits(),
        ];
    }

    /** @param list<string> $off types that are not offered; cards always are */
    public function choose(array $off, bool $announces_debits, Actor $actor): void
    {
        $off = array_values(array_diff(array_intersect(StripeMethods::types(), $off), [StripeMethods::CARD]));
        if ($off === $this->settings->methods_off() && $announces_debits === $this->settings->announces_debits()) {
            return;
        }
        $this->changes->run($actor, function (Change $change) use ($off, $announces_debits): void {
            $this->settings->offer($off, $announces_debits);
            $change->event('settings.payments_updated', [['settings', 0]], null, ['mode' => $this->settings->mode()]);
            /** This hook is documented in UpdateStripeSettings. */
            $change->hook('settings_payments_updated', $this->settings->mode());
        });
    }

    /**
     * @param array<string, mixed> $list of configurations
     * @return list<string> types that the account's own configuration shows to payers
     */
    private static function available(array $list): array
    {
        $all = array_values(array_filter((array) ($list['data'] ?? []), static fn (mixed $one): bool => is_array($one) && ($one['parent'] ?? null) === null && ($one['active'] ?? false) === true));
        $defaults = array_values(array_filter($all, static fn (array $one): bool => ($one['is_default'] ?? false) === true));
        $one = $defaults[0] ?? $all[0] ?? [];

        return array_values(array_filter(
            StripeMethods::types(),
            static fn (string $type): bool => ($one[$type]['available'] ?? false) === true && ($one[$type]['display_preference']['value'] ?? '') === 'on'
        ));
    }

    /** @return array<string, mixed> */
    private function to_wire(string $type, bool $is_available): array
    {
        $traits = StripeMethods::traits($type);

        return [
            'type' => $type,
            'name' => StripeMethods::name($type),
            'currencies' => StripeMethods::currencies($type),
            'is_available' => $is_available,
            'is_offered' => ! in_array($type, $this->settings->methods_off(), true),
            'can_be_turned_off' => $type !== StripeMethods::CARD,
            'means' => self::means($traits, $type === StripeMethods::CARD),
        ];
    }

    /** @return list<string> what it does with the money, a sentence each */
    private static function means(MethodTraits $traits, bool $can_be_disputed): array
    {
        return [
            $traits->settles_in_days === 0
                ? __('Payments are confirmed immediately.', 'counterfoil')
                /* translators: %d: number of days */
                : sprintf(_n('Payments are confirmed within %d business day.', 'Payments are confirmed within %d business days.', $traits->settles_in_days, 'counterfoil'), $traits->settles_in_days),
            match (true) {
                /* translators: %d: number of weeks */
                $traits->can_be_returned() => sprintf(_n('The client’s bank can return a payment for %d week.', 'The client’s bank can return a payment for %d weeks.', $traits->returns_for_weeks, 'counterfoil'), $traits->returns_for_weeks),
                $can_be_disputed => __('Clients can dispute a payment with their bank.', 'counterfoil'),
                default => __('Payments can’t be returned by the client’s bank.', 'counterfoil'),
            },
            $traits->can_be_charged_again
                ? __('Can be saved and charged again automatically.', 'counterfoil')
                : __('The client confirms each payment.', 'counterfoil'),
        ];
    }

    private static function say(GatewayError $error): string
    {
        return $error->is(GatewayErrorKind::Refused, GatewayErrorKind::Missing)
            /* translators: %s: Stripe's own words, in English */
            ? sprintf(__('Stripe didn’t list your payment methods. Check that the key has permission to read payment method configurations. Stripe’s message: %s', 'counterfoil'), $error->getMessage())
            : __('This server couldn’t reach Stripe. Try again. If it keeps happening, ask your host to allow outgoing connections to api.stripe.com.', 'counterfoil');
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Gateways\Stripe;

use Closure;
use Counterfoil\Payments\Gateway\GatewayError;
use Counterfoil\Payments\Gateway\GatewayErrorKind;
use Counterfoil\Payments\Gateway\GatewayLine;
use Counterfoil\Payments\UnderWayQuery;

/** Asks Stripe whether the stored keys work, and whose they are. */
final readonly class TestConnection
{
    /** @param Closure(StripeKeys): StripeGateway $gateway */
    public function __construct(private StripeSettings $settings, private UnderWayQuery $payments, private Closure $gateway, private GatewayLine $line)
    {
    }

    /** @return array{bool, string} whether they work, and a sentence */
    public function handle(string $mode): array
    {
        $keys = $this->settings->keys($mode);
        if ($keys->is_unreadable) {
            return [false, __('The saved keys can’t be read because this site’s salts were changed. Enter the keys again.', 'counterfoil')];
        }
        if ($keys->secret_key === '') {
            return [false, __('No secret key is saved for this mode.', 'counterfoil')];
        }
        try {
            $account = $this->line->insist(fn (): string => ($this->gateway)($keys)->ask_account());
        } catch (GatewayError $error) {
            return [false, self::say($error)];
        }
        if ($keys->account !== '' && $keys->account !== $account && $this->payments->count_in_mode(StripeGateway::NAME, $mode) > 0) {
            return [false, sprintf(
                /* translators: 1: account id of before, 2: account id of now */
                __('This key belongs to account %2$s, but there are open payments in account %1$s. Enter a key from account %1$s.', 'counterfoil'),
                $keys->account,
                $account
            )];
        }
        $this->settings->keep_account($keys, $account);
        if ($keys->publishable_key === '') {
            return [false, __('The secret key works, but the publishable key is missing.', 'counterfoil')];
        }

        return [true, sprintf(
            $mode === 'live'
                /* translators: %s: account id */
                ? __('Connected to account %s in live mode.', 'counterfoil')
                /* translators: %s: account id */
                : __('Connected to account %s in test mode.', 'counterfoil'),
            $account
        )];
    }

    private static function say(GatewayError $error): string
    {
        return $error->is(GatewayErrorKind::Refused, GatewayErrorKind::Missing)
            /* translators: %s: Stripe's own words, in English */
            ? sprintf(__('Stripe rejected this key. Copy it again from the Stripe Dashboard. Stripe’s message: %s', 'counterfoil'), $error->getMessage())
            : __('This server couldn’t reach Stripe. Try again. If it keeps happening, ask your host to allow outgoing connections to api.stripe.com.', 'counterfoil');
    }
}

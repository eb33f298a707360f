<?php

declare(strict_types=1);

namespace Counterfoil\Gateways\Stripe;

use Closure;
use Counterfoil\Payments\GatewayError;
use Counterfoil\Payments\GatewayErrorKind;
use Counterfoil\Payments\GatewayLine;
use Counterfoil\Payments\PaymentRepository;

/** Asks Stripe whether the stored keys work, and whose they are. */
final readonly class TestConnection
{
    /** @param Closure(StripeKeys): StripeGateway $gateway */
    public function __construct(private StripeSettings $settings, private PaymentRepository $payments, private Closure $gateway, private GatewayLine $line)
    {
    }

    /** @return array{bool, string} whether they work, and a sentence */
    public function handle(string $mode): array
    {
        $keys = $this->settings->keys($mode);
        if ($keys->is_unreadable) {
            return [false, __('The stored keys can’t be read any more, because the salts of this site were changed. Please enter them again.', 'counterfoil')];
        }
        if ($keys->secret_key === '') {
            return [false, __('There is no secret key for this mode yet.', 'counterfoil')];
        }
        try {
            $account = $this->line->insist(fn (): string => ($this->gateway)($keys)->ask_account());
        } catch (GatewayError $error) {
            return [false, self::say($error)];
        }
        if ($keys->account !== '' && $keys->account !== $account && $this->payments->open_in(StripeGateway::NAME, $mode) > 0) {
            return [false, sprintf(
                /* translators: 1: account id of before, 2: account id of now */
                __('The key belongs to another account (%2$s) than the payments that are open (%1$s). Please enter a key of the account %1$s.', 'counterfoil'),
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
                ? __('Connected to the account %s in live mode.', 'counterfoil')
                /* translators: %s: account id */
                : __('Connected to the account %s in test mode.', 'counterfoil'),
            $account
        )];
    }

    private static function say(GatewayError $error): string
    {
        return $error->is(GatewayErrorKind::Refused, GatewayErrorKind::Missing)
            /* translators: %s: Stripe's own words, in English */
            ? sprintf(__('Stripe does not accept this key. Please copy it again from Stripe’s dashboard. Stripe says: %s', 'counterfoil'), $error->getMessage())
            : __('Stripe could not be reached from this server. Please try again; if it stays so, ask your host whether outgoing connections to api.stripe.com are allowed.', 'counterfoil');
    }
}

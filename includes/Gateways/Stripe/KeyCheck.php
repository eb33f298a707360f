<?php

declare(strict_types=1);

namespace Counterfoil\Gateways\Stripe;

use Counterfoil\Shared\DomainError;

/**
 * Does what was entered have the form of a key, and of this mode?
 *
 * @see https://docs.stripe.com/keys
 */
final readonly class KeyCheck
{
    /**
     * @param array<string, mixed> $keys as on the wire
     * @return array<string, string> trimmed; what was left out is left out
     * @throws DomainError 400 naming the field
     */
    public static function of(string $mode, array $keys): array
    {
        $trimmed = array_map(static fn (mixed $key): string => trim((string) $key), $keys);
        $wrong = array_filter([
            "/{$mode}/publishable_key" => self::publishable($mode, $trimmed['publishable_key'] ?? ''),
            "/{$mode}/secret_key" => self::secret($mode, $trimmed['secret_key'] ?? ''),
            "/{$mode}/webhook_secret" => self::webhook($trimmed['webhook_secret'] ?? ''),
        ], static fn (string $message): bool => $message !== '');
        if ($wrong !== []) {
            throw DomainError::invalid_fields($wrong);
        }

        return $trimmed;
    }

    private static function publishable(string $mode, string $key): string
    {
        return match (true) {
            $key === '', preg_match("/^pk_{$mode}_[A-Za-z0-9_]{3,180}$/", $key) === 1 => '',
            self::is_secret($key) => __('This is a secret key. It must never be put here, where browsers can see it: enter the publishable key, and have Stripe replace this one.', 'counterfoil'),
            default => self::expected("pk_{$mode}_", $mode),
        };
    }

    private static function secret(string $mode, string $key): string
    {
        return match (true) {
            $key === '' => '',
            preg_match("/^(sk|rk)_{$mode}_[A-Za-z0-9_]{3,180}$/", $key) !== 1 => self::expected("sk_{$mode}_", $mode),
            $mode === 'live' && StripeAddresses::are_replaced() => __('Another address stands in Stripe’s place in wp-config.php. Live keys can’t be used with it.', 'counterfoil'),
            default => '',
        };
    }

    private static function webhook(string $secret): string
    {
        return $secret === '' || preg_match('/^whsec_[A-Za-z0-9_+\/=]{8,180}$/', $secret) === 1
            ? ''
            : __('A webhook’s signing secret begins with “whsec_”. You find it at the webhook in Stripe’s dashboard.', 'counterfoil');
    }

    private static function is_secret(string $key): bool
    {
        return preg_match('/^(sk|rk|whsec)_/', $key) === 1;
    }

    private static function expected(string $start, string $mode): string
    {
        return $mode === 'live'
            /* translators: %s: "sk_live_" */
            ? sprintf(__('A key for live mode begins with “%s”. Please check that you copied it from live mode.', 'counterfoil'), $start)
            /* translators: %s: "sk_test_" */
            : sprintf(__('A key for test mode begins with “%s”. Please check that you copied it from test mode.', 'counterfoil'), $start);
    }
}

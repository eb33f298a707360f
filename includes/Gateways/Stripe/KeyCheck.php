<?php

declare(strict_types=1);

namespace Counterfoil\Gateways\Stripe;

use Counterfoil\Shared\DomainError;
use SensitiveParameter;

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
    public static function of(string $mode, #[SensitiveParameter] array $keys): array
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

    private static function publishable(string $mode, #[SensitiveParameter] string $key): string
    {
        return match (true) {
            $key === '', preg_match("/^pk_{$mode}_[A-Za-z0-9_]{3,180}$/", $key) === 1 => '',
            self::is_secret($key) => __('This is a secret key, which must never be visible in a browser. Enter the publishable key here, and roll this secret key in the Stripe Dashboard.', 'counterfoil'),
            default => self::expected("pk_{$mode}_", $mode),
        };
    }

    private static function secret(string $mode, #[SensitiveParameter] string $key): string
    {
        return match (true) {
            $key === '' => '',
            preg_match("/^(sk|rk)_{$mode}_[A-Za-z0-9_]{3,180}$/", $key) !== 1 => self::expected("sk_{$mode}_", $mode),
            $mode === 'live' && StripeAddresses::are_replaced() => __('The Stripe API address is overridden in wp-config.php, so live keys can’t be used.', 'counterfoil'),
            default => '',
        };
    }

    private static function webhook(#[SensitiveParameter] string $secret): string
    {
        return $secret === '' || preg_match('/^whsec_[A-Za-z0-9_+\/=]{8,180}$/', $secret) === 1
            ? ''
            : __('Webhook signing secrets start with “whsec_”. You can find yours in the Stripe Dashboard, on the webhook endpoint’s page.', 'counterfoil');
    }

    private static function is_secret(#[SensitiveParameter] string $key): bool
    {
        return preg_match('/^(sk|rk|whsec)_/', $key) === 1;
    }

    private static function expected(string $start, string $mode): string
    {
        return $mode === 'live'
            /* translators: %s: "sk_live_" */
            ? sprintf(__('Live mode keys start with “%s”. Check that you copied this key from live mode.', 'counterfoil'), $start)
            /* translators: %s: "sk_test_" */
            : sprintf(__('Test mode keys start with “%s”. Check that you copied this key from test mode.', 'counterfoil'), $start);
    }
}

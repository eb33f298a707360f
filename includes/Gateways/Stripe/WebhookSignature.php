<?php

declare(strict_types=1);

namespace Counterfoil\Gateways\Stripe;

use Counterfoil\Shared\Clock\Clock;
use SensitiveParameter;

/**
 * The `Stripe-Signature` header: `t=1700000000,v1=…` with HMAC-SHA256 over `{t}.{body}`.
 *
 * @see https://docs.stripe.com/webhooks#verify-manually
 */
final readonly class WebhookSignature
{
    /** Seconds a signature may lie in the past or, by clocks that differ, in the future. */
    private const TOLERANCE = 300;

    public function __construct(private Clock $clock)
    {
    }

    public function is_valid(string $header, string $body, #[SensitiveParameter] string $secret): bool
    {
        $time = null;
        $signatures = [];
        foreach (explode(',', $header) as $part) {
            [$name, $value] = [...explode('=', trim($part), 2), ''];
            if ($name === 't' && preg_match('/^\d{1,12}$/', $value) === 1) {
                $time = (int) $value;
            } elseif ($name === 'v1') {
                // v0 is for Stripe's own tests; anything but v1 is as good as none.
                $signatures[] = $value;
            }
        }
        if ($secret === '' || $time === null || abs($this->clock->now()->getTimestamp() - $time) > self::TOLERANCE) {
            return false;
        }
        $expected = hash_hmac('sha256', "{$time}.{$body}", $secret);
        $found = false;
        foreach ($signatures as $signature) {
            $found = hash_equals($expected, $signature) || $found;
        }

        return $found;
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Identity;

use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\EmailAddress;

/**
 * A browser in which somebody has logged in before, by a signed cookie that says so and nothing else. Its tries are
 * counted apart, so that nobody who guesses elsewhere, or behind the same network address, keeps the owner out
 * (OWASP, "Slow Down Online Guessing Attacks with Device Cookies"). It logs nobody in.
 */
final readonly class KnownDevice
{
    /** Its name in the browser; with the site's own hash, as WordPress' cookies have it. */
    private const COOKIE = 'counterfoil_device_';

    /** Seconds: half a year */
    private const LIFETIME = 180 * 86_400;

    /** Accounts that one browser is known for; beyond them the oldest is forgotten. */
    private const MOST = 5;

    public function __construct(private Clock $clock)
    {
    }

    /** @return string|null what its tries are counted by; null where nobody has logged in as this person before */
    public function of(string $email): ?string
    {
        $now = $this->clock->now()->getTimestamp();
        foreach (self::entries() as $entry) {
            [$id, $until, $signature] = explode('.', $entry);
            if ((int) $until > $now && hash_equals(self::signature($id, $until, $email), $signature)) {
                return $id;
            }
        }

        return null;
    }

    /** Somebody has logged in here. */
    public function remember(string $email): void
    {
        $until = $this->clock->now()->getTimestamp() + self::LIFETIME;
        $id = bin2hex(random_bytes(16));
        $known = $this->of($email);
        $others = array_filter(self::entries(), static fn (string $entry): bool => $known === null || ! str_starts_with($entry, "{$known}."));
        $value = implode('~', array_slice(["{$id}.{$until}." . self::signature($id, (string) $until, $email), ...$others], 0, self::MOST));
        $_COOKIE[self::name()] = $value;
        if (! headers_sent()) {
            setcookie(self::name(), $value, ['expires' => $until, 'path' => COOKIEPATH, 'domain' => (string) COOKIE_DOMAIN, 'secure' => is_ssl(), 'httponly' => true, 'samesite' => 'Lax']);
        }
    }

    public static function name(): string
    {
        return self::COOKIE . COOKIEHASH;
    }

    /** @return list<string> of the right form; whether they are signed is another question */
    private static function entries(): array
    {
        $cookie = isset($_COOKIE[self::name()]) && is_string($_COOKIE[self::name()]) ? sanitize_text_field(wp_unslash($_COOKIE[self::name()])) : '';

        return strlen($cookie) <= 2_000
            ? array_values(array_filter(explode('~', $cookie), static fn (string $entry): bool => preg_match('/^[0-9a-f]{32}\.\d{1,12}\.[0-9a-f]{64}$/D', $entry) === 1))
            : [];
    }

    private static function signature(string $id, string $until, string $email): string
    {
        return hash_hmac('sha256', "device|{$id}|{$until}|" . EmailAddress::normal($email), wp_salt('auth'));
    }
}

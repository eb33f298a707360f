<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Links;

use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\DomainError;

/**
 * What a browser has in place of a link's secret: a signed cookie for one link, that no script reads and that ends by itself.
 * The link behind it is looked at anew each time.
 */
final readonly class Passes
{
    /** Of the cookie, before the link's id; and the site's own hash after it, as WordPress' cookies have it. */
    private const COOKIE = 'counterfoil_bill_';

    /** Seconds: long enough to fetch the card from another room, too short for whoever finds the browser open the next day. */
    public const LIFETIME = 12 * 3_600;

    public function __construct(private PayLinkRepository $links, private LinkSecrets $secrets, private LiveLinks $live, private Clock $clock)
    {
    }

    public static function name(int $link_id): string
    {
        return self::COOKIE . "{$link_id}_" . COOKIEHASH;
    }

    /** Whether the browser has any, right or wrong. */
    public static function has_any(): bool
    {
        return array_filter(array_keys($_COOKIE), static fn (int|string $name): bool => str_starts_with((string) $name, self::COOKIE)) !== [];
    }

    public function give(Bearer $bearer): void
    {
        $until = $this->clock->now()->getTimestamp() + self::LIFETIME;
        $pass = $this->secrets->pass($bearer->link, $until);
        $_COOKIE[self::name($bearer->link->id)] = $pass;
        if (! headers_sent()) {
            // Lax: banks lead back to the page from elsewhere.
            setcookie(self::name($bearer->link->id), $pass, ['expires' => $until, 'path' => COOKIEPATH, 'domain' => (string) COOKIE_DOMAIN, 'secure' => is_ssl(), 'httponly' => true, 'samesite' => 'Lax']);
        }
    }

    /** @throws DomainError 404 for who has no pass for it, and for a link that has ended */
    public function bearer(?int $link_id): Bearer
    {
        return $this->live->must($this->link($link_id));
    }

    /** The link that somebody has a pass for, also one that has ended; null for who has none. */
    public function link(?int $link_id): ?PayLink
    {
        $name = self::name((int) $link_id);
        $given = isset($_COOKIE[$name]) && is_string($_COOKIE[$name]) ? sanitize_text_field(wp_unslash($_COOKIE[$name])) : '';
        $link = $given === '' || $link_id === null ? null : $this->links->find($link_id);

        return $link !== null && $this->secrets->is_pass($given, $link, $this->clock->now()->getTimestamp()) ? $link : null;
    }
}

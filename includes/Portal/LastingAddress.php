<?php

declare(strict_types=1);

namespace Counterfoil\Portal;

use Closure;
use Counterfoil\Portals\Portal;
use Counterfoil\Portals\PortalRepository;
use Counterfoil\Portals\PortalUrls;
use Counterfoil\Shared\DomainError;

/** Leads an address that was mailed or printed to where the portal's page is today, whatever became of its name. */
final readonly class LastingAddress
{
    /** What goes along: all that our pages understand. */
    private const ARGUMENTS = ['view', 'id', 'before', 'download', 'token', 'purpose', 'form', 'sent', 'redirect_to', PortalUrls::CLIENT];

    /** @param Closure(Portal): string $closed a whole page that says why there is nothing */
    public function __construct(private PortalRepository $portals, private PortalUrls $urls, private OldPaths $old, private Closure $closed)
    {
    }

    /** Action `template_redirect`, before WordPress looks for a better address. */
    public function answer(): void
    {
        // phpcs:ignore WordPress.Security.NonceVerification.Recommended -- nothing is changed by it
        $query = wp_unslash($_GET);
        $path = isset($_SERVER['REQUEST_URI']) ? (string) wp_parse_url(esc_url_raw(wp_unslash($_SERVER['REQUEST_URI'])), PHP_URL_PATH) : '';
        $to = $this->lead($query + (is_404() ? $this->old->arguments($path) : []));
        if ($to === null) {
            return;
        }
        nocache_headers();
        header('Cache-Control: no-store, private');
        header('X-Robots-Tag: noindex, nofollow');
        header('Referrer-Policy: same-origin');
        if ($to instanceof Portal) {
            status_header(503);
            echo ($this->closed)($to); // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- a page of our own
            exit;
        }
        wp_safe_redirect($to, 302, false);
        exit;
    }

    /**
     * @param array<array-key, mixed> $query
     * @return string|Portal|null where to; the portal whose page is gone; null where there is no such portal
     */
    public function lead(array $query): string|Portal|null
    {
        if (! isset($query[PortalUrls::LOGIN_PAGE]) && ! isset($query[PortalUrls::PAGE])) {
            return null;
        }
        $is_login = isset($query[PortalUrls::LOGIN_PAGE]);
        $id = $query[$is_login ? PortalUrls::LOGIN_PAGE : PortalUrls::PAGE] ?? '';
        try {
            $portal = $this->portals->get(is_string($id) && preg_match('/^[1-9]\d{0,9}$/D', $id) === 1 ? (int) $id : 0);
        } catch (DomainError) {
            return null;
        }
        if ($is_login ? ! $this->urls->has_login_page($portal) : ! $this->urls->has_portal_page($portal)) {
            return $portal;
        }
        $arguments = array_filter(array_intersect_key($query, array_flip(self::ARGUMENTS)), static fn (mixed $value): bool => is_string($value) && strlen($value) <= 2_000);

        return $is_login ? $this->urls->login($portal, $arguments) : $this->urls->portal($portal, $arguments);
    }
}

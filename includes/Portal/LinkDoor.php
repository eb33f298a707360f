<?php

declare(strict_types=1);

namespace Counterfoil\Portal;

use Counterfoil\Identity\Throttle;
use Counterfoil\Payments\Links\Bearer;
use Counterfoil\Payments\Links\LinkedBill;
use Counterfoil\Payments\Links\LinksInMail;
use Counterfoil\Payments\Links\LinkUrls;
use Counterfoil\Payments\Links\LiveLinks;
use Counterfoil\Payments\Links\Passes;
use Counterfoil\Portal\Views\MessageView;
use Counterfoil\Portals\Location;
use Counterfoil\Portals\OpenedScreen;
use Counterfoil\Portals\Portal;
use Counterfoil\Portals\PortalRepository;
use Counterfoil\Portals\PortalUrls;
use Counterfoil\Portals\Template;
use Counterfoil\Shared\Database\DatabaseError;
use Counterfoil\Shared\DomainError;
use SensitiveParameter;

/**
 * Where mailed links to one bill come in. The secret leaves the address at once: the browser gets a pass for this bill, and the
 * clean address. Following a link changes nothing and can be repeated: mail scanners do it before people do.
 */
final readonly class LinkDoor
{
    public function __construct(
        private LiveLinks $live,
        private Passes $passes,
        private LinkedBill $bills,
        private LinkUrls $addresses,
        private PortalRepository $portals,
        private PortalUrls $urls,
        private Throttle $throttle,
    ) {
    }

    /** Action `template_redirect`. Leads on to the bill, or to the page that says that the link has ended; the same for every other link. */
    public function answer(): void
    {
        // phpcs:disable WordPress.Security -- nothing is changed; the secret is only compared, by its hash
        $secret = wp_unslash($_GET[LinksInMail::ARGUMENT] ?? '');
        $portal = wp_unslash($_GET[PortalUrls::PAGE] ?? '');
        $language = wp_unslash($_GET[LinkUrls::LANGUAGE] ?? '');
        // phpcs:enable
        $to = $this->lead(is_string($secret) ? $secret : '', is_string($portal) ? (int) $portal : 0, is_string($language) ? $language : '');
        if ($to === null) {
            return;
        }
        nocache_headers();
        header('Cache-Control: no-store, private');
        header('X-Robots-Tag: noindex, nofollow');
        header('Referrer-Policy: no-referrer');
        wp_safe_redirect($to, 303, false);
        exit;
    }

    /** @return string|null null where the portal has no page */
    public function lead(#[SensitiveParameter] string $secret, int $portal_id, string $language): ?string
    {
        try {
            $bearer = $this->throttle->link(fn (): Bearer => $this->live->of_token($secret));
        } catch (DomainError) {
            $bearer = null;
        }
        $portal = $this->portal($bearer->invoice->portal_id ?? $portal_id);
        if (! $this->urls->has_portal_page($portal)) {
            return null;
        }
        if ($bearer !== null) {
            $this->passes->give($bearer);

            return $this->addresses->bill($portal, $bearer->link->id);
        }

        return $this->urls->to($portal, LinkUrls::BILL, preg_match('/^[A-Za-z]{2,3}(_\w{2,12}){0,2}$/D', $language) === 1 ? [LinkUrls::LANGUAGE => $language] : []);
    }

    /** @return array{Portal, OpenedScreen} what a pass opens; for everybody else that the link has ended */
    public function open(Location $location, Portal $page): array
    {
        try {
            return $this->bills->open($location);
        } catch (DomainError) {
            return [$page, $this->ended($page)];
        }
    }

    /** The language of whoever has the pass, or of the mail; '' for the site's own. */
    public function language(?int $link_id): string
    {
        try {
            $link = $this->passes->link($link_id);
        } catch (DatabaseError) {
            $link = null;
        }
        if ($link !== null) {
            return $link->locale;
        }
        $said = wp_unslash($_GET[LinkUrls::LANGUAGE] ?? ''); // phpcs:ignore WordPress.Security -- a word of letters only

        return is_string($said) && preg_match('/^[A-Za-z]{2,3}(_\w{2,12}){0,2}$/D', $said) === 1 ? $said : '';
    }

    private function ended(Portal $portal): OpenedScreen
    {
        return new OpenedScreen(
            __('This link has ended', 'counterfoil'),
            fn (): string => Template::draw(__DIR__ . '/templates/message.php', new MessageView(
                __('Open the newest email about your invoice and use its button, log in, or contact us and we’ll email you the invoice again.', 'counterfoil'),
                __('Log in', 'counterfoil'),
                $this->urls->portal($portal),
            )),
            404
        );
    }

    private function portal(int $id): Portal
    {
        try {
            return $this->portals->get($id);
        } catch (DomainError) {
            return $this->portals->default();
        }
    }
}

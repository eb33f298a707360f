<?php

declare(strict_types=1);

namespace Counterfoil\Portal;

use Closure;
use Counterfoil\Access\Capability;
use Counterfoil\Identity\LoginStep;
use Counterfoil\Identity\LoginView;
use Counterfoil\Identity\PortalSession;
use Counterfoil\Payments\Links\LinkedBill;
use Counterfoil\Payments\Online\CatchUp;
use Counterfoil\Portals\Location;
use Counterfoil\Portals\Portal;
use Counterfoil\Portals\PortalRepository;
use Counterfoil\Portals\PortalUrls;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Rest\Download;

/**
 * At the door of a page with a block of ours, while it can still be answered in another way: who has to log
 * in is led there and back, what isn't theirs is a 404, and a PDF is a PDF.
 */
final class EnterPage
{
    private Entered $entered;

    /** @var array<int, true> clients whose payments were asked about in this request */
    private array $caught_up = [];

    /**
     * @param Closure(Portal): LoginView $login_view
     * @param Closure(): LinkDoor $door
     */
    public function __construct(
        private readonly PortalSession $session,
        private readonly PortalRepository $portals,
        private readonly PortalUrls $urls,
        private readonly Screens $screens,
        private readonly CatchUp $catch_up,
        private readonly Closure $login_view,
        private readonly Closure $door,
    ) {
        $this->entered = new Entered();
    }

    /** @return string|Download|null where to go instead, or what to answer instead; null when the page may begin */
    public function handle(Location $location): string|Download|null
    {
        $this->caught_up = [];
        $this->entered = new Entered();
        if (PrivatePages::has(PrivatePages::PORTAL)) {
            return $this->portal($location);
        }
        if (PrivatePages::has(PrivatePages::LOGIN)) {
            return $this->login();
        }
        if (PrivatePages::has(PrivatePages::INVOICES) || PrivatePages::has(PrivatePages::SUBSCRIPTIONS) || PrivatePages::has(PrivatePages::PAY_BUTTON)) {
            $this->catch_up();
        }

        return null;
    }

    /**
     * For a portal block that the door did not see: it came with a part of the template, a widget or a list of posts. The
     * page has not been sent yet, so that it can still be answered in another way.
     *
     * @return string|Download|null as above
     */
    public function handle_late(Location $location): string|Download|null
    {
        return $this->entered->is_answered() ? null : $this->portal($location);
    }

    /** What the page that is being answered shows. */
    public function entered(): Entered
    {
        return $this->entered;
    }

    /** The agency's own people look at the page of their clients: made up data, in place of a closed door. */
    public function shows_sample(): bool
    {
        return $this->entered->linked === null && $this->session->current() === null && current_user_can(Capability::View->value);
    }

    /**
     * Before a page shows what somebody owes, their gateway is asked about what they have just left; once for a client,
     * however many blocks the page has. A block that the door did not see (in a pattern, a widget) does it itself.
     */
    public function catch_up(): void
    {
        $contact = $this->session->current();
        if ($contact === null || ! $contact->payer()->may('billing.view') || isset($this->caught_up[$contact->client->id])) {
            return;
        }
        $this->caught_up[$contact->client->id] = true;
        $this->catch_up->handle($contact->client->id);
    }

    /** Whose brand this page wears: its own, or the client's whose contact looks at it. */
    public function brand(): Portal
    {
        $page = get_queried_object_id();
        foreach ($page === 0 ? [] : $this->portals->all() as $portal) {
            if (in_array($page, [$portal->login_page_id, $portal->portal_page_id], true)) {
                return $portal;
            }
        }
        $contact = $this->session->current();

        return $contact === null ? $this->portals->default() : $this->portals->get($contact->client->portal_id);
    }

    private function portal(Location $location): string|Download|null
    {
        if (LinkedBill::is_at($location)) {
            [$portal, $screen] = ($this->door)()->open($location, $this->brand());
            $this->entered = new Entered(screen: $screen, login: $this->entered->login, linked: $portal);
            status_header($screen->status);

            return $screen->download;
        }
        try {
            [$reader, $screen] = $this->screens->open($location, $this->catch_up(...));
        } catch (DomainError $error) {
            if ($error->status === 401) {
                return $this->urls->login_for($this->brand(), $location);
            }
            // Somebody with an account of the site, and no client's contact (any more); or a screen said no before it was opened.
            $this->entered = new Entered(login: $this->entered->login, refusal: $error);
            status_header($this->shows_sample() ? 200 : $error->status);

            return null;
        }
        $this->entered = new Entered($reader, $screen, $this->entered->login);
        if ($screen->download !== null) {
            return $screen->download;
        }
        status_header($screen->status);

        return null;
    }

    private function login(): ?string
    {
        $portal = $this->brand();
        $login = ($this->login_view)($portal);
        $this->entered = new Entered(login: $login);
        if ($login->step === LoginStep::LoggedIn && $login->error === '' && $portal->portal_page_id !== null) {
            return $this->urls->portal($portal);
        }
        status_header($login->status);

        return null;
    }
}

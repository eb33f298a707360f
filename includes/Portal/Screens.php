<?php

declare(strict_types=1);

namespace Counterfoil\Portal;

use Closure;
use Counterfoil\Identity\PortalContact;
use Counterfoil\Identity\PortalSession;
use Counterfoil\Portal\Views\MessageView;
use Counterfoil\Portals\Location;
use Counterfoil\Portals\OpenedScreen;
use Counterfoil\Portals\OpenWhileSuspended;
use Counterfoil\Portals\PortalRepository;
use Counterfoil\Portals\PortalUrls;
use Counterfoil\Portals\Reader;
use Counterfoil\Portals\Screen;
use Counterfoil\Portals\Tab;
use Counterfoil\Portals\Template;
use Counterfoil\Shared\DomainError;
use LogicException;

/**
 * The portal's screens, as the nouns contribute them, and which one an address shows to whom. What isn't theirs is not
 * there: the same screen and the same status as for what never was.
 */
final class Screens
{
    /** @var array<string, Screen>|null by the word of their address */
    private ?array $made = null;

    /**
     * @param Closure(): array<string, Closure(): object> $contributed of all modules
     * @param Closure(): SuspendedScreen $suspended
     */
    public function __construct(
        private readonly PortalSession $session,
        private readonly PortalRepository $portals,
        private readonly PortalUrls $urls,
        private readonly Closure $contributed,
        private readonly Closure $suspended,
    ) {
    }

    /**
     * @param Closure(): void $catch_up called before a screen that shows money, once it is known whose
     * @return array{Reader, OpenedScreen}
     * @throws DomainError 401, 403 when nobody's contact is logged in
     */
    public function open(Location $location, Closure $catch_up): array
    {
        $screen = $this->all()[$location->view] ?? null;
        $screen = $screen !== null && $screen->fits($location) ? $screen : null;
        $contact = $this->contact($screen, $location);
        if ($contact->is_suspended()) {
            // What they have just paid may have ended it.
            $catch_up();
            $this->session->forget();
            $contact = $this->contact($screen, $location);
        }
        $reader = $this->reader($contact);
        if ($reader->is_suspended) {
            return [$reader, $this->open_suspended($reader, $screen, $location)];
        }
        if ($screen === null) {
            return [$reader, $this->nothing($reader, 404)];
        }
        $needs = $screen->needs();
        if ($needs === 'billing.view' && $screen->shows_money()) {
            $catch_up();
        }
        try {
            // Before the permission: whoever may not see it is not told whether it is there.
            $opened = $needs === null || $reader->may($needs) ? $screen->open($reader, $location) : null;
        } catch (DomainError) {
            return [$reader, $this->nothing($reader, 404)];
        }

        return [$reader, $opened ?? $this->nothing($reader, 403)];
    }

    /** @return array<string, Tab> of what the reader may see, by the word of its screen, in their order */
    public function tabs(Reader $reader): array
    {
        $tabs = $reader->is_suspended ? [] : array_filter(array_map(
            static fn (Screen $screen): ?Tab => $screen->needs() === null || $reader->may($screen->needs()) ? $screen->tab($reader) : null,
            $this->all()
        ));
        uasort($tabs, static fn (Tab $a, Tab $b): int => $a->order <=> $b->order);

        return $tabs;
    }

    /** @throws DomainError 401, 403 */
    private function contact(?Screen $screen, Location $location): PortalContact
    {
        $this->session->require_payer();
        $this->session->look_at($screen?->client_of($location));

        return $this->session->require_payer();
    }

    /** A page on which something open is paid, or the one that says how things are, with all that is open. */
    private function open_suspended(Reader $reader, ?Screen $screen, Location $location): OpenedScreen
    {
        try {
            if ($screen instanceof OpenWhileSuspended && $reader->may($screen->needs() ?? '') && $screen->is_to_be_paid($reader, $location)) {
                return $screen->open($reader, $location);
            }
        } catch (DomainError) {
            // It is not there, or has just been paid.
        }

        return ($this->suspended)()->open($reader);
    }

    private function reader(PortalContact $contact): Reader
    {
        return new Reader(
            $contact->payer(),
            $this->portals->get($contact->client->portal_id),
            $contact->client->id,
            $contact->client->name,
            $contact->contact->name,
            $contact->contact->email,
            $contact->is_suspended(),
        );
    }

    private function nothing(Reader $reader, int $status): OpenedScreen
    {
        $is_refused = $status === 403;

        return new OpenedScreen(
            $is_refused ? __('You don’t have access to this page', 'counterfoil') : __('Page not found', 'counterfoil'),
            fn (): string => Template::draw(__DIR__ . '/templates/message.php', new MessageView(
                $is_refused
                    ? __('Your role doesn’t include this page. Ask someone in your organization who has full access.', 'counterfoil')
                    : __('This page doesn’t exist or you don’t have access to it.', 'counterfoil'),
                __('Back to overview', 'counterfoil'),
                $this->urls->portal($reader->portal),
            )),
            $status,
            tab: '-'
        );
    }

    /** @return array<string, Screen> */
    private function all(): array
    {
        if ($this->made !== null) {
            return $this->made;
        }
        $screens = [];
        foreach (($this->contributed)() as $word => $make) {
            $screen = $make();
            $screens[$word] = $screen instanceof Screen ? $screen : throw new LogicException("{$word} is no screen of the portal.");
        }

        return $this->made = $screens;
    }
}

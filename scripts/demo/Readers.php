<?php

declare(strict_types=1);

namespace Counterfoil\Demo\Seed;

use Counterfoil\Clients\Access;
use Counterfoil\Clients\ClientsModule;
use Counterfoil\Clients\Contact;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Payments\Links\LinksModule;
use Counterfoil\Payments\Links\LinkUrls;
use Counterfoil\Plugin;
use Counterfoil\Portals\Location;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Viewer;

/** Who opens bills: in the portal who can log in, others by the link of their mail. */
final readonly class Readers
{
    /** @param array<string, mixed> $invoice */
    public function read(array $invoice): void
    {
        $contact = self::contact($invoice);
        match ($contact->access) {
            Access::Active => $this->open_in_portal($invoice),
            Access::Suspended => null,
            default => $this->open_by_link((int) $invoice['id'], $contact->email),
        };
    }

    /**
     * @param array<string, mixed> $invoice
     * @return Actor who did
     */
    public function open_in_portal(array $invoice): Actor
    {
        $contact = self::contact($invoice);
        $who = Actor::contact($contact->id, $contact->name);
        $invoices = Plugin::instance()->module(InvoicesModule::class);
        $invoices->mark_opened()->handle($invoices->invoices()->get((int) $invoice['id'], Viewer::system()), $who);

        return $who;
    }

    private function open_by_link(int $id, string $email): void
    {
        $links = Plugin::instance()->module(LinksModule::class);
        $bearer = $links->live()->must($links->links()->current($id, $email));
        $links->passes()->give($bearer);
        // As browsers say that somebody sees the page.
        $_SERVER['HTTP_SEC_FETCH_DEST'] = 'document';
        $links->bill()->open(new Location(LinkUrls::BILL, link: $bearer->link->id));
        unset($_SERVER['HTTP_SEC_FETCH_DEST']);
    }

    /** @param array<string, mixed> $invoice */
    private static function contact(array $invoice): Contact
    {
        return Plugin::instance()->module(ClientsModule::class)->contacts()->of_client((int) $invoice['client']['id'], Viewer::system())[0];
    }
}

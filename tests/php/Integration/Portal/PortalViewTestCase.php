<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Portal;

use Counterfoil\Business\BusinessModule;
use Counterfoil\Clients\Client;
use Counterfoil\Clients\Contact;
use Counterfoil\Identity\IdentityModule;
use Counterfoil\Invoices\Drafts\DraftsModule;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Invoices\InvoiceTerms;
use Counterfoil\Invoices\Issuing\IssuingModule;
use Counterfoil\Portal\PageOutput;
use Counterfoil\Portal\PortalModule;
use Counterfoil\Portals\Location;
use Counterfoil\Portals\PortalsModule;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Rest\Download;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Support\PortalTestCase;
use WP_Query;

/** Two clients with a contact each, A and B, and what they see of the portal's pages. */
abstract class PortalViewTestCase extends PortalTestCase
{
    protected Client $a;
    protected Client $b;
    protected Contact $contact_a;
    protected Contact $contact_b;

    protected function setUp(): void
    {
        parent::setUp();
        $portals = $this->plugin->module(PortalsModule::class)->portals();
        $portals->save_pages($this->portal->id, null, null);
        $this->portal = $this->plugin->module(PortalsModule::class)->create_pages()->handle($this->portal->id, Actor::system());
        $this->a = $this->client('Harbour & Pine');
        $this->b = $this->client('Brauhaus Linden');
        $this->contact_a = $this->active_contact($this->a, 'ada@harbour.test', 'Ada Lindqvist');
        $this->contact_b = $this->active_contact($this->b, 'ben@brauhaus.test', 'Ben Brauer');
        $this->plugin->module(IdentityModule::class)->session()->forget();
        // Tests of the log-in came this far in the same process; a page of these has yet to begin.
        unset($GLOBALS['wp_actions']['template_redirect']);
    }

    /** @param array<string, mixed> $changes of the contract's invoiceInput */
    protected function issued(Client $client, array $changes = []): Invoice
    {
        $today = Timestamps::day($this->plugin->clock()->now(), $this->plugin->module(BusinessModule::class)->business()->timezone);
        $terms = InvoiceTerms::from_wire($changes + [
            'client_id' => $client->id,
            'website_id' => null,
            'currency' => 'EUR',
            'tax_mode' => 'exclusive',
            'due_date' => (new \DateTimeImmutable("{$today} +14 days"))->format('Y-m-d'),
            'lines' => [['plan_id' => null, 'description' => "Care for {$client->name}", 'quantity' => '1', 'unit_price' => 10_000, 'discount' => null, 'tax' => ['name' => 'VAT', 'rate' => '0', 'category' => 'O']]],
            'discount' => null,
            'message' => '',
        ]);
        $draft = $this->plugin->module(DraftsModule::class)->create()->handle($terms, Actor::system());

        return $this->plugin->module(IssuingModule::class)->issue()->handle($draft->id, $draft->version, Actor::system());
    }

    /** Nobody ships this role yet, so it is made here: it sees bills and can do nothing about them. */
    protected function view_only(Client $client, string $email): Contact
    {
        $contact = $this->active_contact($client, $email, 'Vera View');
        $database = $this->plugin->database();
        $role = $database->insert('roles', ['slug' => 'view-only-test', 'name' => 'View only', 'built_in' => 0, 'permissions' => '["billing.view"]']);
        $database->update('contacts', ['role_id' => $role], ['id' => $contact->id]);

        return $this->again($contact);
    }

    /** Issued long ago: nothing can be due in the past when it is issued. */
    protected function overdue(Client $client): Invoice
    {
        $invoice = $this->issued($client);
        $this->plugin->database()->update('invoices', ['due_date' => '2020-01-31', 'due_on' => '2020-01-31'], ['id' => $invoice->id]);

        return $this->plugin->module(InvoicesModule::class)->invoices()->get($invoice->id, Viewer::system());
    }

    /**
     * Opens a page as a browser would.
     *
     * @param array<string, string|int> $query
     */
    protected function open(int $page, array $query = [], ?Contact $contact = null, int $user = 0): Opened
    {
        $user = $contact === null ? $user : (int) $contact->user_id;
        wp_set_current_user($user);
        $this->plugin->module(IdentityModule::class)->session()->forget();
        $module = $this->plugin->module(PortalModule::class)->page();
        // As WordPress has it.
        $_GET = wp_slash(array_map(strval(...), $query));
        $GLOBALS['wp_query'] = $GLOBALS['wp_the_query'] = new WP_Query(['page_id' => $page]);
        $GLOBALS['post'] = get_post($page);
        $status = 200;
        $note = static function (string $header, int $code) use (&$status): string {
            $status = $code;

            return $header;
        };
        add_filter('status_header', $note, 10, 2);
        $before = $GLOBALS['wp_actions']['template_redirect'] ?? 0;
        $GLOBALS['wp_actions']['template_redirect'] = 1;
        $instead = $module->handle(Location::current());
        remove_filter('status_header', $note);

        $opened = new Opened(
            $status,
            $instead === null ? PageOutput::finish(do_blocks((string) get_post_field('post_content', $page))) : '',
            is_string($instead) ? $instead : null,
            $instead instanceof Download ? $instead : null,
        );
        $GLOBALS['wp_actions']['template_redirect'] = $before;

        return $opened;
    }

    /** @param array<string, string|int> $query */
    protected function portal(Contact $contact, array $query = []): Opened
    {
        return $this->open((int) $this->portal->portal_page_id, $query, $contact);
    }

    protected function page_with(string $content): int
    {
        return wp_insert_post(['post_type' => 'page', 'post_status' => 'publish', 'post_title' => 'A page', 'post_content' => $content]);
    }
}

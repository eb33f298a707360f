<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Portal;

use Counterfoil\Business\BusinessModule;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Portal\PortalModule;
use Counterfoil\Portal\PortalPagesModule;
use Counterfoil\Portals\Portal;
use Counterfoil\Portals\PortalsModule;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Database\Migrator;
use Counterfoil\Shared\SharedModule;

/** Pages of the portal are renamed, moved, thrown away: what was mailed goes on to lead there. */
final class LastingAddressTest extends PortalViewTestCase
{
    public function test_what_is_mailed_leads_to_the_page_of_today(): void
    {
        $urls = $this->plugin->module(PortalsModule::class)->lasting_urls();
        $mailed = $urls->invoice($this->portal, 7);
        self::assertSame(home_url("/?portal-page={$this->portal->id}&view=invoice&id=7"), $mailed);

        $parent = $this->page('Clients');
        wp_update_post(['ID' => (int) $this->portal->portal_page_id, 'post_name' => 'my-bills', 'post_parent' => $parent]);

        self::assertSame($mailed, $urls->invoice($this->portal, 7), 'It never changes.');
        self::assertSame(add_query_arg(['view' => 'invoice', 'id' => '7'], (string) get_permalink((int) $this->portal->portal_page_id)), $this->lead($mailed));
        self::assertStringContainsString('my-bills', (string) get_permalink((int) $this->portal->portal_page_id));
    }

    public function test_a_bookmark_of_before_goes_on_to_lead_there(): void
    {
        $old = $this->plugin->module(PortalPagesModule::class)->old_paths();
        $path = (string) wp_parse_url((string) get_permalink((int) $this->portal->portal_page_id), PHP_URL_PATH);
        self::assertSame([], $old->arguments($path));
        self::assertFalse(SharedModule::is_raised(PortalModule::MOVED), 'Nobody looks for what there is none of.');
        wp_update_post(['ID' => (int) $this->portal->portal_page_id, 'post_name' => 'my-bills']);
        wp_update_post(['ID' => (int) $this->portal->portal_page_id, 'post_title' => 'Bills']);
        wp_update_post(['ID' => (int) $this->portal->portal_page_id, 'post_parent' => $this->page('Clients')]);
        foreach ([$path, strtoupper($path), rtrim($path, '/'), '/my-bills/'] as $former) {
            self::assertSame(['portal-page' => (string) $this->portal->id], $old->arguments($former), $former);
        }
        self::assertSame([], $old->arguments('/'));
        self::assertTrue(SharedModule::is_raised(PortalModule::MOVED));
        delete_option(Migrator::OPTION);
        // All that the migrator does then, but for the tables: MariaDB would commit what this test has written.
        $this->plugin->module(PortalPagesModule::class)->install();
        self::assertTrue(SharedModule::is_raised(PortalModule::MOVED), 'Tables that came without their option, from a backup, bring it back.');
        wp_update_post(['ID' => $this->page('About'), 'post_name' => 'about-us']);
        self::assertSame(2, $this->rows_of('events', "type = 'settings.portal_page_moved'"), 'One for the name, one for the place, and none for another page.');
    }

    public function test_links_in_mails_are_such_and_open_with_their_secret(): void
    {
        $this->outbox->mails = [];
        $secret = $this->invite($this->contact($this->a, 'new@harbour.test'));
        preg_match('~https?://[^\s"<>]+token=[^\s"<>]+~', html_entity_decode($this->outbox->to('new@harbour.test')[0]['message']), $link);
        self::assertStringContainsString("/?portal-login={$this->portal->id}", $link[0] ?? '');
        self::assertSame(add_query_arg(['token' => $secret, 'purpose' => 'invitation'], (string) get_permalink((int) $this->portal->login_page_id)), $this->lead($link[0] ?? ''));
    }

    public function test_only_what_our_pages_understand_goes_along(): void
    {
        self::assertSame(get_permalink((int) $this->portal->portal_page_id), $this->lead(home_url("/?portal-page={$this->portal->id}&evil=1&view[]=x")));
        self::assertNull($this->lead(home_url('/?portal-page=999')));
        self::assertNull($this->lead(home_url("/?portal-page[]={$this->portal->id}")));
        self::assertNull($this->lead(home_url("/?portal-page={$this->portal->id}%27")));
    }

    public function test_a_page_in_the_trash_is_told_and_comes_back_by_one_click(): void
    {
        $watch = $this->plugin->module(PortalPagesModule::class)->watch();
        $mailed = $this->plugin->module(PortalsModule::class)->lasting_urls()->invoice($this->portal, 7);
        $page = (int) $this->portal->portal_page_id;
        self::assertFalse($watch->is_missing());
        $this->act_as($this->administrator());

        wp_trash_post($page);

        self::assertTrue($watch->is_missing());
        self::assertSame('critical', $watch->look()->status);
        self::assertSame(1, $this->rows_of('events', "type = 'settings.portal_page_gone'"));
        $this->send_mail();
        $mail = $this->outbox->to($this->plugin->module(BusinessModule::class)->business()->email)[0] ?? self::fail('The agency is not told.');
        self::assertStringContainsString('Clients can’t reach their portal', $mail['subject']);
        self::assertStringContainsString('settings/portal', $mail['message']);
        self::assertInstanceOf(Portal::class, $this->lead($mailed), 'The link leads to a page that says so.');
        ob_start();
        $watch->notice();
        self::assertStringContainsString('settings/portal', (string) ob_get_clean());

        $portal = $this->plugin->module(PortalsModule::class)->create_pages()->handle($this->portal->id, Actor::system());

        self::assertSame($page, $portal->portal_page_id, 'The same page, with whatever had been added to it.');
        self::assertSame('publish', get_post_status($page));
        self::assertSame(add_query_arg(['view' => 'invoice', 'id' => '7'], (string) get_permalink($page)), $this->lead($mailed));
        self::assertFalse($watch->is_missing());
    }

    public function test_a_deleted_page_is_told_and_made_anew(): void
    {
        $mailed = $this->plugin->module(PortalsModule::class)->lasting_urls()->login($this->portal);
        wp_delete_post((int) $this->portal->login_page_id, true);
        self::assertSame(1, $this->rows_of('events', "type = 'settings.portal_page_gone'"));
        $portal = $this->plugin->module(PortalsModule::class)->create_pages()->handle($this->portal->id, Actor::system());
        self::assertSame(get_permalink((int) $portal->login_page_id), $this->lead($mailed));
    }

    public function test_other_pages_are_nobodys_business(): void
    {
        wp_trash_post($this->page('About us'));
        self::assertSame(0, $this->rows_of('events', "type = 'settings.portal_page_gone'"));
    }

    public function test_the_paper_says_an_address_that_lasts(): void
    {
        $invoice = $this->issued($this->a);
        $paper = (string) wp_json_encode($this->plugin->module(InvoicesModule::class)->papers()->of($invoice)->to_array(), JSON_UNESCAPED_SLASHES);
        self::assertStringContainsString("/?portal-page={$this->portal->id}&view=pay&id={$invoice->id}", $paper);
    }

    private function lead(string $url): string|Portal|null
    {
        wp_parse_str((string) wp_parse_url($url, PHP_URL_QUERY), $query);

        return $this->plugin->module(PortalPagesModule::class)->lasting_address()->lead($query);
    }
}

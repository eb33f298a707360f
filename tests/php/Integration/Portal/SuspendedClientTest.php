<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Portal;

use Counterfoil\Identity\PortalSession;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Payments\Links\LinksModule;
use Counterfoil\Plugin;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Integration\Subscriptions\StartsSubscriptions;
use WP_User;

/** A client whose renewal stays unpaid is kept out of the portal, but for what is to be paid, until it is paid. */
final class SuspendedClientTest extends PortalViewTestCase
{
    use StartsSubscriptions;

    private int $staff;

    protected function setUp(): void
    {
        parent::setUp();
        $this->staff = $this->administrator();
        $this->at('2027-01-10 10:00');
        $this->settings(['last_step' => 'suspend', 'suspended_words' => "Please settle what is open.\nThe portal opens again at once."]);
    }

    public function test_its_people_see_what_is_to_be_paid_and_nothing_else(): void
    {
        [$bill] = $this->suspended();
        $paid = $this->issued($this->a);
        $this->pay($paid);
        $open = $this->issued($this->a);
        $this->plugin->database()->update('invoices', ['paid_at' => Timestamps::to_row($this->plugin->clock()->now()->modify('-5 minutes'))], ['id' => $paid->id]);
        self::assertSame(200, $this->portal($this->contact_a, ['view' => 'pay', 'id' => $paid->id])->status, 'For a moment it says that it is paid.');
        $this->at('2027-02-08 10:20');

        foreach ([[], ['view' => 'invoices'], ['view' => 'subscriptions'], ['view' => 'account'], ['view' => 'payment-methods'], ['view' => 'statement'], ['view' => 'nonsense'], ['view' => 'invoice', 'id' => $paid->id], ['view' => 'pay', 'id' => $paid->id], ['view' => 'pdf', 'id' => $paid->id], ['view' => 'pay-several', 'bills' => "{$open->id}.{$paid->id}"]] as $query) {
            $page = $this->portal($this->contact_a, $query);
            self::assertSame(403, $page->status, (string) json_encode($query));
            self::assertStringContainsString('Please settle what is open.', $page->html);
            self::assertStringContainsString((string) $bill->number, $page->html);
            self::assertStringContainsString((string) $open->number, $page->html);
            self::assertStringNotContainsString((string) $paid->number, $page->html);
            self::assertStringNotContainsString('Your account', $page->html);
            self::assertStringNotContainsString('cf-tabs', $page->html);
        }
        foreach ([['view' => 'invoice', 'id' => $bill->id], ['view' => 'pay', 'id' => $open->id], ['view' => 'pay-several', 'bills' => "{$bill->id}.{$open->id}"]] as $query) {
            self::assertSame(200, $this->portal($this->contact_a, $query)->status, (string) json_encode($query));
        }
        self::assertNotNull($this->portal($this->contact_a, ['view' => 'pdf', 'id' => $bill->id])->download);
    }

    public function test_links_of_mails_go_on_working_and_blocks_on_other_pages_show_nothing(): void
    {
        [$bill] = $this->suspended();
        $links = $this->plugin->module(LinksModule::class);
        $link = $links->links()->current($bill->id, 'ada@harbour.test');
        self::assertNotNull($link);
        self::assertTrue($links->live()->bearer($link)?->may_pay());

        foreach (['invoices', 'subscriptions'] as $block) {
            $page = wp_insert_post(['post_type' => 'page', 'post_status' => 'publish', 'post_title' => $block, 'post_content' => "<!-- wp:counterfoil/{$block} /-->"]);
            self::assertStringContainsString($block === 'invoices' ? (string) $bill->number : 'Care plan', $this->seen_once_restored($page));
            self::assertDoesNotMatchRegularExpression("/{$bill->number}|Care plan/", $this->open($page, [], $this->contact_a)->html);
        }
    }

    public function test_routes_refuse_it_in_clear_words_but_for_paying(): void
    {
        [$bill] = $this->suspended();
        $user = (int) $this->contact_a->user_id;
        foreach (Plugin::instance()->contract()->entries() as $id => $entry) {
            if (! str_starts_with($entry['needs'], 'contact:')) {
                continue;
            }
            $path = '/counterfoil/v1' . str_replace('{id}', (string) $bill->id, $entry['path']);
            $answer = $this->rest($entry['method'], $path, $entry['method'] === 'GET' ? null : [], $user);
            self::assertSame([403, 'counterfoil_access_suspended'], [$answer->get_status(), self::json($answer)['code']], $id);
        }
        $_POST = [];
        self::assertSame(400, $this->rest('POST', "/counterfoil/v1/portal/invoices/{$bill->id}/payments", ['nonsense' => 1], $user)->get_status());
    }

    public function test_only_the_suspended_ones_portal_is_closed_to_who_has_two_clients_and_staff_stay_staff(): void
    {
        $invited = $this->contact($this->b, 'ada@harbour.test', 'Ada Lindqvist');
        self::assert_status(200, $this->rest('POST', '/counterfoil/v1/invitations/redeem', ['token' => $this->invite($invited), 'password' => self::PASSWORD]));
        $this->suspended();
        $user = (int) $this->contact_a->user_id;
        $closed = $this->portal($this->contact_a);
        self::assertSame(403, $closed->status);
        self::assertStringContainsString('Switch to Brauhaus Linden', $closed->html);
        self::assertSame(200, $this->portal($this->contact_a, [PortalSession::ARGUMENT => $this->b->id])->status);
        $_GET[PortalSession::ARGUMENT] = (string) $this->b->id;
        self::assert_status(200, $this->rest('GET', "/counterfoil/v1/portal/invoices?_client={$this->b->id}", null, $user));
        unset($_GET[PortalSession::ARGUMENT]);
        self::assert_status(403, $this->rest('GET', '/counterfoil/v1/portal/invoices', null, $user));
        self::assertSame(200, $this->portal($this->contact_b)->status);

        (new WP_User($user))->add_cap('counterfoil_view');
        self::assert_status(200, $this->rest('GET', '/counterfoil/v1/clients', null, $user));
        self::assertSame(403, $this->portal($this->contact_a)->status);
    }

    public function test_it_ends_with_the_last_overdue_renewal_and_both_hear_of_it(): void
    {
        [$first, $second] = $this->suspended(2);
        $other = $this->issued($this->a);
        self::assertSame('suspended', $this->client_now()['access']);
        self::assertSame([1, 1], [$this->rows_of('outbox', "message = 'access_suspended'"), $this->rows_of('events', "type = 'client.suspended'")]);
        self::assertSame(2, $this->rows_of('outbox', "message = 'subscription_unpaid'"));
        $list = self::json($this->rest('GET', '/counterfoil/v1/clients?access=suspended', null, $this->staff));
        self::assertSame([$this->a->id], array_column($list['items'], 'id'));
        $counts = self::json($this->rest('GET', '/counterfoil/v1/clients/summary', null, $this->staff));
        self::assertSame(['all' => 2, 'active' => 1, 'suspended' => 1], array_intersect_key(array_map(static fn (array $tally): int => $tally['count'], $counts), ['all' => 1, 'active' => 1, 'suspended' => 1]));

        $this->pay($first);
        self::assertNotNull($this->client_now()['suspended_at']);
        $this->pay($second);

        self::assertSame(['active', null], [$this->client_now()['access'], $this->client_now()['suspended_at']]);
        self::assertSame(200, $this->portal($this->contact_a)->status);
        self::assertTrue($this->bill($other->id)->is_payable());
        self::assertSame([1, 1, 1], [$this->rows_of('outbox', "message = 'access_restored'"), $this->rows_of('outbox', "message = 'client_restored'"), $this->rows_of('events', "type = 'client.restored'")]);
    }

    public function test_it_ends_with_a_bill_that_is_voided_and_not_with_another_setting(): void
    {
        [$bill] = $this->suspended();
        $this->settings(['last_step' => 'keep']);
        self::assertNotNull($this->client_now()['suspended_at']);
        self::assert_status(200, $this->rest('POST', "/counterfoil/v1/invoices/{$bill->id}/void", ['reason' => 'Wrong bill'], $this->staff));

        self::assertNull($this->client_now()['suspended_at']);
    }

    public function test_the_agency_restores_it_by_hand_once(): void
    {
        $this->suspended();
        self::assert_status(200, $this->rest('POST', "/counterfoil/v1/clients/{$this->a->id}/restore", null, $this->staff));
        self::assert_status(409, $this->rest('POST', "/counterfoil/v1/clients/{$this->a->id}/restore", null, $this->staff));
        $this->work();

        self::assertSame(200, $this->portal($this->contact_a)->status);
        self::assertSame([1, 0], [$this->rows_of('outbox', "message = 'access_restored'"), $this->rows_of('outbox', "message = 'client_restored'")]);
    }

    /** What a page shows to who is not suspended: otherwise it would prove nothing that it shows nothing. */
    private function seen_once_restored(int $page): string
    {
        $clients = $this->plugin->database()->table('clients');
        $since = $this->plugin->database()->value("SELECT suspended_at FROM {$clients} WHERE id = ?", [$this->a->id]);
        $this->plugin->database()->update('clients', ['suspended_at' => null], ['id' => $this->a->id]);
        $html = $this->open($page, [], $this->contact_a)->html;
        $this->plugin->database()->update('clients', ['suspended_at' => $since], ['id' => $this->a->id]);

        return $html;
    }

    /**
     * One subscription of a client's, or some, whose first bill nobody pays.
     *
     * @return list<Invoice>
     */
    private function suspended(int $count = 1): array
    {
        for ($i = 0; $i < $count; $i++) {
            $this->subscribe($this->a);
            $this->work();
        }
        $this->at('2027-02-08 10:00');
        $this->work();

        return array_map(fn (array $row): Invoice => $this->bill((int) $row['invoice_id']), $this->plugin->database()->rows("SELECT invoice_id FROM {$this->plugin->database()->table('renewals')} ORDER BY id"));
    }

    private function bill(int $id): Invoice
    {
        return $this->plugin->module(InvoicesModule::class)->invoices()->get($id, Viewer::system());
    }

    private function pay(Invoice $invoice): void
    {
        self::assert_status(200, $this->rest('POST', "/counterfoil/v1/invoices/{$invoice->id}/offline-payments", ['amount' => $invoice->due()->to_wire(), 'method' => 'bank_transfer', 'paid_on' => '2027-01-10', 'reference' => '', 'send_receipt' => false], $this->staff));
    }

    /** @return array<string, mixed> */
    private function client_now(): array
    {
        return self::json($this->rest('GET', "/counterfoil/v1/clients/{$this->a->id}", null, $this->staff));
    }

    /** @param array<string, mixed> $changes */
    private function settings(array $changes): void
    {
        self::assert_status(200, $this->rest('PUT', '/counterfoil/v1/settings/subscriptions', $changes + self::json($this->rest('GET', '/counterfoil/v1/settings/subscriptions', null, $this->staff)), $this->staff));
    }
}

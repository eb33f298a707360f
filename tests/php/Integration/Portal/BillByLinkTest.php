<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Portal;

use Counterfoil\Business\BusinessModule;
use Counterfoil\Clients\ClientsModule;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Invoices\Issuing\IssuingModule;
use Counterfoil\Payments\Links\LinksInMail;
use Counterfoil\Payments\Links\LinksModule;
use Counterfoil\Payments\Links\Passes;
use Counterfoil\Portal\PortalPagesModule;
use Counterfoil\Portal\PrivatePages;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Support\CountsStatements;
use PHPUnit\Framework\Attributes\DataProvider;
use WP_Query;

/** The link of a mail opens one bill without a login, and nothing else. */
final class BillByLinkTest extends PortalViewTestCase
{
    use CountsStatements;

    private const MOST_STATEMENTS = 16;

    protected function setUp(): void
    {
        parent::setUp();
        $_COOKIE = [];
        $_SERVER['HTTP_SEC_FETCH_DEST'] = 'document';
    }

    protected function tearDown(): void
    {
        $_COOKIE = [];
        unset($_SERVER['HTTP_SEC_FETCH_DEST']);
        parent::tearDown();
    }

    public function test_the_mail_has_a_link_that_opens_the_bill_logged_out(): void
    {
        $invoice = $this->issued($this->a);
        $opened = $this->follow($this->secret($invoice));

        self::assertSame(200, $opened->status);
        self::assertStringContainsString((string) $invoice->number, $opened->html);
        self::assertStringContainsString('Care for Harbour', $opened->html);
        foreach (['view=invoice', 'view=invoices', 'view=account', 'view=pay', 'Ada Lindqvist', 'bill-link='] as $no) {
            self::assertStringNotContainsString($no, $opened->html);
        }
    }

    /** What a page of the site doesn't ask: whether the link works, the bill and its paper, what can be done with it. */
    public function test_how_many_statements_a_bill_takes(): void
    {
        $this->follow($this->secret($invoice = $this->issued($this->a)));
        $this->plugin->database()->remembered()->forget();
        $statements = self::statements_of(fn () => $this->open_link(['view' => 'bill', 'link' => $this->link_of($invoice)]));

        self::assertLessThanOrEqual(self::MOST_STATEMENTS, count($statements), implode("\n", $statements));
    }

    /** Law 10: the letter only says what is there; a mail that is tried again has the same link. */
    public function test_writing_a_letter_again_makes_the_same_link_and_no_row(): void
    {
        $invoice = $this->issued($this->a);
        $rows = $this->rows_of('pay_links');
        $one = $this->secret($invoice);
        $this->plugin->database()->update('outbox', ['state' => 'queued'], ['invoice_id' => $invoice->id]);
        $this->plugin->queue()->put('mail.send', (int) $this->plugin->database()->value("SELECT id FROM {$this->plugin->database()->table('outbox')} WHERE invoice_id = ?", [$invoice->id]));

        self::assertSame($one, $this->secret($invoice));
        self::assertSame(1, $rows);
        self::assertSame($rows, $this->rows_of('pay_links'));
    }

    public function test_abuse_55_the_secret_has_256_bits_and_the_database_has_none_of_them(): void
    {
        $secret = $this->secret($this->issued($this->a));

        self::assertSame(32, strlen((string) base64_decode(strtr($secret, '-_', '+/'), true)));
        foreach (['pay_links', 'outbox', 'events', 'settings'] as $table) {
            self::assertStringNotContainsString($secret, (string) json_encode($this->plugin->database()->rows("SELECT * FROM {$this->plugin->database()->table($table)}")), $table);
        }
    }

    public function test_abuse_55_another_bill_by_this_links_pass_is_not_there(): void
    {
        $first = $this->issued($this->a);
        $second = $this->issued($this->a);
        $this->follow($this->secret($first));
        $foreign = (int) $this->plugin->database()->value("SELECT id FROM {$this->plugin->database()->table('pay_links')} WHERE invoice_id = ?", [$second->id]);
        $own = $this->link_of($first);

        foreach (['bill', 'bill-pdf'] as $view) {
            self::assertSame(404, $this->open_link(['view' => $view, 'link' => $foreign])->status);
        }
        // The pass of one is none of another, also under its name.
        $_COOKIE[Passes::name($foreign)] = $_COOKIE[Passes::name($own)];
        $opened = $this->open_link(['view' => 'bill', 'link' => $foreign]);
        self::assertSame(404, $opened->status);
        self::assertStringNotContainsString((string) $second->number, $opened->html);
        self::assertNotNull($this->open_link(['view' => 'bill-pdf', 'link' => $own])->download);
        self::assertSame(404, $this->open_link(['view' => 'bill-receipt', 'link' => $own, 'id' => 1])->status);
        self::assertSame(404, $this->open_link(['view' => 'bill-file', 'link' => $own, 'id' => 1])->status);
        // And the portal itself asks for a login.
        self::assertNotNull($this->open_link(['view' => 'invoice', 'id' => $first->id])->redirect);
        self::assertNotNull($this->open_link([])->redirect);
    }

    /** @return array<string, array{string}> */
    public static function endings(): array
    {
        return array_map(static fn (string $how): array => [$how], array_combine($ends = ['revoked', 'void', 'suspended', 'removed', 'off', 'off for the client', 'too late', 'long paid'], $ends));
    }

    #[DataProvider('endings')]
    public function test_abuse_55_what_has_ended_is_answered_like_what_never_was(string $how): void
    {
        $invoice = $this->issued($this->a);
        $secret = $this->secret($invoice);
        $link = $this->link_of($invoice);
        self::assertSame(200, $this->follow($secret)->status);
        $this->end($how, $invoice);

        $page = $this->open_link(['view' => 'bill', 'link' => $link]);
        self::assertSame(404, $page->status);
        $_COOKIE = [];
        $unknown = $this->follow(strrev($secret));
        $ended = $this->follow($secret);
        self::assertSame(404, $ended->status);
        self::assertSame($unknown->html, $ended->html);
        self::assertStringContainsString('This link has ended', $ended->html);
        self::assertStringNotContainsString((string) $invoice->number, $ended->html);
        self::assertSame([], $_COOKIE);
    }

    public function test_a_link_that_was_revoked_is_replaced_in_the_next_mail(): void
    {
        $invoice = $this->issued($this->a);
        $before = $this->secret($invoice);
        $this->end('revoked', $invoice);
        self::assertSame('invoice.links_revoked', $this->plugin->database()->value("SELECT type FROM {$this->plugin->database()->table('events')} ORDER BY id DESC LIMIT 1"));
        self::assertSame(200, $this->rest('POST', "/counterfoil/v1/invoices/{$invoice->id}/resend", ['invite' => false], $this->administrator())->get_status());

        self::assertNotSame($before, $now = $this->secret($invoice));
        self::assertSame(404, $this->follow($before)->status);
        self::assertSame(200, $this->follow($now)->status);
    }

    public function test_a_guess_changes_nothing_and_guesses_are_slowed_down(): void
    {
        $invoice = $this->issued($this->a);
        $secret = $this->secret($invoice);
        $door = $this->plugin->module(PortalPagesModule::class)->door();
        $answers = [];
        for ($guess = 0; $guess < 40; ++$guess) {
            $answers[$door->lead(str_repeat('a', 42) . chr(97 + $guess % 26), $this->portal->id, '')] = true;
        }

        self::assertCount(1, $answers);
        self::assertGreaterThan(0, $this->rows_of('login_throttle'));
        // One that works is never held up.
        self::assertSame(200, $this->follow($secret)->status);
    }

    public function test_a_scanner_that_follows_the_link_opens_nothing_and_uses_nothing_up(): void
    {
        $invoice = $this->issued($this->a);
        $secret = $this->secret($invoice);
        unset($_SERVER['HTTP_SEC_FETCH_DEST']);
        $this->follow($secret);
        $this->follow($secret);
        self::assertNull($this->invoice_now($invoice)->opened_at);

        $_SERVER['HTTP_SEC_FETCH_DEST'] = 'document';
        $this->follow($secret);
        $this->follow($secret);
        self::assertNotNull($this->invoice_now($invoice)->opened_at);
        $events = $this->plugin->database()->rows("SELECT actor_name, data FROM {$this->plugin->database()->table('events')} WHERE type = 'invoice.opened_by_link'");
        self::assertCount(1, $events);
        self::assertSame('ada@harbour.test', json_decode((string) $events[0]['data'], true)['email']);
    }

    public function test_who_may_only_look_sees_no_way_to_pay(): void
    {
        $vera = $this->view_only($this->b, 'vera@brauhaus.test');
        $invoice = $this->issued($this->b);
        $opened = $this->follow($this->secret($invoice, $vera->email));

        self::assertSame(200, $opened->status);
        self::assertStringNotContainsString('cf-pay__panel', $opened->html);
    }

    public function test_the_page_names_nobody_a_referrer_and_is_kept_by_nobody(): void
    {
        $_GET = ['view' => 'bill', 'link' => '1'];
        $GLOBALS['wp_query'] = $GLOBALS['wp_the_query'] = new WP_Query(['page_id' => (int) $this->portal->portal_page_id]);
        $headers = (new PrivatePages())->headers([]);

        self::assertSame('no-referrer', $headers['Referrer-Policy']);
        self::assertStringContainsString('no-store', $headers['Cache-Control']);
        self::assertStringContainsString('noindex', $headers['X-Robots-Tag']);
    }

    private function end(string $how, Invoice $invoice): void
    {
        $database = $this->plugin->database();
        $links = $this->plugin->module(LinksModule::class);
        match ($how) {
            'revoked' => self::assertSame(200, $this->rest('POST', "/counterfoil/v1/invoices/{$invoice->id}/revoke-links", null, $this->administrator())->get_status()),
            'void' => $this->plugin->module(IssuingModule::class)->void()->handle($invoice->id, Actor::system(), 'A mistake'),
            'suspended' => $this->plugin->module(ClientsModule::class)->change_access()->suspend($this->contact_a->id, Viewer::system()),
            'removed' => $database->delete('contacts', ['id' => $this->contact_a->id]),
            'off' => $links->settings()->update(false, 30, Viewer::system()),
            'off for the client' => $links->settings()->change($this->a->id, false, Viewer::system()),
            'too late' => [$database->update('pay_links', ['mailed_at' => '2020-01-01 00:00:00'], ['invoice_id' => $invoice->id]), $database->update('invoices', ['due_date' => '2020-01-31', 'due_on' => '2020-01-31'], ['id' => $invoice->id])],
            default => $this->pay_long_ago($invoice),
        };
    }

    private function pay_long_ago(Invoice $invoice): void
    {
        $today = $this->plugin->module(BusinessModule::class)->calendar()->today();
        $paid = $this->rest('POST', "/counterfoil/v1/invoices/{$invoice->id}/offline-payments", ['amount' => ['amount' => $invoice->total, 'currency' => 'EUR'], 'method' => 'cash', 'paid_on' => $today, 'reference' => '', 'send_receipt' => false], $this->administrator());
        self::assertSame(200, $paid->get_status(), (string) wp_json_encode($paid->get_data()));
        $this->plugin->database()->update('invoices', ['paid_at' => '2020-01-31 00:00:00'], ['id' => $invoice->id]);
    }

    private function follow(string $secret): Opened
    {
        $to = (string) $this->plugin->module(PortalPagesModule::class)->door()->lead($secret, $this->portal->id, '');
        self::assertStringNotContainsString($secret, $to);
        wp_parse_str((string) wp_parse_url($to, PHP_URL_QUERY), $query);

        return $this->open_link(array_filter(array_diff_key($query, ['page_id' => 0]), is_string(...)));
    }

    /** @param array<array-key, string|int> $query */
    private function open_link(array $query): Opened
    {
        return $this->open((int) $this->portal->portal_page_id, array_combine(array_map(strval(...), array_keys($query)), $query));
    }

    private function secret(Invoice $invoice, string $email = 'ada@harbour.test'): string
    {
        $this->send_mail();
        $mails = array_filter($this->outbox->to($email), static fn (array $mail): bool => str_contains($mail['subject'], (string) $invoice->number));
        $mail = end($mails);
        self::assertNotFalse($mail);
        self::assertSame(1, preg_match('/' . LinksInMail::ARGUMENT . '=([\w-]{43})/', $mail['message'], $found), $mail['message']);

        return $found[1] ?? '';
    }

    private function link_of(Invoice $invoice): int
    {
        return (int) $this->plugin->database()->value("SELECT id FROM {$this->plugin->database()->table('pay_links')} WHERE invoice_id = ?", [$invoice->id]);
    }

    private function invoice_now(Invoice $invoice): Invoice
    {
        return $this->plugin->module(InvoicesModule::class)->invoices()->get($invoice->id, Viewer::system());
    }
}

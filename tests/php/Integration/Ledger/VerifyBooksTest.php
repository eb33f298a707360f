<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Ledger;

use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\Issuing\IssuingModule;
use Counterfoil\Ledger\LedgerModule;
use Counterfoil\Ledger\Posting;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Database\UniqueViolation;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Integration\Invoices\MakesInvoices;
use Counterfoil\Tests\Support\IntegrationTestCase;
use LogicException;
use PHPUnit\Framework\Attributes\DataProvider;

/** Law 15: the books balance, and what does not is found. */
final class VerifyBooksTest extends IntegrationTestCase
{
    use MakesInvoices;

    public function test_law_15_every_movement_is_posted_and_balances_are_their_sums(): void
    {
        $client = $this->client();
        $paid = $this->issued($client);
        $this->refund($this->payment($paid, 12300), 300);
        $surplus = $this->issued($client);
        $this->payment($surplus, 13000);
        $this->payment($this->issued($client), 2300);
        $this->void($this->issued($client));
        $this->payment($this->void($this->issued($client)), 500);

        self::assertSame([], $this->differences());
        self::assertSame(['EUR' => ['receivable' => 10000, 'credit' => 1200]], $this->plugin()->module(LedgerModule::class)->postings()->balances_of($client->id, Viewer::system()));
        self::assertSame([], $this->plugin()->module(LedgerModule::class)->postings()->balances_of($client->id, Viewer::staff(Actor::system(), [], [])));
        $kinds = array_column($this->plugin()->database()->rows("SELECT kind, COUNT(*) AS how_many FROM {$this->plugin()->database()->table('ledger_postings')} GROUP BY kind ORDER BY kind"), 'how_many', 'kind');
        self::assertEquals(['invoice.issued' => 5, 'invoice.voided' => 2, 'payment.received' => 4, 'refund.made' => 1], $kinds);
    }

    /** @return iterable<string, array{string, string}> what somebody does to the database, and what is said of it */
    public static function harm(): iterable
    {
        yield 'paid' => ["UPDATE {invoices} SET paid = paid + 1", 'paid is 12301, should be 12300'];
        yield 'refunded' => ["UPDATE {invoices} SET refunded = 0", 'refunded is 0, should be 300'];
        yield 'due' => ["UPDATE {invoices} SET due = 5, due_on = due_date", 'due is 5, should be 0'];
        yield 'settlement' => ["UPDATE {invoices} SET settlement = 'unpaid'", 'settlement is unpaid, should be paid'];
        yield 'an allocation' => ["UPDATE {payment_allocations} SET amount = 12000", 'paid is 12300, should be 12000'];
        yield 'more for invoices than came' => ["UPDATE {payment_allocations} SET amount = 99999", 'for invoices beyond what came is 87699, should be 0'];
        yield 'what was set aside' => ["UPDATE {payments} SET refunded = 0", 'refunded is 0, should be 300'];
        yield 'what came' => ["UPDATE {payments} SET received = 500", 'received in the books is 12300, should be 500'];
        yield 'a refund' => ["UPDATE {refunds} SET amount = 301", 'given back in the books is 300, should be 301'];
        yield 'an entry' => ["UPDATE {ledger_entries} SET amount = amount + 1 WHERE account = 'receivable' AND amount > 0", 'sum of its entries is 1, should be 0'];
        yield 'entries gone' => ["DELETE FROM {ledger_entries} WHERE account = 'refunded' OR (account LIKE 'gateway:%' AND amount < 0)", 'entries is none, should be some'];
        yield 'a posting gone' => ["DELETE FROM {ledger_postings} WHERE kind = 'refund.made'", 'posting is none, should be one'];
        yield 'a number gone' => ["UPDATE {invoices} SET series_number = 4, number = 'INV-0004'", 'numbers 1 to 3 is missing, should be given'];
        yield 'still under way' => ["UPDATE {payment_allocations} SET under_way = invoice_id", 'invoices it runs for although it ended is 1, should be 0'];
    }

    #[DataProvider('harm')]
    public function test_each_figure_that_is_wrong_is_named(string $sql, string $said): void
    {
        $this->refund($this->payment($this->issued($this->client()), 12300), 300);
        self::assertSame([], $this->differences());
        $this->leave_books_unequal();
        $database = $this->plugin()->database();
        $database->execute((string) preg_replace_callback('/\{([a-z_]+)\}/', static fn (array $found): string => $database->table($found[1]), $sql));

        self::assertStringContainsString($said, implode("\n", $this->differences()));
    }

    public function test_a_credit_that_nobody_brought_is_named(): void
    {
        $client = $this->client();
        $this->issued($client);
        $this->leave_books_unequal();
        $this->post($this->posting('gift', $client->id)->with('offline', 100)->with('credit', -100));

        self::assertSame(["client {$client->id}: credit in EUR is 100, should be 0"], $this->differences());
    }

    public function test_a_movement_is_posted_once_and_only_when_it_balances(): void
    {
        $client = $this->client();
        foreach ([[$this->posting('uneven', $client->id)->with('offline', 100), LogicException::class]] as [$posting, $error]) {
            try {
                $this->post($posting);
                self::fail('It was posted.');
            } catch (LogicException $caught) {
                self::assertInstanceOf($error, $caught);
            }
        }
        $even = $this->posting('even', $client->id)->with('offline', 100)->with('bank', -100);
        $this->post($even);
        try {
            $this->post($even);
            self::fail('It was posted twice.');
        } catch (UniqueViolation) {
            self::assertSame(1, $this->rows_in('ledger_postings', "source = 'even'"));
        }
    }

    public function test_what_was_sealed_and_altered_is_found(): void
    {
        $client = $this->client();
        $seal = fn () => $this->plugin()->module(LedgerModule::class)->seal()->handle();
        $this->issued($client);
        $seal();
        $this->payment($this->issued($client), 12300);
        $seal();
        $seal();
        $database = $this->plugin()->database();
        [$first, $second] = array_column($database->rows("SELECT id FROM {$database->table('ledger_seals')} ORDER BY id"), 'id');
        self::assertSame(2, $this->rows_in('ledger_seals'));
        self::assertSame(0, $this->rows_in('ledger_postings', 'seal_id IS NULL'));
        self::assertSame([], $this->differences());

        $this->leave_books_unequal();
        // Balanced, and so not to be seen by any sum.
        $database->execute("UPDATE {$database->table('ledger_entries')} SET account = 'tax2' WHERE account = 'tax' ORDER BY id LIMIT 1");
        $said = implode("\n", $this->differences());
        self::assertStringContainsString("seal {$first}: hash is ", $said);
        self::assertStringNotContainsString("seal {$second}", $said);
        $database->execute("UPDATE {$database->table('ledger_seals')} SET hash = ? WHERE id = ?", [str_repeat('0', 64), $first]);
        self::assertStringContainsString("seal {$second}: hash is ", implode("\n", $this->differences()));
        $database->execute("DELETE FROM {$database->table('ledger_seals')} WHERE id = ?", [$second]);
        self::assertStringContainsString('its seal is gone', implode("\n", $this->differences()));
    }

    public function test_what_is_kept_of_a_day_is_held_against_its_sealed_entries(): void
    {
        $invoice = $this->issued($this->client());
        $this->plugin()->module(LedgerModule::class)->seal()->handle();
        $this->payment($invoice, 2300);
        $this->plugin()->module(LedgerModule::class)->seal()->handle();
        self::assertSame([], $this->differences());

        $this->leave_books_unequal();
        $database = $this->plugin()->database();
        $database->execute("UPDATE {$database->table('ledger_days')} SET receivable = receivable + 5");
        self::assertSame(["client {$invoice->client_id} in EUR on {$this->day()}: receivable kept of the day is 10005, should be 10000"], $this->differences());
        $database->execute("DELETE FROM {$database->table('ledger_days')}");
        self::assertSame(["client {$invoice->client_id} in EUR on {$this->day()}: receivable kept of the day is 0, should be 10000"], $this->differences());
    }

    public function test_what_is_kept_of_a_client_is_held_against_its_entries(): void
    {
        $invoice = $this->issued($this->client());
        $this->payment($invoice, 13500);
        self::assertSame([], $this->differences());

        $this->leave_books_unequal();
        $database = $this->plugin()->database();
        $database->execute("UPDATE {$database->table('ledger_clients')} SET received = received + 5, credit = credit - 7");
        $client = "client {$invoice->client_id} in EUR";
        self::assertSame(["{$client}: received kept is 13505, should be 13500", "{$client}: credit kept is 1193, should be 1200"], $this->differences());
        $database->execute("DELETE FROM {$database->table('ledger_clients')}");
        self::assertSame(["{$client}: received kept is 0, should be 13500", "{$client}: credit kept is 0, should be 1200"], $this->differences());

        $this->plugin()->module(LedgerModule::class)->sums()->rebuild();
        self::assertSame([], $this->differences());
    }

    public function test_two_seals_never_follow_the_same_one(): void
    {
        $row = ['previous' => 7, 'up_to_posting_id' => 1, 'postings' => 1, 'hash' => '', 'sealed_at' => '2026-01-01 00:00:00'];
        $this->leave_books_unequal();
        $this->plugin()->database()->insert('ledger_seals', $row);
        $this->expectException(UniqueViolation::class);
        $this->plugin()->database()->insert('ledger_seals', $row);
    }

    /** @return list<string> */
    private function differences(): array
    {
        return array_map(strval(...), iterator_to_array($this->plugin()->module(LedgerModule::class)->verify()->handle(), false));
    }

    private function void(Invoice $invoice): Invoice
    {
        return $this->plugin()->module(IssuingModule::class)->void()->handle($invoice->id, Actor::system());
    }

    private function posting(string $source, int $client_id): Posting
    {
        return new Posting('test.made', $source, $client_id, 'EUR', $this->plugin()->clock()->now());
    }

    private function post(Posting $posting): void
    {
        $this->plugin()->database()->transaction(fn () => $this->plugin()->module(LedgerModule::class)->post()->handle($posting));
    }
}

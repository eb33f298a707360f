<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Reports;

use Counterfoil\Clients\Client;
use Counterfoil\Invoices\CreditNotes\CreditExtent;
use Counterfoil\Invoices\CreditNotes\CreditNotesModule;
use Counterfoil\Invoices\CreditNotes\Surplus;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Invoices\Issuing\IssuingModule;
use Counterfoil\Ledger\LedgerModule;
use Counterfoil\Ledger\StatementBalance;
use Counterfoil\Payments\Credit\CreditModule;
use Counterfoil\Payments\Offline\OfflineMethod;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Reports\Period;
use Counterfoil\Reports\PeriodName;
use Counterfoil\Reports\Statements\Statement;
use Counterfoil\Reports\Statements\StatementLine;
use Counterfoil\Reports\Statements\StatementsModule;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Money\MoneyFormat;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Integration\Invoices\MakesInvoices;
use Counterfoil\Tests\Support\FitsContract;
use Counterfoil\Tests\Support\IntegrationTestCase;
use Counterfoil\Tests\Support\SendsRestRequests;
use Counterfoil\Tests\Support\WritesRows;
use DateTimeImmutable;
use PHPUnit\Framework\Attributes\DataProvider;

/** A statement says what the books say, day by day. */
final class StatementTest extends IntegrationTestCase
{
    use FitsContract;
    use MakesInvoices;
    use SendsRestRequests;
    use WritesRows;

    private const STEPS = 120;

    public function test_whatever_was_done_it_closes_as_the_books_do_and_opens_as_the_one_before_closed(): void
    {
        $seed = (int) (getenv('COUNTERFOIL_SEED') ?: 20261126);
        mt_srand($seed);
        $client = $this->client();
        $clock = $this->clock();
        $begin = new DateTimeImmutable('2026-01-03 10:00:00 UTC');
        $steps = ['issue', 'issue', 'issue', 'pay', 'pay', 'overpay', 'refund', 'void', 'credit', 'prepay', 'use'];
        for ($step = 0; $step < self::STEPS; $step++) {
            $clock->set($begin->modify('+' . intdiv($step * 150, self::STEPS) . ' days'));
            $this->step($steps[mt_rand(0, count($steps) - 1)], $client);
            if ($step % 37 === 0) {
                $this->plugin()->module(LedgerModule::class)->seal()->handle();
            }
        }
        self::assertGreaterThan(10, $this->rows_in('ledger_days'));
        self::assertGreaterThan(0, $this->rows_in('ledger_postings', 'seal_id IS NULL'));
        self::assertSame([], iterator_to_array($this->plugin()->module(LedgerModule::class)->verify()->handle(), false));

        $last = null;
        $lines = 0;
        foreach (['2025-12', '2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06'] as $month) {
            $statement = $this->statement($client, Period::between("{$month}-01", Calendar::add_days(Calendar::add_months("{$month}-01", 1), -1)));
            $all = $this->all($statement);
            $lines += count($all);
            self::assertSame($last ?? 0, $statement->opening()->amount, "Seed {$seed}, {$month}");
            self::assertSame($this->in_the_books($client, $statement->period->to), $statement->closing()->amount, "Seed {$seed}, {$month}");
            self::assertSame($all === [] ? $statement->opening()->amount : $all[count($all) - 1]->balance->amount, $statement->closing()->amount, "Seed {$seed}, {$month}");
            self::assertSame($statement->closing()->amount - $statement->opening()->amount, array_sum(array_map(static fn (StatementLine $line): int => $line->charged->amount - $line->relieved->amount, $all)));
            self::assertEquals($all, $this->by_pages($statement, 3), "Seed {$seed}, {$month}");
            $last = $statement->closing()->amount;
        }
        self::assertGreaterThan(self::STEPS / 2, $lines);
        $balances = $this->plugin()->module(LedgerModule::class)->postings()->balances_of($client->id, Viewer::system())['EUR'];
        self::assertSame($balances['receivable'] - $balances['credit'], $last);
    }

    public function test_each_movement_has_its_line_in_words(): void
    {
        $client = $this->client();
        $this->clock()->set(new DateTimeImmutable('2026-03-02 10:00:00 UTC'));
        $first = $this->issued($client);
        $this->void($this->issued($client));
        $this->clock()->set(new DateTimeImmutable('2026-03-05 10:00:00 UTC'));
        $this->refund($this->payment($first, 13000), 300);
        $this->credit($first, 2300);
        $second = $this->issued($client);
        $this->plugin()->module(CreditModule::class)->prepay()->handle($client->id, Money::of(5000, 'EUR'), OfflineMethod::BankTransfer, '2026-03-04', 'Deposit', Viewer::system(), 'ahead');
        $this->plugin()->module(CreditModule::class)->use()->handle($second->id, Money::of(1000, 'EUR'), Viewer::system(), 'use');

        self::assertSame([
            ['2026-03-02', 'Invoice INV-0001', 12300, 0, 12300],
            ['2026-03-02', 'Invoice INV-0002', 12300, 0, 24600],
            ['2026-03-02', 'Invoice INV-0002 voided', 0, 12300, 12300],
            ['2026-03-04', 'Payment · Bank transfer · Deposit', 0, 5000, 7300],
            ['2026-03-05', 'Payment for INV-0001 · Visa ending in 4242', 0, 13000, -5700],
            ['2026-03-05', 'Refund RF-0001 for INV-0001', 300, 0, -5400],
            ['2026-03-05', 'Credit note CN-0001 for INV-0001', 0, 2300, -7700],
            ['2026-03-05', 'Invoice INV-0003', 12300, 0, 4600],
            ['2026-03-05', '€10.00 of the credit balance applied to INV-0003', 0, 0, 4600],
        ], $this->read($client, '2026-03-01', '2026-03-31'));
        self::assertSame([['2026-03-04', 'Payment · Bank transfer · Deposit', 0, 5000, 7300]], $this->read($client, '2026-03-03', '2026-03-04'));
    }

    public function test_what_is_given_back_for_good_is_charged_and_not_asked_for_again(): void
    {
        $client = $this->client();
        $invoice = $this->issued($client);
        $this->refund($this->payment($invoice, 12300), 12300);

        self::assertSame([
            [$this->day(), 'Invoice INV-0001', 12300, 0, 12300],
            [$this->day(), 'Payment for INV-0001 · Visa ending in 4242', 0, 12300, 0],
            [$this->day(), 'Refund RF-0001 for INV-0001 (no longer due)', 12300, 12300, 0],
        ], $this->read($client, $this->day(), $this->day()));
    }

    public function test_money_for_a_pro_forma_is_prepaid_until_its_invoice_is_made(): void
    {
        $client = $this->client();
        $pro_forma = $this->issued($client, ['kind' => 'pro_forma']);
        $pay = fn (int $amount) => $this->plugin()->module(PaymentsModule::class)->record_offline()->handle($pro_forma->id, Money::of($amount, 'EUR'), OfflineMethod::Cash, $this->day(), '', false, Actor::system(), bin2hex(random_bytes(8)));
        $pay(2300);
        $closing = fn (): StatementBalance => $this->statement($client, $this->this_month())->balances['EUR']['closing'];
        self::assertEquals(new StatementBalance(0, 0, 2300), $closing());
        $pay(10000);

        self::assertEquals(new StatementBalance(0, 0, 0), $closing());
        self::assertSame(-12300 + 12300, $this->in_the_books($client, $this->day()));
        $lines = $this->read($client, $this->day(), $this->day());
        self::assertSame([-2300, 0], [$lines[0][4], $lines[count($lines) - 1][4]]);
    }

    public function test_currencies_are_kept_apart(): void
    {
        $client = $this->client();
        $this->issued($client);
        $this->issued($client, ['currency' => 'PLN', 'lines' => [$this->line(['unit_price' => 5000])]]);
        $of = fn (?string $currency): array => [($statement = $this->plugin()->module(StatementsModule::class)->read()->of($client->id, $this->this_month(), $currency, Viewer::system()))->closing()->to_wire(), array_keys($statement->balances)];

        self::assertSame([['amount' => 12300, 'currency' => 'EUR'], ['EUR', 'PLN']], $of(null));
        self::assertSame([['amount' => 6150, 'currency' => 'PLN'], ['EUR', 'PLN']], $of('PLN'));
        self::assertSame(['amount' => 0, 'currency' => 'USD'], $of('USD')[0]);
    }

    public function test_over_rest_it_fits_the_contract_page_by_page(): void
    {
        $client = $this->client();
        foreach (range(1, 5) as $i) {
            $this->issued($client);
        }
        $user = $this->administrator();
        $path = "/counterfoil/v1/clients/{$client->id}/statement";
        $first = self::fits('statements.get', $this->rest('GET', "{$path}?per_page=3", null, $user));
        self::assertSame([0, 61500, 3], [$first['opening']['amount'], $first['closing']['amount'], count($first['items'])]);
        $second = self::fits('statements.get', $this->rest('GET', "{$path}?per_page=3&cursor=" . rawurlencode($first['next_cursor']), null, $user));
        self::assertSame([36900, 2, null, 61500], [$second['page_opening']['amount'], count($second['items']), $second['next_cursor'], $second['items'][1]['balance']['amount']]);
        self::assert_status(400, $this->rest('GET', "{$path}?currency=PLN&cursor=" . rawurlencode($first['next_cursor']), null, $user));
        self::refused(400, ['/to'], $this->rest('GET', "{$path}?period=custom&from=2026-03-02&to=2026-03-01", null, $user));
        self::refused(400, ['/from'], $this->rest('GET', "{$path}?period=custom", null, $user));
        self::assert_status(404, $this->rest('GET', '/counterfoil/v1/clients/999999/statement', null, $user));
        self::assertStringStartsWith('%PDF-', $this->rest('GET', "{$path}/pdf", null, $user)->get_data()->bytes);
    }

    public function test_the_table_is_safe_for_spreadsheets(): void
    {
        $client = $this->client('=cmd()');
        $this->plugin()->module(CreditModule::class)->prepay()->handle($client->id, Money::of(5000, 'EUR'), OfflineMethod::Other, $this->day(), '=SUM(A1)', Viewer::system(), 'ahead');
        $csv = implode('', iterator_to_array($this->rest('GET', "/counterfoil/v1/clients/{$client->id}/statement/csv", null, $this->administrator())->get_data()->parts(), false));

        self::assertSame([
            "\u{FEFF}Date,Entry,Currency,Charges,Payments and credits,Balance",
            substr($this->day(), 0, 7) . '-01,Opening balance,EUR,,,0.00',
            "{$this->day()},Payment · Paid outside the portal · =SUM(A1),EUR,,50.00,-50.00",
            $this->this_month()->to . ',Closing balance,EUR,,,-50.00',
            '',
        ], explode("\r\n", $csv));
    }

    public function test_abuse_01_who_does_not_see_the_client_finds_nothing(): void
    {
        $client = $this->client();
        $this->issued($client);
        $limited = Viewer::staff(Actor::system(), ['view'], [$client->id + 1]);
        self::assertSame([], $this->plugin()->module(LedgerModule::class)->statements()->balances($client->id, '2020-01-01', '2099-01-01', $limited));
        self::assertSame([], $this->plugin()->module(LedgerModule::class)->statements()->page($client->id, 'EUR', '2020-01-01', '2099-01-01', $limited, 10)['entries']);
        $this->expectExceptionObject(DomainError::not_found());
        $this->plugin()->module(StatementsModule::class)->read()->of($client->id, $this->this_month(), null, $limited);
    }

    public function test_a_page_costs_the_same_whatever_the_rows(): void
    {
        $client = $this->client();
        $count = fn (): int => count($this->queries(function () use ($client): void {
            $statement = $this->plugin()->module(StatementsModule::class)->read()->of($client->id, $this->this_month(), 'EUR', Viewer::system());
            $this->plugin()->module(StatementsModule::class)->read()->page($statement, new MoneyFormat('en_US'), Viewer::system(), 25);
        }));
        $this->payment($this->issued($client), 12300);
        $few = $count();
        foreach (range(1, 6) as $i) {
            $this->payment($this->issued($client), 12300);
        }

        self::assertSame($few, $count());
        self::assertLessThanOrEqual(8, $few);
    }

    /** @return iterable<string, array{PeriodName, string, string, string}> */
    public static function periods(): iterable
    {
        yield 'this month' => [PeriodName::ThisMonth, '2026-02-14', '2026-02-01', '2026-02-28'];
        yield 'last month, over the year' => [PeriodName::LastMonth, '2026-01-31', '2025-12-01', '2025-12-31'];
        yield 'this quarter' => [PeriodName::ThisQuarter, '2026-12-31', '2026-10-01', '2026-12-31'];
        yield 'last quarter, over the year' => [PeriodName::LastQuarter, '2026-03-01', '2025-10-01', '2025-12-31'];
        yield 'this year' => [PeriodName::ThisYear, '2026-07-01', '2026-01-01', '2026-12-31'];
        yield 'last year' => [PeriodName::LastYear, '2026-07-01', '2025-01-01', '2025-12-31'];
    }

    #[DataProvider('periods')]
    public function test_periods_by_name(PeriodName $name, string $today, string $from, string $to): void
    {
        $period = Period::of($name, $today);
        self::assertSame([$from, $to], [$period->from, $period->to]);
    }

    private function step(string $what, Client $client): void
    {
        $found = $this->plugin()->database()->row("SELECT id FROM {$this->plugin()->database()->table('invoices')} WHERE client_id = ? ORDER BY id DESC LIMIT 1 OFFSET " . mt_rand(0, 3), [$client->id]);
        $invoice = $found === null ? $this->issued($client) : $this->plugin()->module(InvoicesModule::class)->invoices()->get((int) $found['id'], Viewer::system());
        $some = mt_rand(1, 90) * 100;
        try {
            // "use" is what is left.
            match ($what) {
                'issue' => $this->issued($client, ['lines' => [$this->line(['unit_price' => $some])]]),
                'pay' => $this->plugin()->module(PaymentsModule::class)->record_offline()->handle($invoice->id, Money::of($some, 'EUR'), OfflineMethod::Cash, $this->day(-mt_rand(0, 9)), '', false, Actor::system(), bin2hex(random_bytes(8))),
                'overpay' => $this->payment($invoice, $some),
                'refund' => $this->refund_some($some),
                'void' => $this->void($invoice),
                'credit' => $this->credit($invoice, $some),
                'prepay' => $this->plugin()->module(CreditModule::class)->prepay()->handle($client->id, Money::of($some, 'EUR'), OfflineMethod::Cash, $this->day(-mt_rand(0, 3)), '', Viewer::system(), bin2hex(random_bytes(8))),
                default => $this->plugin()->module(CreditModule::class)->use()->handle($invoice->id, Money::of(100, 'EUR'), Viewer::system(), bin2hex(random_bytes(8))),
            };
        } catch (DomainError) {
            // It can't be done with this one: the next step is another one.
        }
    }

    private function refund_some(int $amount): void
    {
        $row = $this->plugin()->database()->row("SELECT id FROM {$this->plugin()->database()->table('payments')} WHERE received - refunded >= ? ORDER BY id DESC LIMIT 1", [$amount]);
        if ($row !== null) {
            $this->refund((int) $row['id'], $amount);
        }
    }

    private function void(Invoice $invoice): Invoice
    {
        return $this->plugin()->module(IssuingModule::class)->void()->handle($invoice->id, Actor::system());
    }

    private function credit(Invoice $invoice, int $amount): void
    {
        $now = $this->plugin()->module(InvoicesModule::class)->invoices()->get($invoice->id, Viewer::system());
        $this->plugin()->module(CreditNotesModule::class)->credit()->handle($now->id, $now->version, CreditExtent::amount($amount), 'Goodwill', Surplus::Keep, Viewer::system(), bin2hex(random_bytes(8)));
    }

    private function this_month(): Period
    {
        return Period::of(PeriodName::ThisMonth, $this->day());
    }

    private function statement(Client $client, Period $period): Statement
    {
        return $this->plugin()->module(StatementsModule::class)->read()->of($client->id, $period, 'EUR', Viewer::system());
    }

    /** @return list<StatementLine> */
    private function all(Statement $statement): array
    {
        return iterator_to_array($this->plugin()->module(StatementsModule::class)->read()->all($statement, new MoneyFormat('en_US'), Viewer::system()), false);
    }

    /** @return list<StatementLine> */
    private function by_pages(Statement $statement, int $limit): array
    {
        $lines = [];
        $after = null;
        do {
            $page = $this->plugin()->module(StatementsModule::class)->read()->page($statement, new MoneyFormat('en_US'), Viewer::system(), $limit, $after);
            array_push($lines, ...$page->lines);
            $after = $page->next;
        } while ($after !== null);

        return $lines;
    }

    /** @return list<array{string, string, int, int, int}> */
    private function read(Client $client, string $from, string $to): array
    {
        return array_map(
            // Ids go on counting where a test before took some back.
            static fn (StatementLine $line): array => [$line->day, (string) preg_replace('/RF-\d{4}/', 'RF-0001', $line->text), $line->charged->amount, $line->relieved->amount, $line->balance->amount],
            $this->all($this->statement($client, Period::between($from, $to)))
        );
    }

    /** Without anything that statements are made of. */
    private function in_the_books(Client $client, string $day): int
    {
        $database = $this->plugin()->database();

        return (int) $database->value(
            "SELECT SUM(entry.amount) FROM {$database->table('ledger_entries')} entry JOIN {$database->table('ledger_postings')} posting ON posting.id = entry.posting_id
            WHERE entry.client_id = ? AND posting.day <= ? AND entry.account IN ('receivable', 'credit', 'prepaid')",
            [$client->id, $day]
        );
    }
}

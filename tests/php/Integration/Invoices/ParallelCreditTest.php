<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Invoices;

use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Ledger\LedgerModule;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Support\CommittingTestCase;
use Counterfoil\Tests\Support\Processes;

/** Real processes at the same moment. */
final class ParallelCreditTest extends CommittingTestCase
{
    use MakesInvoices;

    public function test_abuse_31_eight_who_credit_at_once_never_credit_more_than_the_invoice(): void
    {
        $invoice = $this->issued($this->client());

        $answers = Processes::parallel(8, __DIR__ . '/parallel-credit.php', [$invoice->id, 4000]);

        self::assertSame(array_fill(0, 8, null), array_column($answers, 'error'));
        $said = array_merge(...array_column($answers, 'result'));
        $times = array_count_values($said)['credited'] ?? 0;
        self::assertSame([], array_diff($said, ['credited', 'invoice_changed', 'credit_too_large']));
        self::assertGreaterThan(0, $times);
        $now = $this->plugin()->module(InvoicesModule::class)->invoices()->get($invoice->id, Viewer::system());
        self::assertInstanceOf(Invoice::class, $now);
        self::assertSame([4000 * $times, 12300 - 4000 * $times, $times], [$now->credited, $now->due()->amount, $this->rows_in('credit_notes')]);
        self::assertLessThanOrEqual(3, $times);
        self::assertSame([], array_map(strval(...), iterator_to_array($this->plugin()->module(LedgerModule::class)->verify()->handle(), false)));
    }

    public function test_law_5_issuing_and_crediting_at_once_leave_no_gap_in_either_series(): void
    {
        $client = $this->client();
        $issued = array_map(fn (): int => $this->issued($client)->id, range(1, 5));
        $drafts = array_map(fn (): int => $this->draft($client)->id, range(1, 24));

        $answers = Processes::parallel(8, __DIR__ . '/parallel-documents.php', [$drafts, $issued]);

        self::assertSame(array_fill(0, 8, null), array_column($answers, 'error'));
        $done = array_count_values(array_merge(...array_column($answers, 'result')));
        self::assertSame([], array_diff(array_keys($done), ['issued', 'credited', 'invoice_changed']));
        self::assertSame(24, $done['issued']);
        self::assertGreaterThanOrEqual(24 + 5, $done['credited'], 'Whoever was first is never refused.');
        $database = $this->plugin()->database();
        foreach (['invoices' => 29, 'credit_notes' => $done['credited']] as $table => $count) {
            $numbers = array_map(static fn (array $row): int => (int) $row['series_number'], $database->rows("SELECT series_number FROM {$database->table($table)} WHERE number IS NOT NULL ORDER BY series_number"));
            self::assertSame(range(1, $count), $numbers, $table);
        }
        $credited = (int) $database->value("SELECT SUM(credited) FROM {$database->table('invoices')}");
        self::assertSame($credited, (int) $database->value("SELECT SUM(total) FROM {$database->table('credit_notes')}"));
        self::assertSame([], array_map(strval(...), iterator_to_array($this->plugin()->module(LedgerModule::class)->verify()->handle(), false)));
    }

    public function test_abuse_31_credit_is_used_once_whoever_wants_it_at_once(): void
    {
        $client = $this->client();
        $first = $this->issued($client);
        $this->payment($first, 22300);
        $ids = array_map(fn (): int => $this->issued($client)->id, range(1, 6));

        $answers = Processes::parallel(6, __DIR__ . '/parallel-use-credit.php', [min($ids), 3000]);

        self::assertSame(array_fill(0, 6, null), array_column($answers, 'error'));
        $counts = array_count_values(array_column($answers, 'result'));
        self::assertSame(['used' => 3, 'not_enough_credit' => 3], [...['used' => 0], ...$counts]);
        self::assertSame(3, $this->rows_in('credit_uses'));
        self::assertSame(1000, $this->plugin()->module(InvoicesModule::class)->invoices()->get($first->id, Viewer::system())->credit()->amount);
        self::assertSame([], array_map(strval(...), iterator_to_array($this->plugin()->module(LedgerModule::class)->verify()->handle(), false)));
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Bank;

use Counterfoil\Invoices\Settlement;
use Counterfoil\Tests\Integration\Payments\PaysInvoices;
use Counterfoil\Tests\Support\CommittingTestCase;
use Counterfoil\Tests\Support\Processes;

/** Real processes at the same moment. */
final class ParallelBankTest extends CommittingTestCase
{
    use ImportsStatements;
    use PaysInvoices;

    public function test_one_line_is_one_payment_whoever_confirms_it(): void
    {
        $client = $this->client();
        foreach (['same', 'different', 'ignored'] as $number => $what) {
            [$a, $b] = [$this->issued($client), $this->issued($client)];
            $this->imported($this->statement([[12300, "{$what} {$a->number}"]]));
            $entry = array_column($this->entries(), 'id', 'text')["{$what} {$a->number}"];
            $payments = $this->rows_in('payments');

            $answers = Processes::parallel(6, __DIR__ . '/parallel-confirm.php', [$what, $entry, $client->id, $a->id, $b->id]);

            self::assertSame(array_fill(0, 6, null), array_column($answers, 'error'), $what);
            $results = array_unique(array_column($answers, 'result'));
            $done = array_values(array_diff($results, ['bank_entry_not_open']));
            self::assertCount(1, $done, implode(', ', $results));
            $was_paid = ! in_array('ignored', $done, true);
            self::assertSame($was_paid ? 1 : 0, $this->rows_in('payments') - $payments, $what);
            $paid = array_filter([$a, $b], fn ($invoice): bool => $this->invoice_now($invoice)->settlement === Settlement::Paid);
            self::assertCount($was_paid ? 1 : 0, $paid, $what);
        }
    }

    public function test_undone_by_six_at_once_goes_back_once(): void
    {
        $client = $this->client();
        $invoice = $this->issued($client);
        $this->imported($this->statement([[12300, (string) $invoice->number]]));
        [$entry] = $this->entries();
        self::assert_status(200, $this->confirm_entry($entry['id'], $client->id, [$invoice->id => 12300]));

        $answers = Processes::parallel(7, __DIR__ . '/parallel-confirm.php', ['undone', $entry['id'], $client->id, $invoice->id, 0]);

        self::assertSame(array_fill(0, 7, null), array_column($answers, 'error'));
        self::assertSame(['open'], array_values(array_diff(array_unique(array_column($answers, 'result')), ['bank_entry_open'])));
        self::assertSame(1, $this->rows_in('payment_reversals'));
        self::assertSame([12300, 0], [$this->invoice_now($invoice)->due()->amount, $this->invoice_now($invoice)->credit()->amount]);
    }

    public function test_a_file_that_six_import_at_once_is_taken_once(): void
    {
        $answers = $this->import_at_once(6, $this->statement(array_map(static fn (int $number): array => [100 + $number, "line {$number}"], range(1, 250))));

        self::assertEquals(['imported' => 1, 'bank_statement_known' => 5], array_count_values($answers));
        self::assertSame([250, 1], [$this->rows_in('bank_entries'), $this->rows_in('bank_imports')]);
    }

    public function test_the_same_lines_in_two_formats_at_once_are_taken_once(): void
    {
        $camt = $this->statement(array_map(static fn (int $number): array => [100 + $number, "line {$number}", 'Ada', 'DE02120300000000202051'], range(1, 250)));
        $mt940 = ":20:START\n:25:37040044/0532013000\n:28C:1\n:60F:C261119EUR0,00\n" . implode('', array_map(
            static fn (int $number): string => sprintf(":61:2611201120C%d,%02dNTRFNONREF\n:86:166?20line %d?31DE02120300000000202051?32Ada\n", intdiv(100 + $number, 100), (100 + $number) % 100, $number),
            range(1, 250)
        )) . ":62F:C261120EUR0,00\n-\n";

        $answers = $this->import_at_once(4, $camt, $mt940);

        self::assertEquals(['imported' => 1, 'bank_statement_known' => 3], array_count_values($answers));
        self::assertSame([250, 1], [$this->rows_in('bank_entries'), $this->rows_in('bank_imports')]);
    }

    /** @return list<string> what came of it, of each process */
    private function import_at_once(int $count, string ...$files): array
    {
        $paths = array_map(static function (string $bytes): string {
            $path = (string) tempnam(get_temp_dir(), 'counterfoil-test');
            file_put_contents($path, $bytes);

            return $path;
        }, $files);
        try {
            $answers = Processes::parallel($count, __DIR__ . '/parallel-import.php', array_values($paths));
        } finally {
            array_map(wp_delete_file(...), $paths);
        }
        self::assertSame(array_fill(0, $count, null), array_column($answers, 'error'));

        return array_map(strval(...), array_column($answers, 'result'));
    }
}

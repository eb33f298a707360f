<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Bank;

use Counterfoil\Shared\Actor;
use Counterfoil\Tests\Integration\Invoices\MakesInvoices;
use Counterfoil\Tests\Support\CpuTime;
use Counterfoil\Tests\Support\IntegrationTestCase;

/** A long statement where many bills are open: read, matched and written. (Matching alone, and more of both: MatchTransfersTest.) */
final class ManyLinesTest extends IntegrationTestCase
{
    use ImportsStatements;
    use MakesInvoices;

    private const BILLS = 2_000;
    private const LINES = 2_000;

    public function test_a_long_statement_is_taken_in_quickly_and_in_little_memory(): void
    {
        $this->leave_books_unequal();
        $this->fill();
        // What WordPress remembers of the last long statement is not ours.
        $this->import(0, 1);
        [$memory, $took] = [[], []];
        foreach ([intdiv(self::LINES, 4), self::LINES] as $number => $lines) {
            memory_reset_peak_usage();
            $before = memory_get_usage();
            $took[] = CpuTime::microseconds(fn (): int => $this->import(($number + 1) * self::BILLS, $lines));
            $memory[] = memory_get_peak_usage() - $before;
        }

        self::assertSame(self::LINES + intdiv(self::LINES, 4) + 1, $this->rows_in('bank_entries'));
        self::assertSame(intdiv(self::LINES, 2), $this->rows_in('bank_entries', "import_id = (SELECT MAX(id) FROM {$this->plugin()->database()->table('bank_imports')}) AND grade = 'sure'"));
        self::assertLessThan($memory[0] + 1024 * 1024, $memory[1], 'Four times the lines take no more memory.');
        $bare = CpuTime::microseconds(fn () => $this->write_bare_rows(self::LINES));
        self::assertLessThan(3.0, $took[1] / $bare, 'Beside rows that are only written, one by one.');
    }

    private function write_bare_rows(int $count): void
    {
        $database = $this->plugin()->database();
        for ($row = 1; $row <= $count; ++$row) {
            $database->insert('settings', ['name' => "bare {$row}", 'value' => str_repeat('x', 200)]);
        }
    }

    private function import(int $from, int $lines): int
    {
        $path = (string) tempnam(get_temp_dir(), 'counterfoil-test');
        $file = fopen($path, 'w');
        self::assertNotFalse($file);
        [$begin, $end] = explode('<Ntry>', $this->statement([[1, 'x']]), 2);
        fwrite($file, $begin);
        for ($line = $from + 1; $line <= $from + $lines; ++$line) {
            $bill = $line % self::BILLS + 1;
            $text = $line % 2 === 0 ? sprintf('Invoice inv 2026 %05d thank you', $bill) : "hosting {$line}";
            fwrite($file, sprintf('<Ntry><Amt Ccy="EUR">%d.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-11-20</Dt></BookgDt><NtryDtls><TxDtls><RltdPties><Dbtr><Nm>Payer %d</Nm></Dbtr><DbtrAcct><Id><IBAN>DE%020d</IBAN></Id></DbtrAcct></RltdPties><RmtInf><Ustrd>%s</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>', $bill + 100, $line, $line, $text));
        }
        fwrite($file, substr($end, (int) strpos($end, '</Ntry>') + 7));
        fclose($file);
        try {
            $id = $this->bank()->receive()->read($path, 'long.xml', Actor::system());
        } finally {
            wp_delete_file($path);
        }
        self::assertIsInt($id);

        return $id;
    }

    private function fill(): void
    {
        $database = $this->plugin()->database();
        for ($from = 1; $from <= self::BILLS; $from += 500) {
            $rows = [];
            for ($number = $from; $number < $from + 500; ++$number) {
                $due = (100 + $number) * 100;
                $rows[] = sprintf("(%d, 'client %1\$d', 1, 'issued', 'unpaid', 'test', %d, 'INV-2026-%05d', 'EUR', 'exclusive', '', %d, %5\$d, %5\$d, 0, %5\$d, '[]', %5\$d, '2026-12-01', '2026-12-01', '2026-01-01 12:00:00')", intdiv($number, 5) + 1, $number, $number, 0, $due);
            }
            $database->execute("INSERT INTO {$database->table('invoices')} (client_id, client_sort, portal_id, status, settlement, series_period, series_number, number, currency, tax_mode, message, subtotal, discounted, net, tax, total, taxes, due, due_on, due_date, created_at) VALUES " . implode(', ', $rows));
        }
    }
}

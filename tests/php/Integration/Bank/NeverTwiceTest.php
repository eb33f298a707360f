<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Bank;

use Counterfoil\Tests\Integration\Payments\PaysInvoices;
use Counterfoil\Tests\Support\IntegrationTestCase;

/** A line is taken once, whichever files it comes in; two equal transfers are two. */
final class NeverTwiceTest extends IntegrationTestCase
{
    use ImportsStatements;
    use PaysInvoices;

    public function test_the_same_file_twice_adds_nothing(): void
    {
        $file = $this->statement([[100, 'a'], [200, 'b'], [-300, 'c']]);
        self::assertSame([3, 0], [$this->imported($file)['added'], $this->imported($this->statement([[100, 'a'], [400, 'd']]))['known'] - 1]);
        $again = $this->upload($file);
        self::assert_status(409, $again);
        self::assertSame('All 3 lines of this file were imported before. Nothing was added.', self::json($again)['message']);
        self::assertSame(4, $this->rows_in('bank_entries'));
        self::assertSame(2, $this->rows_in('bank_imports'));
    }

    public function test_overlapping_files_add_what_is_new_and_equal_transfers_are_both_kept(): void
    {
        $twice = [500, 'hosting', 'Ada', 'DE02120300000000202051'];
        self::assertSame(3, $this->imported($this->statement([$twice, $twice, [700, 'x']]))['added']);
        $second = $this->imported($this->statement([[700, 'x'], $twice, $twice, $twice, [900, 'y']]));
        self::assertSame([5, 2, 3], [$second['lines'], $second['added'], $second['known']]);
        self::assertCount(3, array_filter($this->entries(), static fn (array $entry): bool => $entry['text'] === 'hosting'));
        // In another order, spaced otherwise, and of another account.
        self::assert_status(409, $this->upload($this->statement([[900, 'y'], [500, 'hos ting', 'Ada', 'DE02120300000000202051'], [700, ' X']])));
        self::assertSame(1, $this->imported($this->statement([[900, 'y']], 'EUR', 'DE75512108001245126199'))['added']);
    }

    public function test_a_line_with_the_banks_own_reference_is_known_by_it(): void
    {
        $file = (string) file_get_contents(__DIR__ . '/../../fixtures/bank/camt053-08-de.xml');
        $this->imported($file);
        // The name is written otherwise in the next file; an entry with another reference is another one.
        self::assert_status(409, $this->upload(str_replace('Hafen &amp; Söhne GmbH', 'HAFEN UND SOEHNE', $file)));
        self::assertSame(1, $this->imported(str_replace('2026112022334455000', '2026112022334455001', $file))['added']);
    }

    public function test_lines_without_money_are_left_out(): void
    {
        $import = $this->imported($this->statement([[0, 'Terms changed'], [100, 'a']]));
        self::assertSame([1, 1, 0], [$import['lines'], $import['added'], $import['known']]);
        self::assertStringContainsString('There are no transactions in this file.', self::json($this->upload($this->statement([[0, 'Terms changed']])))['message']);
    }

    public function test_a_file_that_goes_wrong_half_way_adds_nothing(): void
    {
        self::assert_status(400, $this->upload(str_replace('2026-11-22', '2026-11-99', $this->statement([[100, 'a'], [200, 'b', '', '', '2026-11-22']]))));
        self::assertSame([0, 0], [$this->rows_in('bank_entries'), $this->rows_in('bank_imports')]);
    }

    public function test_a_request_that_is_sent_again_answers_as_before(): void
    {
        $file = $this->statement([[100, 'a']]);
        $staff = $this->administrator();
        $first = self::fits('bank.upload', $this->upload($file, user: $staff, headers: ['Idempotency-Key' => 'once']));
        self::assertSame($first, self::fits('bank.upload', $this->upload($file, user: $staff, headers: ['Idempotency-Key' => 'once'])));
    }

    public function test_there_are_limits(): void
    {
        $long = $this->upload($this->statement(array_map(static fn (int $number): array => [100, "n{$number}"], range(1, 10_001))));
        self::assert_status(400, $long);
        self::assertStringContainsString('A file can have up to 10,000 lines.', self::json($long)['message']);
        $large = $this->upload(str_repeat(' ', 10 * 1024 * 1024 + 1));
        self::assertStringContainsString('larger than 10 MB', self::json($large)['message']);
        self::assertStringContainsString('This file is empty.', self::json($this->upload(''))['message']);
    }
}

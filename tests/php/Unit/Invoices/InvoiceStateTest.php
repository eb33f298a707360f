<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Unit\Invoices;

use Counterfoil\Invoices\InvoiceState;
use Counterfoil\Invoices\InvoiceStatus;
use Counterfoil\Invoices\Settlement;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** Law 4: status, settlement and overdue are three facts; what people see is made of them. */
final class InvoiceStateTest extends TestCase
{
    /** Every status, settlement and side of the due date. */
    #[DataProvider('facts')]
    public function test_law_4_state_of(string $status, string $settlement, string $due_date, string $expected): void
    {
        self::assertSame($expected, InvoiceState::of(InvoiceStatus::from($status), Settlement::from($settlement), $due_date, '2026-03-31')->value);
    }

    /** @return iterable<string, array{string, string, string, string}> */
    public static function facts(): iterable
    {
        $states = [
            'draft' => ['unpaid' => ['draft', 'draft'], 'part_paid' => ['draft', 'draft'], 'paid' => ['draft', 'draft'], 'refunded' => ['draft', 'draft']],
            'issued' => ['unpaid' => ['due', 'overdue'], 'part_paid' => ['part_paid', 'overdue'], 'paid' => ['paid', 'paid'], 'refunded' => ['refunded', 'refunded']],
            'void' => ['unpaid' => ['void', 'void'], 'part_paid' => ['void', 'void'], 'paid' => ['void', 'void'], 'refunded' => ['void', 'void']],
        ];
        foreach ($states as $status => $settlements) {
            foreach ($settlements as $settlement => [$in_time, $late]) {
                yield "{$status}, {$settlement}, due tomorrow" => [$status, $settlement, '2026-04-01', $in_time];
                yield "{$status}, {$settlement}, due today" => [$status, $settlement, '2026-03-31', $in_time];
                yield "{$status}, {$settlement}, due yesterday" => [$status, $settlement, '2026-03-30', $late];
            }
        }
    }

    public function test_transitions_are_these_and_no_others(): void
    {
        $allowed = [];
        foreach (InvoiceStatus::cases() as $from) {
            foreach (InvoiceStatus::cases() as $to) {
                $from->may_become($to) && $allowed[] = "{$from->value} to {$to->value}";
            }
        }

        self::assertSame(['draft to issued', 'issued to void', 'issued to withdrawn'], $allowed);
    }

    #[DataProvider('sums')]
    public function test_law_4_settlement_of(int $total, int $paid, int $refunded, bool $was_paid, Settlement $expected): void
    {
        self::assertSame($expected, Settlement::of($total, $paid, $refunded, $was_paid));
    }

    /** @return iterable<string, array{int, int, int, bool, Settlement}> */
    public static function sums(): iterable
    {
        yield 'nothing came' => [100, 0, 0, false, Settlement::Unpaid];
        yield 'a part came' => [100, 40, 0, false, Settlement::PartPaid];
        yield 'all of it came' => [100, 100, 0, false, Settlement::Paid];
        yield 'more than that came' => [100, 150, 0, false, Settlement::Paid];
        yield 'over nothing' => [0, 0, 0, false, Settlement::Paid];
        yield 'a part went back' => [100, 100, 30, true, Settlement::Paid];
        yield 'all of it went back' => [100, 100, 100, true, Settlement::Refunded];
        yield 'the surplus went back' => [100, 150, 50, true, Settlement::Paid];
        yield 'a part came and went back before it was paid' => [100, 40, 40, false, Settlement::Unpaid];
        yield 'a part came, went back, came again' => [100, 80, 40, false, Settlement::PartPaid];
        yield 'a part came, went back, then all came' => [100, 140, 40, false, Settlement::Paid];
        yield 'what had gone back came back again' => [100, 100, 0, true, Settlement::Paid];
    }
}

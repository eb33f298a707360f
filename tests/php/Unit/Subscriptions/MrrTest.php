<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Unit\Subscriptions;

use Counterfoil\Products\Interval;
use Counterfoil\Subscriptions\Mrr\Mrr;
use Counterfoil\Subscriptions\Mrr\MrrKind;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** What an interval brings in a month, and what its movements are called. */
final class MrrTest extends TestCase
{
    /** @return iterable<string, array{int, string, int, int}> minor units of an interval, its unit and count, what that is in a month */
    public static function intervals(): iterable
    {
        yield 'a month' => [10000, 'month', 1, 10000];
        yield 'three months' => [10000, 'month', 3, 3333];
        yield 'a year is twelve months' => [12000, 'year', 1, 1000];
        yield 'two years' => [10001, 'year', 2, 417];
        yield 'a week is 12/52 of a month' => [1200, 'week', 1, 5200];
        yield 'six weeks' => [1999, 'week', 6, 1444];
        yield 'a day is 12/365 of a month' => [1200, 'day', 1, 36500];
        yield '45 days' => [100, 'day', 45, 68];
        yield 'a half goes away from zero' => [6, 'year', 1, 1];
        yield 'so does a half below zero' => [-6, 'year', 1, -1];
        yield 'less than a half' => [5, 'year', 1, 0];
    }

    #[DataProvider('intervals')]
    public function test_an_interval_is_brought_to_a_month(int $net, string $unit, int $count, int $mrr): void
    {
        self::assertSame($mrr, Mrr::monthly($net, new Interval($unit, $count)));
    }

    public function test_its_movements_have_kinds(): void
    {
        self::assertSame([null, null], [MrrKind::of(null, null, false), MrrKind::of(500, 500, false)]);
        self::assertSame([MrrKind::Started, MrrKind::Reactivation], [MrrKind::of(null, 500, true), MrrKind::of(null, 500, false)]);
        self::assertSame([MrrKind::Expansion, MrrKind::Contraction], [MrrKind::of(500, 501, false), MrrKind::of(500, 499, false)]);
        self::assertSame([MrrKind::Churn, MrrKind::Churn], [MrrKind::of(500, null, false), MrrKind::of(0, null, false)]);
        self::assertSame(MrrKind::Started, MrrKind::of(null, 0, true), 'what is free is active as well');
    }
}

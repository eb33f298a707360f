<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Unit\Subscriptions;

use Counterfoil\Subscriptions\Term;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class TermTest extends TestCase
{
    #[DataProvider('notices')]
    public function test_it_can_be_over_at_the_earliest(Term $term, string $started, string $notice, string $end): void
    {
        self::assertSame($end, $term->ends_earliest($started, $notice));
    }

    /** @return array<string, array{Term, string, string, string}> */
    public static function notices(): array
    {
        $year = new Term(12, 30, true);

        return [
            'within the first term' => [$year, '2026-01-31', '2026-02-10', '2027-01-31'],
            'on the last day for it' => [$year, '2026-01-31', '2027-01-01', '2027-01-31'],
            'a day late: another term' => [$year, '2026-01-31', '2027-01-02', '2028-01-31'],
            'years later' => [$year, '2026-01-31', '2030-06-01', '2031-01-31'],
            'a month has no such day' => [new Term(1, 0, true), '2026-01-31', '2026-02-10', '2026-02-28'],
            'after a term that is not renewed' => [new Term(12, 30, false), '2026-01-31', '2027-03-01', '2027-03-31'],
            'only a notice' => [new Term(0, 14, false), '2026-01-31', '2026-02-10', '2026-02-24'],
            'no notice: on the term’s end at the latest that same day' => [new Term(12, 0, true), '2026-01-31', '2027-01-31', '2027-01-31'],
        ];
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Unit\Documents;

use Counterfoil\Documents\NumberFormat;
use Counterfoil\Documents\Restart;
use InvalidArgumentException;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class NumberFormatTest extends TestCase
{
    public function test_numbers_are_written_as_agencies_write_them(): void
    {
        $format = new NumberFormat('INV-', 4);
        self::assertSame(['INV-0007', 'INV-12345', ''], [$format->text(7, '2026-11-05'), $format->text(12345, '2026-11-05'), $format->period('2026-11-05')]);

        $format = new NumberFormat('INV-', 4, '{year}-{number}', Restart::Yearly);
        self::assertSame(['INV-2026-0007', '2026'], [$format->text(7, '2026-11-05'), $format->period('2026-11-05')]);

        $format = new NumberFormat('FV/', 1, '{month}/{year}/{number}', Restart::Monthly);
        self::assertSame(['FV/11/2026/7', '2026-11'], [$format->text(7, '2026-11-05'), $format->period('2026-11-05')]);
    }

    public function test_braces_of_a_prefix_stay_what_was_typed(): void
    {
        self::assertSame('{number}7', (new NumberFormat('{number}', 1))->text(7, '2026-11-05'));
    }

    #[DataProvider('ambiguous')]
    public function test_a_pattern_that_would_write_a_number_twice_is_refused(string $pattern, Restart $restart): void
    {
        $this->expectException(InvalidArgumentException::class);
        new NumberFormat('INV-', 4, $pattern, $restart);
    }

    /** @return list<array{string, Restart}> */
    public static function ambiguous(): array
    {
        return [
            ['', Restart::Never],
            ['{number}{number}', Restart::Never],
            ['{number}', Restart::Yearly],
            ['{year}-{number}', Restart::Monthly],
            ['{month}-{number}', Restart::Monthly],
        ];
    }
}

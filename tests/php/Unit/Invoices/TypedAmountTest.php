<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Unit\Invoices;

use Counterfoil\Invoices\TypedAmount;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class TypedAmountTest extends TestCase
{
    /** @param list<int> $expected amounts of a currency with two decimals */
    #[DataProvider('typed')]
    public function test_reads_what_people_type(string $typed, array $expected): void
    {
        $two = array_filter(TypedAmount::candidates($typed), static fn (array $candidate): bool => $candidate['decimals'] === 2);

        self::assertSame($expected, array_column($two, 'amount'));
    }

    /** @return iterable<string, array{string, list<int>}> */
    public static function typed(): iterable
    {
        yield 'English' => ['1,200.50', [120050]];
        yield 'Polish' => ['1 200,50', [120050]];
        yield 'Polish with a narrow space' => ["1\u{202F}200,50 zł", [120050]];
        yield 'German' => ['1.200,50', [120050]];
        yield 'Swiss' => ["1'200.50", [120050]];
        yield 'one decimal' => ['1200,5', [120050]];
        yield 'whole' => ['1200', [120000]];
        yield 'with a sign' => ['€99', [9900]];
        yield 'with a code' => ['USD 99.90', [9990]];
        yield 'thousands or decimals' => ['1,200', [120, 120000]];
        yield 'millions' => ['1,234,567', [123456700]];
        yield 'thousands of a point' => ['1.005', [100500]];
        yield 'too large' => ['99999999999999999999', []];
        yield 'a name' => ['Harbour 12', []];
        yield 'a number' => ['INV-0042', []];
        yield 'points only' => ['...', []];
        yield 'SQL' => ["1' OR 1=1 --", []];
        yield 'nothing' => ['', []];
    }

    public function test_reads_by_the_decimals_of_the_currency(): void
    {
        self::assertSame(
            [['decimals' => 0, 'amount' => 1200], ['decimals' => 2, 'amount' => 120000], ['decimals' => 3, 'amount' => 1200000]],
            TypedAmount::candidates('1200')
        );
        self::assertContains('JPY', TypedAmount::currencies(0));
        self::assertContains('KWD', TypedAmount::currencies(3));
        self::assertContains('EUR', TypedAmount::currencies(2));
    }
}

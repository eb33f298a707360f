<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Unit\Shared;

use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Rest\CsvFile;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class CsvFileTest extends TestCase
{
    /** @return iterable<string, array{string|Money, string}> */
    public static function cells(): iterable
    {
        yield 'text' => ['Acme', 'Acme'];
        yield 'a formula' => ['=1+1', "'=1+1"];
        yield 'a sum' => ['+1', "'+1"];
        yield 'a difference' => ['-1', "'-1"];
        yield 'an address' => ['@SUM(A1)', "'@SUM(A1)"];
        yield 'a formula behind spaces' => ['  =1', "'  =1"];
        yield 'a formula in wide letters' => ['＝1', "'＝1"];
        yield 'behind a tab' => ["\tcmd", "'\tcmd"];
        yield 'behind a carriage return' => ["\rcmd", "\"'\rcmd\""];
        yield 'a quotation mark' => ['12" screen', '"12"" screen"'];
        yield 'a comma' => ['Pine, Ltd', '"Pine, Ltd"'];
        yield 'a semicolon' => ['Pine; Ltd', '"Pine; Ltd"'];
        yield 'two lines' => ["a\nb", "\"a\nb\""];
        yield 'money of two decimals' => [Money::of(505, 'EUR'), '5.05'];
        yield 'money below zero stays a number' => [Money::of(-505, 'EUR'), '-5.05'];
        yield 'yen' => [Money::of(12300, 'JPY'), '12300'];
        yield 'dinars' => [Money::of(1005, 'KWD'), '1.005'];
    }

    #[DataProvider('cells')]
    public function test_a_cell_is_read_as_what_it_is(string|Money $cell, string $written): void
    {
        $file = new CsvFile('Invoices', ['Name'], static fn (): array => [[$cell]]);

        self::assertSame("\u{FEFF}Name\r\n{$written}\r\n", implode('', [...$file->parts()]));
    }
}

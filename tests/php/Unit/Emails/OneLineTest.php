<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Unit\Emails;

use Counterfoil\Emails\Attachment;
use Counterfoil\Emails\OneLine;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class OneLineTest extends TestCase
{
    #[DataProvider('lines')]
    public function test_abuse_51_what_comes_out_is_one_line(string $given, string $expected): void
    {
        self::assertSame($expected, OneLine::of($given));
    }

    /** @return iterable<string, array{string, string}> */
    public static function lines(): iterable
    {
        yield 'plain' => ['Zażółć gęślą jaźń', 'Zażółć gęślą jaźń'];
        yield 'CR LF' => ["a\r\nBcc: b", 'a Bcc: b'];
        yield 'lone CR' => ["a\rb", 'a b'];
        yield 'NUL' => ["a\0b", 'a b'];
        yield 'line separator' => ["a\u{2028}b\u{2029}c\u{0085}d", 'a b c d'];
        yield 'override' => ["a\u{202E}b\u{2066}c", 'abc'];
        yield 'no UTF-8' => ["a\xFFb", 'a?b'];
        yield 'Hebrew stays' => ['שלום', 'שלום'];
    }

    public function test_a_name_cannot_end_its_header(): void
    {
        self::assertSame('Evil x@y.test Z', OneLine::name('Evil <x@y.test> "Z"'));
    }

    public function test_abuse_57_an_attachment_stays_in_its_folder(): void
    {
        self::assertSame('etc-passwd', (new Attachment('', '../../etc/passwd'))->filename());
        self::assertSame('INV-0001.pdf', (new Attachment('', 'INV-0001.pdf'))->filename());
        self::assertSame('document.pdf', (new Attachment('', '...'))->filename());
    }
}

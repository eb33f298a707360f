<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Unit\Documents;

use Counterfoil\Documents\Pdf;
use PHPUnit\Framework\TestCase;

final class PdfTest extends TestCase
{
    public function test_the_same_invoice_is_the_same_bytes(): void
    {
        foreach (['ordinary', 'polish', 'arabic'] as $name) {
            $paper = Samples::all()[$name];
            $first = Pdf::render($paper, 'INV-0042', new \DateTimeImmutable('2026-11-28 10:00 Europe/Berlin'));
            $zone = date_default_timezone_get();
            date_default_timezone_set('Asia/Tokyo');
            $second = Pdf::render($paper, 'INV-0042', new \DateTimeImmutable('2026-11-28 09:00 UTC'));
            self::assertSame('Asia/Tokyo', date_default_timezone_get());
            date_default_timezone_set($zone);

            self::assertStringStartsWith('%PDF-1.', $first);
            self::assertSame(md5($first), md5($second), $name);
        }
    }

    public function test_no_name_but_the_sellers_is_in_the_file(): void
    {
        $pdf = Pdf::render(Samples::document(), 'INV-0042', new \DateTimeImmutable('2026-11-28'));
        foreach (self::streams($pdf) as $stream) {
            $pdf .= $stream;
        }

        foreach (['TCPDF', 'tecnick', 'Counterfoil', 'WordPress', 'Powered'] as $name) {
            self::assertFalse(stripos($pdf, $name), $name);
            self::assertFalse(stripos($pdf, (string) mb_convert_encoding($name, 'UTF-16BE', 'UTF-8')), $name);
        }
        self::assertTrue(str_contains($pdf, '<pdf:Producer>Northfield Studio GmbH</pdf:Producer>'));
    }

    public function test_a_name_cannot_write_into_the_file(): void
    {
        $seller = 'A) /JavaScript (app.alert(1)) \\ </pdf:Producer><x>';
        $paper = Samples::document(['seller' => ['label' => 'From', 'name' => $seller, 'lines' => [$seller]]]);
        $pdf = Pdf::render($paper, 'x', new \DateTimeImmutable('2026-11-28'));

        self::assertSame(1, preg_match('/<\?xpacket begin.*<\?xpacket end="w"\?>/s', $pdf, $xmp));
        [$packet] = $xmp + [''];
        self::assertFalse(str_contains(str_replace($packet, '', $pdf), '/JavaScript (app'));
        $metadata = simplexml_load_string($packet);
        self::assertNotFalse($metadata);
        $metadata->registerXPathNamespace('pdf', 'http://ns.adobe.com/pdf/1.3/');
        self::assertSame([$seller], array_map(strval(...), $metadata->xpath('//pdf:Producer') ?: []));
    }

    public function test_the_browsers_drawing_is_plain_json(): void
    {
        $drawing = Pdf::drawing(Samples::document());

        self::assertSame('Invoice INV-0042', $drawing['title']);
        self::assertSame($drawing, Pdf::drawing(Samples::document()));
        self::assertJson(json_encode($drawing, JSON_THROW_ON_ERROR));
    }

    /** @return list<string> */
    private static function streams(string $pdf): array
    {
        preg_match_all('/stream\n(.*?)\nendstream/s', $pdf, $found);
        $plain = [];
        foreach ($found[1] as $stream) {
            set_error_handler(static fn (): bool => true);
            $plain[] = (string) gzuncompress($stream);
            restore_error_handler();
        }

        return $plain;
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Documents;

use Counterfoil\Documents\Pdf;
use Counterfoil\Tests\Unit\Documents\TransferSamples;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** What a camera reads from the printed bill, by a third program: the paper is drawn as pixels first. */
final class TransferCodesOnPaperTest extends TestCase
{
    /** @return iterable<string, array{string, string}> */
    public static function codes(): iterable
    {
        yield 'transfer-euro' => ['transfer-euro', TransferSamples::euro()->text];
        yield 'transfer-zloty' => ['transfer-zloty', TransferSamples::zloty()->text];
        // Everything else on such a paper is mirrored.
        yield 'transfer-right-to-left' => ['transfer-right-to-left', TransferSamples::euro()->text];
    }

    #[DataProvider('codes')]
    public function test_a_banking_app_reads_the_transfer(string $sample, string $text): void
    {
        $file = sys_get_temp_dir() . '/transfer-' . bin2hex(random_bytes(6));
        file_put_contents("{$file}.pdf", Pdf::render(TransferSamples::all()[$sample], $sample, new \DateTimeImmutable('2026-11-28')));
        try {
            Program::run(['pdftoppm', '-png', '-singlefile', '-r', '150', "{$file}.pdf", $file]);

            self::assertSame($text, rtrim(Program::run(['zbarimg', '--quiet', '--oneshot', '--raw', '-Sbinary', "{$file}.png"]), "\n"));
        } finally {
            array_map(unlink(...), glob("{$file}.*") ?: []);
        }
    }
}

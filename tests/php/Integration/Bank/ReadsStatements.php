<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Bank;

use Counterfoil\Bank\Formats\Camt053;
use Counterfoil\Bank\Formats\Charset;
use Counterfoil\Bank\Formats\Csv;
use Counterfoil\Bank\Formats\CsvHeader;
use Counterfoil\Bank\Formats\CsvMapping;
use Counterfoil\Bank\Formats\CsvQuestion;
use Counterfoil\Bank\Formats\Format;
use Counterfoil\Bank\Formats\Line;
use Counterfoil\Bank\Formats\Mt940;
use Counterfoil\Shared\DomainError;

/** Reads files as an import does, and knows what a person would have chosen for the columns. */
trait ReadsStatements
{
    /** @return list<Line> */
    private function lines(string $bytes): array
    {
        $path = (string) tempnam(get_temp_dir(), 'counterfoil-test');
        file_put_contents($path, $bytes);
        try {
            return iterator_to_array($this->read($path), false);
        } finally {
            wp_delete_file($path);
        }
    }

    private function assert_refused(string $bytes, string $says): void
    {
        try {
            $this->lines($bytes);
            self::fail('It was read.');
        } catch (DomainError $error) {
            self::assertStringContainsString($says, $error->getMessage());
            self::assertSame(400, $error->status);
        }
    }

    /** @return iterable<Line> */
    private function read(string $path): iterable
    {
        $format = Format::of($path);
        $path = $format === Format::Camt053 ? $path : Charset::without_utf16($path);
        switch ($format) {
            case Format::Camt053:
                return (new Camt053())->lines($path);
            case Format::Mt940:
                return (new Mt940())->lines($path);
            case Format::Csv:
                $header = CsvHeader::of($path);
                $guess = CsvQuestion::about($header)->guess->to_wire();
                $currency = str_contains($path, 'mbank') ? 'PLN' : (str_contains($path, 'uk') ? 'GBP' : $guess['currency']);

                return (new Csv($header, CsvMapping::from_array(['currency' => $currency] + $guess)))->lines($path);
        }
    }
}

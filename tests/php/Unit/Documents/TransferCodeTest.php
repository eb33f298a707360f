<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Unit\Documents;

use Counterfoil\Documents\Codes\QrCode;
use Counterfoil\Documents\Codes\TransferCode;
use Counterfoil\Documents\Drawing\Instruction;
use Counterfoil\Documents\Drawing\Sheets;
use Counterfoil\Documents\PageSize;
use Counterfoil\Documents\Paper;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class TransferCodeTest extends TestCase
{
    private const GERMAN = 'DE02120300000000202051';
    private const POLISH = 'PL61109010140000071219812874';

    public function test_the_european_code_has_its_lines_in_their_order(): void
    {
        self::assertSame("BCD\n002\n1\nSCT\nBYLADEM1001\nNorthfield Studio GmbH\nDE02120300000000202051\nEUR1061.91\n\n\nINV-0042", TransferSamples::euro()->text);
        self::assertSame('M', TransferSamples::euro()->correction);
    }

    public function test_the_polish_code_cuts_the_name_and_pads_the_amount(): void
    {
        self::assertSame('5250001234|PL|61109010140000071219812874|307500|Źródło Pikseli sp. z|FV/2026/11/0007|||', TransferSamples::zloty()->text);
        self::assertStringContainsString('|000007|', (string) TransferCode::zbp('A', self::POLISH, '', 7, 'X')?->text);
        self::assertStringStartsWith('|PL|', (string) TransferCode::zbp('A', self::POLISH, 'DE123456789', 7, 'X')?->text);
    }

    public function test_what_would_end_a_field_is_taken_out(): void
    {
        self::assertStringContainsString('|A B|C D|', (string) TransferCode::zbp("A|\nB", self::POLISH, '', 1, "C\tD")?->text);
        self::assertStringContainsString("\nA B\n", (string) TransferCode::epc("A\nB", self::GERMAN, '', 1, 'X')?->text);
    }

    /** @return iterable<string, array{TransferCode|null}> */
    public static function impossible(): iterable
    {
        yield 'nothing to pay' => [TransferCode::epc('A', self::GERMAN, '', 0, 'X')];
        yield 'more than the European code holds' => [TransferCode::epc('A', self::GERMAN, '', 100_000_000_000, 'X')];
        yield 'a name of 71 characters' => [TransferCode::epc(str_repeat('ż', 71), self::GERMAN, '', 1, 'X')];
        yield 'a name and a reference of too many bytes' => [TransferCode::epc(str_repeat('漢', 70), self::GERMAN, '', 1, str_repeat('漢', 60))];
        yield 'a Swiss account without its BIC' => [TransferCode::epc('A', 'CH9300762011623852957', '', 1, 'X')];
        yield 'ten thousand zlotys' => [TransferCode::zbp('A', self::POLISH, '', 1_000_000, 'X')];
        yield 'a foreign account for zlotys' => [TransferCode::zbp('A', self::GERMAN, '', 1, 'X')];
        yield 'a Polish reference of 33 characters' => [TransferCode::zbp('A', self::POLISH, '', 1, str_repeat('X', 33))];
    }

    #[DataProvider('impossible')]
    public function test_there_is_no_code_where_it_could_not_say_it(?TransferCode $code): void
    {
        self::assertNull($code);
    }

    public function test_at_the_limits_there_is_one(): void
    {
        self::assertNotNull(TransferCode::epc(str_repeat('A', 70), self::GERMAN, '', 99_999_999_999, str_repeat('X', 140)));
        self::assertNotNull(TransferCode::epc('A', 'CH9300762011623852957', 'POFICHBEXXX', 1, 'X'));
        self::assertNotNull(TransferCode::zbp('A', self::POLISH, '', 999_999, str_repeat('X', 32)));
    }

    public function test_the_same_text_makes_the_same_code_and_leaves_chance_alone(): void
    {
        $rows = QrCode::of(TransferSamples::euro()->text, 'M')->rows;
        $chance = [];
        for ($i = 0; $i < 5; ++$i) {
            self::assertSame($rows, QrCode::of(TransferSamples::euro()->text, 'M')->rows);
            $chance[] = mt_rand();
        }

        self::assertCount(5, array_unique($chance));
    }

    public function test_the_number_is_written_into_it_when_it_is_known(): void
    {
        $paper = Samples::document(['transfer' => ['label' => 'Pay', 'lines' => ['Reference: ' . Paper::NUMBER], 'code' => [
            'text' => (string) TransferCode::zbp('A', self::POLISH, '', 1, Paper::NUMBER)?->text, 'correction' => 'L', 'caption' => 'Scan',
        ]]]);
        $transfer = $paper->numbered('FV/7')->transfer;

        self::assertSame(['Reference: FV/7'], $transfer['lines'] ?? null);
        self::assertStringContainsString('|FV/7|||', $transfer['code']['text'] ?? '');
        // Banks would cut it.
        self::assertNull($paper->numbered(str_repeat('9', 33))->transfer['code'] ?? null);
    }

    public function test_the_creditor_reference_of_the_number_is_written_where_banks_look_for_it(): void
    {
        $numbered = static function (?TransferCode $code, string $number): array {
            $code = ['text' => (string) $code?->text, 'correction' => 'L', 'caption' => 'Scan'];
            $transfer = Samples::document(['transfer' => ['label' => 'Pay', 'lines' => ['Reference: ' . Paper::CREDITOR_REFERENCE], 'code' => $code]])->numbered($number)->transfer;

            return [$transfer['lines'][0] ?? '', $transfer['code']['text'] ?? ''];
        };
        $euro = TransferCode::epc('A', self::GERMAN, '', 1, Paper::CREDITOR_REFERENCE);

        [$line, $code] = $numbered($euro, '2348-231');
        self::assertSame('Reference: RF71 2348 231', $line);
        self::assertStringEndsWith("\nEUR0.01\n\nRF712348231\n", $code);
        self::assertSame($code, TransferCode::epc('A', self::GERMAN, '', 1, 'RF712348231')?->text, 'As it is said of a number that is known.');
        [$line, $code] = $numbered(TransferCode::zbp('A', self::POLISH, '', 1, Paper::CREDITOR_REFERENCE), '2348-231');
        self::assertStringContainsString('|RF712348231|||', $code);
        // A number that is too long for one stands for itself, in free words.
        [$line, $code] = $numbered($euro, 'INVOICE-2026-11-NORTH-00012');
        self::assertSame('Reference: INVOICE-2026-11-NORTH-00012', $line);
        self::assertStringEndsWith("\nEUR0.01\n\n\nINVOICE-2026-11-NORTH-00012", $code);
        // Its digits are wrong: free words as well.
        self::assertStringEndsWith("\n\nRF722348231", (string) TransferCode::epc('A', self::GERMAN, '', 1, 'RF722348231')?->text);
    }

    /** A mirrored code is read by some cameras only. */
    public function test_a_code_is_the_same_way_round_where_all_else_is_mirrored(): void
    {
        $drawn = static function (bool $is_mirrored): array {
            $sheets = new Sheets(PageSize::A4, $is_mirrored);
            $sheets->code(20.0, 50.0, 21.0, ['110', '001', '000'], '#000000');
            $marks = array_map(static fn (Instruction $mark): array => $mark->to_array(), $sheets->pages()[0]);
            $left = $is_mirrored ? PageSize::A4->width() - 20.0 - 21.0 : 20.0;

            return array_map(static fn (array $mark): array => [(float) $mark['x'] - $left, (float) $mark['y'], (float) $mark['width']], $marks);
        };

        self::assertSame([[0.0, 50.0, 14.0], [14.0, 57.0, 7.0]], $drawn(false));
        self::assertSame($drawn(false), $drawn(true));
    }
}

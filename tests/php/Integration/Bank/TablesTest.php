<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Bank;

use Counterfoil\Bank\Formats\Csv;
use Counterfoil\Bank\Formats\CsvHeader;
use Counterfoil\Bank\Formats\CsvMapping;
use Counterfoil\Bank\Formats\CsvQuestion;
use Counterfoil\Bank\Formats\Line;
use Counterfoil\Tests\Support\IntegrationTestCase;
use PHPUnit\Framework\Attributes\DataProvider;

/** Tables as banks and spreadsheets write them. */
final class TablesTest extends IntegrationTestCase
{
    use ReadsStatements;

    /** @return iterable<string, array{string, string, list<array{string, int, string, string, string}>}> header and lines, currency where no column says it; day, minor units, name, account, purpose */
    public static function tables(): iterable
    {
        yield 'ING in the Netherlands' => ['"Datum";"Naam / Omschrijving";"Rekening";"Tegenrekening";"Code";"Af Bij";"Bedrag (EUR)";"Mutatiesoort";"Mededelingen"' . "\n"
            . '"20261120";"Molen Advies";"NL69INGB0123456789";"NL44RABO0123456789";"OV";"Bij";"121,00";"Overschrijving";"INV-2026-0043"' . "\n"
            . '"20261121";"KPN";"NL69INGB0123456789";"NL18ABNA0484869868";"IC";"Af";"25,00";"Incasso";"Abonnement"' . "\n",
            'EUR', [['2026-11-20', 12100, 'Molen Advies', 'NL44RABO0123456789', 'INV-2026-0043'], ['2026-11-21', -2500, 'KPN', 'NL18ABNA0484869868', 'Abonnement']]];
        yield 'Revolut' => ["Type,Product,Started Date,Completed Date,Description,Amount,Fee,Currency,State,Balance\nTOPUP,Current,2026-11-19 23:59:01,2026-11-20 08:00:12,Payment from ACME LTD,150.00,0.00,EUR,COMPLETED,450.00\nCARD_PAYMENT,Current,2026-11-21 10:00:00,2026-11-22 08:00:12,Coffee,-3.50,0.00,EUR,COMPLETED,446.50\n",
            '', [['2026-11-20', 15000, '', '', 'Payment from ACME LTD'], ['2026-11-22', -350, '', '', 'Coffee']]];
        yield 'N26, with a byte order mark' => ["\xEF\xBB\xBF\"Booking Date\",\"Value Date\",\"Partner Name\",\"Partner Iban\",Type,\"Payment Reference\",\"Account Name\",\"Amount (EUR)\",\"Original Amount\",\"Original Currency\",\"Exchange Rate\"\n2026-11-20,2026-11-20,\"Anna Weiß\",DE02120300000000202051,\"Credit Transfer\",\"INV-2026-0001\",Main,123.0,,,\n",
            'EUR', [['2026-11-20', 12300, 'Anna Weiß', 'DE02120300000000202051', 'INV-2026-0001']]];
        yield 'ING in Poland' => ["\"Lista transakcji\";;;;;;;;;;\n\n\"Data transakcji\";\"Data księgowania\";\"Dane kontrahenta\";\"Tytuł\";\"Nr rachunku\";\"Nazwa banku\";\"Szczegóły\";\"Nr transakcji\";\"Kwota transakcji (waluta rachunku)\";\"Waluta\";\"Konto\"\n2026-11-20;2026-11-20;\" KWIACIARNIA RÓŻA \";\" FV 12/2026 \";'60102010260000042270201111 ';\"PKO BP\";\" PRZELEW \";'2026324.7';1230,00;PLN;Firmowe\n",
            '', [['2026-11-20', 123000, 'KWIACIARNIA RÓŻA', '60102010260000042270201111', 'FV 12/2026']]];
        yield 'Lloyds' => ["Transaction Date,Transaction Type,Sort Code,Account Number,Transaction Description,Debit Amount,Credit Amount,Balance\n20/11/2026,FPI,'30-00-00,12345678,SMITH LTD INV-2026-0070,,1250.00,5250.00\n23/11/2026,DD,'30-00-00,12345678,HOSTING,12.50,,5237.50\n",
            'GBP', [['2026-11-20', 125000, '', '', 'SMITH LTD INV-2026-0070'], ['2026-11-23', -1250, '', '', 'HOSTING']]];
        yield 'Crédit agricole' => ["Date;Date valeur;Libellé;Débit euros;Crédit euros;\n20/11/2026;20/11/2026;VIREMENT EN VOTRE FAVEUR ATELIER MOREAU INV-2026-0005;;1 200,00;\n23/11/2026;23/11/2026;FRAIS;12,50;;\n",
            'EUR', [['2026-11-20', 120000, '', '', 'VIREMENT EN VOTRE FAVEUR ATELIER MOREAU INV-2026-0005'], ['2026-11-23', -1250, '', '', 'FRAIS']]];
        yield 'no decimals, thousands with a comma' => ["Date,Name,Text,Amount,Currency\n2026-11-20,Ada,INV-1,\"12,300\",JPY\n2026-11-21,Bo,INV-2,950,JPY\n", '', [['2026-11-20', 12300, 'Ada', '', 'INV-1'], ['2026-11-21', 950, 'Bo', '', 'INV-2']]];
        yield 'three decimals' => ["Date,Name,Text,Amount,Currency\n2026-11-20,Ada,INV-1,12.345,KWD\n", '', [['2026-11-20', 12345, 'Ada', '', 'INV-1']]];
        yield 'a column in/out that says something else' => ["Date,Name,Text,Amount,Direction,Currency\n2026-11-20,Ada,INV-1,-12.30,north,EUR\n", '', [['2026-11-20', -1230, 'Ada', '', 'INV-1']]];
        yield 'without a header' => ["20.11.2026;Anna Weiss;INV-2026-0001;123,00\n21.11.2026;Bernd Klein;INV-2026-0002;5,00\n", 'EUR', [['2026-11-20', 12300, '', '', ''], ['2026-11-21', 500, '', '', '']]];
    }

    /** @param list<array{string, int, string, string, string}> $expected */
    #[DataProvider('tables')]
    public function test_what_columns_mean_is_guessed(string $table, string $currency, array $expected): void
    {
        $path = (string) tempnam(get_temp_dir(), 'counterfoil-test');
        file_put_contents($path, $table);
        $header = CsvHeader::of($path);
        $guess = CsvQuestion::about($header)->guess->to_wire();
        $lines = iterator_to_array((new Csv($header, CsvMapping::from_array(($currency === '' ? [] : ['currency' => $currency, 'currency_column' => null]) + $guess)))->lines($path), false);
        wp_delete_file($path);

        self::assertSame($expected, array_map(static fn (Line $line): array => [$line->booked_on, $line->amount, $line->name, $line->account, $line->purpose], $lines));
    }

    /** @return iterable<string, array{string, string}> */
    public static function broken_tables(): iterable
    {
        yield 'a date and no amount' => ["Date,Text,Amount\n2026-11-20,a,10.00 EUR\n2026-11-21,b,1O.00 EUR\n", 'Line 3: “1O.00 EUR” isn’t an amount.'];
        yield 'a quotation mark that is never closed' => ["Date,Text,Amount\n2026-11-20,a,10.00 EUR\n2026-11-21,\"b,11.00 EUR\n2026-11-22,c,12.00 EUR\n2026-11-23,\"d\",13.00 EUR\n", 'Line 3: A quotation mark is missing'];
        yield 'neither in nor out' => ["Date,Text,Amount,Cr/Dr\n" . str_repeat("2026-11-20,a,10.00 EUR,CR\n", 21) . "2026-11-21,b,11.00 EUR,XX\n", 'Line 23: It isn’t clear whether this is an incoming or an outgoing payment.'];
        yield 'thousands where decimals are meant' => ["Date,Text,Amount\n2026-11-20,a,\"10,00 EUR\"\n2026-11-21,b,\"1,250 EUR\"\n", 'Line 3: “1,250 EUR” isn’t an amount.'];
    }

    #[DataProvider('broken_tables')]
    public function test_no_row_of_a_table_is_lost(string $table, string $says): void
    {
        $this->assert_refused($table, $says);
    }

    /** @return iterable<string, array{string, string}> */
    public static function unicode(): iterable
    {
        foreach (['UTF-16LE' => "\xFF\xFE", 'UTF-16BE' => "\xFE\xFF"] as $charset => $mark) {
            yield "{$charset} with a mark" => [$charset, $mark];
            yield "{$charset} without" => [$charset, ''];
        }
        yield 'UTF-8 with a mark' => ['UTF-8', "\xEF\xBB\xBF"];
    }

    #[DataProvider('unicode')]
    public function test_files_in_unicode_are_read_as_others(string $charset, string $mark): void
    {
        $files = [
            'CSV' => "\"Date\"\t\"Name\"\t\"Amount\"\n2026-11-20\t\"Żółta Łódź\"\t10.00 EUR\n" . str_repeat("2026-11-21\tAda\t11.00 EUR\n", 900),
            'MT940' => ":20:1\n:25:DE89370400440532013000\n:60F:C261119EUR0,00\n:61:2611201120CR10,00NTRFNONREF\n:86:166?00x?20INV-1?32Żółta Łódź\n" . str_repeat(":61:2611211121CR11,00NTRFNONREF\n:86:166?00x?20INV-2?32Ada\n", 900),
        ];
        foreach ($files as $name => $text) {
            $lines = $this->lines($mark . mb_convert_encoding($text, $charset, 'UTF-8'));
            self::assertCount(901, $lines, $name);
            self::assertSame(['Żółta Łódź', 1000, '2026-11-20'], [$lines[0]->name, $lines[0]->amount, $lines[0]->booked_on], $name);
        }
    }

    public function test_the_next_file_of_a_bank_may_be_written_otherwise(): void
    {
        $path = (string) tempnam(get_temp_dir(), 'counterfoil-test');
        $read = function (string $name, string $charset, ?CsvMapping $mapping) use ($path): array {
            file_put_contents($path, mb_convert_encoding("Date,Name,Text,Amount\n" . str_repeat("2026-11-20,Ada,x,10.00 EUR\n", 3_000) . "2026-11-20,{$name},y,10.00 EUR\n", $charset, 'UTF-8'));
            $header = CsvHeader::of($path);
            $mapping ??= CsvQuestion::about($header)->guess;
            $lines = iterator_to_array((new Csv($header, $mapping))->lines($path), false);

            return [$lines[3_000]->name, $mapping];
        };
        [, $mapping] = $read('Ada', 'UTF-8', null);
        foreach (['Jürgen Weiß' => 'Windows-1252', 'Zoë' => 'UTF-8'] as $name => $charset) {
            self::assertSame($name, $read($name, $charset, $mapping)[0]);
        }
        [, $mapping] = $read('Jürgen Weiß', 'Windows-1252', null);
        self::assertSame('Łódź', $read('Łódź', 'UTF-8', $mapping)[0]);
        wp_delete_file($path);
    }
}

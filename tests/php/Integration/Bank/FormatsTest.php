<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Bank;

use Counterfoil\Bank\Formats\Line;
use Counterfoil\Tests\Support\IntegrationTestCase;
use PHPUnit\Framework\Attributes\DataProvider;

/** Files as banks write them. */
final class FormatsTest extends IntegrationTestCase
{
    use ReadsStatements;

    private const FILES = __DIR__ . '/../../fixtures/bank/';

    /** @return iterable<string, array{string, string, list<array{string, int, string, string, string, string, string}>}> */
    public static function files(): iterable
    {
        yield 'CAMT.053 version 8' => ['camt053-08-de.xml', 'DE89370400440532013000', [
            ['2026-11-20', 12300, 'EUR', 'Hafen & Söhne GmbH', 'DE02120300000000202051', 'Rechnung INV 2026 0001', ''],
            ['2026-11-23', 10000, 'EUR', 'Anna Weiß', '', '', 'RF08INV20260002'],
            ['2026-11-23', 20000, 'EUR', 'Bernd Klein', '', 'Webhosting November', 'E2E-2'],
            ['2026-11-23', -4990, 'EUR', 'Telekom', 'DE75512108001245126199', 'Festnetz', ''],
            ['2026-11-23', 4990, 'EUR', '', '', 'Rückgabe Lastschrift', ''],
        ]];
        yield 'CAMT.053 version 2, in another charset' => ['camt053-02-pl.xml', 'PL83102055581111124563200083', [
            ['2026-11-20', 123050, 'PLN', 'ŻÓŁTA ŁÓDŹ SP. Z O.O.', 'PL27109010140000071219812874', 'Faktura FV/2026/11/0012 część 1', ''],
        ]];
        yield 'CAMT.053 version 4, with a prefix, a batch whose parts have no amounts' => ['camt053-04-ch.xml', '0123456789-00', [
            ['2026-11-20', 15000, 'CHF', '', '', 'Sammelgutschrift ESR', ''],
            ['2026-11-21', 2000, 'CHF', 'Bern AG', '', 'INV-2026-0060 Skonto', ''],
        ]];
        yield 'MT940, German' => ['mt940-de.sta', '37040044/0532013000', [
            ['2026-11-20', 12300, 'EUR', 'Hafen und Söhne Gesellschaft mbH', 'DE02120300000000202051', 'Rechnung INV-2026-0001 vom 06.11. Danke', ''],
            ['2026-11-23', 24650, 'EUR', 'ANNA WEISS', 'DE75512108001245126199', 'INV-2026-0002 und INV-2026-0003', 'Kd 4711'],
            ['2026-11-23', -4990, 'EUR', 'Telekom Deutschland GmbH', 'DE89370400440532013999', 'Festnetz 11/26', '8212'],
            ['2027-01-02', 4990, 'EUR', 'Telekom Deutschland GmbH', '', 'Rueckgabe Festnetz', ''],
        ]];
        yield 'MT940, mBank' => ['mt940-mbank.sta', 'PL61114020040000300201355387', [
            ['2026-11-20', 123000, 'PLN', 'ŻÓŁTA ŁÓDŹ SP. Z O.O. UL. DŁUGA 5 80-001 GDAŃSK', 'PL27109010140000071219812874', 'ZAPŁATA ZA FAKTURĘ FV/2026/11/0012', '98260410000031'],
            ['2026-11-23', -20000, 'PLN', 'WSPÓLNOTA MIESZKANIOWA', 'PL83101010230000261395100000', 'CZYNSZ LISTOPAD', '98260410000044'],
        ]];
        yield 'MT940, PKO BP' => ['mt940-pko.sta', 'PL83102055581111124563200083', [
            ['2026-11-20', 12345, 'PLN', 'PAWEŁ ŚWIĄTEK UL. WĄSKA 3/4 31-001 KRAKÓW', 'PL27109010140000071219812874', 'ZAPLATA FV 12 11 2026 ZA HOSTING I OPIEKĘ NAD STRONĄ', ''],
        ]];
        yield 'MT940, ING in Poland' => ['mt940-ing-pl.sta', 'PL05105000997603123456789123', [
            ['2026-11-20', 61500, 'PLN', 'KWIACIARNIA "RÓŻA" JADWIGA ŻAK', 'PL60102010260000042270201111', 'FAKTURA PROFORMA PF/2026/0007', ''],
        ]];
        yield 'MT940, ABN AMRO' => ['mt940-abn.sta', 'NL91ABNA0417164300', [
            ['2026-11-20', 60500, 'EUR', 'BAKKERIJ DE VRIES B.V.', 'NL86INGB0002445588', 'FACTUUR INV-2026-0042 WEBSITE', '2026-KLANT-99'],
            ['2026-11-20', -2500, 'EUR', 'KPN BV', 'NL18ABNA0484869868', 'ABONNEMENT', '123'],
        ]];
        yield 'MT940, ING in the Netherlands' => ['mt940-ing-nl.sta', 'NL69INGB0123456789', [
            ['2026-11-20', 12100, 'EUR', "Café 't Hoekje", 'NL32INGB0000012345', 'INV 2026 0043 dank u wel', 'KLANT 88'],
        ]];
        yield 'MT940, Rabobank' => ['mt940-rabo.sta', 'NL44RABO0123456789', [
            ['2026-11-20', 12300, 'EUR', 'Molen Advies', '', 'INV-2026-0044', ''],
        ]];
        yield 'MT940, free text' => ['mt940-free.sta', 'BE68539007547034', [
            ['2026-11-20', 5000, 'EUR', '', 'BE62510007547061', 'VIREMENT EN EUROS DU COMPTE BE62 5100 0754 7061 BIC GKCCBEBB MME CLAIRE DUBOIS COMMUNICATION : FACTURE INV-2026-0050', ''],
        ]];
        yield 'CSV, mBank' => ['csv-mbank.csv', '', [
            ['2026-11-20', 123050, 'PLN', 'ŻÓŁTA ŁÓDŹ SP. Z O.O. UL. DŁUGA 5', '27109010140000071219812874', 'ZAPŁATA ZA FV/2026/11/0012', ''],
            ['2026-11-23', -20000, 'PLN', 'WSPÓLNOTA', '83101010230000261395100000', 'CZYNSZ; LISTOPAD', ''],
        ]];
        yield 'CSV, German' => ['csv-de.csv', '', [
            ['2026-11-20', 112300, 'EUR', 'Hafen & Söhne GmbH', 'DE02120300000000202051', 'Rechnung INV-2026-0001', ''],
            ['2026-11-23', -4990, 'EUR', 'Telekom', 'DE75512108001245126199', 'Festnetz', '8212'],
        ]];
        yield 'CSV, British, with a column for each direction' => ['csv-uk.csv', '', [
            ['2026-11-20', 125000, 'GBP', '', '', 'SMITH, JONES LTD INV-2026-0070', ''],
            ['2026-11-23', -1250, 'GBP', '', '', 'HOSTING', ''],
        ]];
    }

    /** @param list<array{string, int, string, string, string, string, string}> $expected day, minor units, currency, name, account, purpose and reference of each */
    #[DataProvider('files')]
    public function test_a_file_is_read(string $name, string $account, array $expected): void
    {
        $lines = iterator_to_array($this->read(self::FILES . $name), false);

        self::assertSame($expected, array_map(static fn (Line $line): array => [$line->booked_on, $line->amount, $line->currency, $line->name, $line->account, $line->purpose, $line->reference], $lines));
        self::assertSame([$account], array_values(array_unique(array_map(static fn (Line $line): string => $line->own_account, $lines))));
        self::assertSame(count($lines), count(array_unique(array_map(static fn (Line $line): string => $line->sameness(), $lines))));
    }

    public function test_money_that_came_back_is_marked(): void
    {
        foreach (['camt053-08-de.xml' => 4, 'mt940-de.sta' => 3] as $name => $index) {
            $marked = array_keys(array_filter(array_map(static fn (Line $line): bool => $line->is_reversal, iterator_to_array($this->read(self::FILES . $name), false))));
            self::assertSame([$index], $marked, $name);
        }
    }

    /** @return iterable<string, array{string, string}> */
    public static function broken(): iterable
    {
        $camt = (string) file_get_contents(self::FILES . 'camt053-08-de.xml');
        $mt940 = (string) file_get_contents(self::FILES . 'mt940-de.sta');
        yield 'XML that ends too early' => [substr($camt, 0, 2000), 'The XML is damaged.'];
        yield 'an entity' => ["<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><Document><BkToCstmrStmt><Stmt>&x;</Stmt></BkToCstmrStmt></Document>", 'document type definition'];
        yield 'entities that grow' => ["<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><a>&b;</a>", 'document type definition'];
        yield 'other XML' => ['<?xml version="1.0"?><rss><channel/></rss>', 'isn’t a CAMT.053'];
        yield 'an amount that is none' => [str_replace('123.00</Amt>', '12x.00</Amt>', $camt), 'Line 15: “12x.00” isn’t an amount.'];
        yield 'more decimals than there are' => [str_replace('>123.00</Amt>', '>123.005</Amt>', $camt), '“123.005” isn’t an amount.'];
        yield 'a currency that is none' => [str_replace('"EUR">49.90', '"EUX">49.90', $camt), '“EUX” isn’t a currency.'];
        yield 'a day that is none' => [str_replace('<Dt>2026-11-20</Dt></BookgDt>', '<Dt>2026-02-30</Dt></BookgDt>', $camt), '“2026-02-30” isn’t a date.'];
        yield 'a line of MT940 that is none' => [str_replace(':61:2611231123CR246,50', ':61:hello', $mt940), 'Line 7: “helloN060'];
        yield 'neither in nor out' => [str_replace('<CdtDbtInd>CRDT', '<CdtDbtInd>', $camt), 'Line 15: It isn’t clear whether this is an incoming or an outgoing payment.'];
        yield 'no table' => ["Dear Sir,\nplease find attached\n", 'No transactions with a date and an amount'];
        yield 'bytes' => ["\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 'No transactions with a date and an amount'];
    }

    #[DataProvider('broken')]
    public function test_what_cannot_be_read_is_refused_where_it_goes_wrong(string $bytes, string $says): void
    {
        $this->assert_refused($bytes, $says);
    }

    /** @return iterable<string, array{string, string, string, list<int>}> name of the column, its words for money in and out, and minor units read */
    public static function directions(): iterable
    {
        yield 'letters' => ['D/C', 'C', 'D', [7700, -990]];
        yield 'German letters' => ['S/H', 'H', 'S', [7700, -990]];
        yield 'signs' => ['+/-', '+', '-', [7700, -990]];
        yield 'words' => ['Debit or credit', 'Credit', 'DEBIT', [7700, -990]];
        yield 'Polish' => ['Strona', 'Uznanie', 'Obciążenie', [7700, -990]];
        yield 'Dutch' => ['Af Bij', 'Bij', 'Af', [7700, -990]];
        yield 'a column whose name says nothing' => ['Type', 'Credit', 'Debit', [7700, -990]];
        yield 'words that are no directions' => ['Type', 'Transfer', 'Card', [7700, 990]];
    }

    /** @param list<int> $amounts */
    #[DataProvider('directions')]
    public function test_a_column_of_its_own_says_whether_money_came_or_went(string $name, string $in, string $out, array $amounts): void
    {
        $lines = $this->lines("Datum;Name;{$name};Betrag;Waehrung\n31.12.2025;Ada;{$in};77,00;EUR\n31.12.2025;Bank;{$out};9,90;EUR\n");
        self::assertSame($amounts, array_map(static fn (Line $line): int => $line->amount, $lines));
    }

    public function test_a_statement_in_an_envelope_is_of_its_account_and_a_stray_prefix_is_no_damage(): void
    {
        $camt = (string) file_get_contents(self::FILES . 'camt053-08-de.xml');
        $lines = $this->lines((string) preg_replace(['/<Document\b/', '#</Document>#'], ['<Envelope><Head/><Document x:y="z"', '</Document></Envelope>'], $camt));
        self::assertCount(5, $lines);
        self::assertSame('DE89370400440532013000', $lines[0]->own_account);
    }
}

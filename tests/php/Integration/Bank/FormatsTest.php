<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Bank;

use Counterfoil\Bank\Formats\Camt053;
use Counterfoil\Bank\Formats\Csv;
use Counterfoil\Bank\Formats\CsvHeader;
use Counterfoil\Bank\Formats\CsvMapping;
use Counterfoil\Bank\Formats\CsvQuestion;
use Counterfoil\Bank\Formats\Format;
use Counterfoil\Bank\Formats\Line;
use Counterfoil\Bank\Formats\Mt940;
use Counterfoil\Shared\DomainError;
use Counterfoil\Tests\Support\IntegrationTestCase;
use PHPUnit\Framework\Attributes\DataProvider;

/** Files as banks write them. */
final class FormatsTest extends IntegrationTestCase
{
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
        yield 'no table' => ["Dear Sir,\nplease find attached\n", 'No transactions with a date and an amount'];
        yield 'bytes' => ["\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 'No transactions with a date and an amount'];
    }

    #[DataProvider('broken')]
    public function test_what_cannot_be_read_is_refused_where_it_goes_wrong(string $bytes, string $says): void
    {
        $path = (string) tempnam(get_temp_dir(), 'counterfoil-test');
        file_put_contents($path, $bytes);
        try {
            iterator_to_array($this->read($path), false);
            self::fail('It was read.');
        } catch (DomainError $error) {
            self::assertStringContainsString($says, $error->getMessage());
            self::assertSame(400, $error->status);
        } finally {
            wp_delete_file($path);
        }
    }

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

    public function test_a_row_with_a_date_and_no_amount_is_not_lost(): void
    {
        $path = (string) tempnam(get_temp_dir(), 'counterfoil-test');
        file_put_contents($path, "Date,Text,Amount\n2026-11-20,a,10.00 EUR\n2026-11-21,b,1O.00 EUR\n");
        try {
            iterator_to_array($this->read($path), false);
            self::fail('It was read.');
        } catch (DomainError $error) {
            self::assertStringContainsString('Line 3: “1O.00 EUR” isn’t an amount.', $error->getMessage());
        } finally {
            wp_delete_file($path);
        }
    }

    /** @return iterable<Line> */
    private function read(string $path): iterable
    {
        switch (Format::of($path)) {
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

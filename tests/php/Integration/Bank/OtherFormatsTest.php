<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Bank;

use Counterfoil\Bank\Formats\Line;
use Counterfoil\Bank\Formats\SaidTwice;
use Counterfoil\Tests\Integration\Payments\PaysInvoices;
use Counterfoil\Tests\Support\IntegrationTestCase;
use PHPUnit\Framework\Attributes\DataProvider;

/** A transfer that a bank's CAMT.053, MT940 and CSV files say in their own words is one line. */
final class OtherFormatsTest extends IntegrationTestCase
{
    use ImportsStatements;
    use PaysInvoices;

    private const HEAD = ['Buchungstag', 'Name', 'IBAN', 'Verwendungszweck', 'Betrag', 'Waehrung'];

    public function test_a_day_that_came_as_camt_is_known_when_it_comes_as_mt940_and_as_csv(): void
    {
        $hosting = [50000, 'INV-2026-0012 Hosting für Müller', 'Hafen & Söhne GmbH', 'DE02120300000000202051'];
        $this->imported($this->statement([$hosting, $hosting, [-7000, 'Rent', 'House Ltd', 'DE02500105170137075030'], [90000, 'INV-2026-0013', 'Ada Lovelace', 'DE75512108001245126199']]));

        // Two equal transfers are two in each format; what is new in it is added.
        $german = static fn (string $amount, string $mark, string $purpose, string $name, string $account): string => ":61:2611201120{$mark}{$amount}NTRFNONREF\n:86:166?00GUTSCHRIFT?20{$purpose}?31{$account}?32{$name}\n";
        $said = $german('500,00', 'C', 'INV-2026-0012 Hosting?21fuer Mueller', 'HAFEN UND SOEHNE', 'DE02120300000000202051');
        $mt940 = ":20:START\n:25:37040044/0532013000\n:28C:1\n:60F:C261119EUR0,00\n{$said}{$said}{$said}"
            . $german('70,00', 'D', 'Rent', 'HOUSE LTD', 'DE02500105170137075030')
            . $german('900,00', 'C', 'INV-2026-0013', 'ADA LOVELACE', 'DE75512108001245126199')
            . $german('900,00', 'C', 'INV-2026-00131', 'ADA LOVELACE', 'DE75512108001245126199')
            . ":62F:C261120EUR0,00\n-\n";
        $import = $this->imported($mt940);
        self::assertSame([6, 2, 4], [$import['lines'], $import['added'], $import['known']]);
        self::assert_status(409, $this->upload($mt940));

        // A table without accounts: names and purposes have to do.
        $rows = [['20.11.2026', 'Hafen & Söhne', '', 'INV-2026-0012 Hosting für Müller', '500,00', 'EUR'], ['20.11.2026', 'Ada Lovelace', '', 'INV-2026-0013', '900,00', 'EUR'], ['20.11.2026', 'Grace Hopper', '', 'INV-2026-0013', '900,00', 'EUR'], ['21.11.2026', 'Ada Lovelace', '', 'INV-2026-0013', '900,00', 'EUR']];
        $csv = implode("\n", array_map(static fn (array $row): string => implode(';', $row), [self::HEAD, ...$rows]));
        $question = self::fits('bank.upload', $this->upload($csv, 'umsaetze.csv'))['question'];
        self::assertIsArray($question);
        self::assert_status(200, $this->rest('POST', '/counterfoil/v1/bank/mappings', ['shape' => $question['shape'], 'columns' => array_column($question['columns'], 'name'), 'mapping' => $question['mapping']], $this->administrator()));
        $import = $this->imported($csv);
        self::assertSame([4, 2, 2], [$import['lines'], $import['added'], $import['known']]);
        // The first file again: what came of it in other formats since is nothing to it.
        self::assert_status(409, $this->upload($this->statement([$hosting, $hosting, $hosting])));
    }

    public function test_another_accounts_line_is_another_line(): void
    {
        $this->imported($this->statement([[50000, 'INV-2026-0012', 'Ada Lovelace', 'DE02120300000000202051']], account: 'DE75512108001245126199'));
        self::assertSame(1, $this->imported(":20:START\n:25:37040044/0532013000\n:28C:1\n:60F:C261119EUR0,00\n:61:2611201120C500,00NTRFNONREF\n:86:166?20INV-2026-0012?31DE02120300000000202051?32Ada Lovelace\n:62F:C261120EUR0,00\n-\n")['added']);
    }

    /** @return iterable<string, array{array<string, string>, array<string, string>, bool}> what two lines say, and whether it is the same */
    public static function lines(): iterable
    {
        $ada = ['name' => 'Ada Lovelace', 'account' => 'DE02120300000000202051', 'purpose' => 'INV-2026-0012'];
        yield 'all in one text' => [$ada, ['purpose' => 'Ada Lovelace  INV-2026-0012 DE02120300000000202051'], true];
        yield 'cut off' => [['purpose' => 'INV-2026-0012 and a long story of what it was for'] + $ada, ['purpose' => 'INV-2026-0012 and a long sto'] + $ada, true];
        yield 'an older number of the account' => [$ada, ['account' => '1203000000/0000202051', 'name' => 'LOVELACE A', 'purpose' => ''], false];
        yield 'the number within the IBAN' => [$ada, ['account' => '0000202051', 'name' => 'LOVELACE A', 'purpose' => ''], true];
        yield 'another bill' => [$ada, ['purpose' => 'INV-2026-0013'] + $ada, false];
        yield 'a number that goes on' => [$ada, ['purpose' => 'INV-2026-00123'] + $ada, false];
        yield 'another payer, the same words' => [$ada, ['account' => 'DE75512108001245126199'] + $ada, false];
        yield 'another name, no account' => [$ada, ['name' => 'Grace Hopper', 'purpose' => 'INV-2026-0012'], false];
        yield 'no purpose, the name' => [$ada, ['name' => 'ADA LOVELACE'], true];
        yield 'nothing that both say' => [$ada, [], false];
        yield 'a short purpose' => [['purpose' => '12'] + $ada, ['purpose' => '112'] + $ada, false];
        yield "the bank's word and the payer's reference" => [['purpose' => 'SEPA credit', 'reference' => 'E2E-99812'] + $ada, ['reference' => 'E2E99812'] + $ada, true];
        yield 'other references' => [['purpose' => '', 'reference' => 'E2E-99812'] + $ada, ['purpose' => '', 'reference' => 'E2E-99813'] + $ada, false];
    }

    /**
     * @param array<string, string> $one
     * @param array<string, string> $other
     */
    #[DataProvider('lines')]
    public function test_lines_are_the_same_where_nothing_contradicts_and_something_agrees(array $one, array $other, bool $is): void
    {
        $line = static fn (array $said): Line => new Line(1, '2026-11-20', 50000, 'EUR', ...$said);
        self::assertSame([$is, $is], [SaidTwice::is($line($one), $line($other)), SaidTwice::is($line($other), $line($one))]);
    }
}

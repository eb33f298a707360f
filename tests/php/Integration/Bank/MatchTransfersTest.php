<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Bank;

use Counterfoil\Bank\Matching\BillIndex;
use Counterfoil\Bank\Matching\MatchTransfers;
use Counterfoil\Bank\Matching\Transfer;
use Counterfoil\Documents\Codes\CreditorReference;
use Counterfoil\Tests\Support\IntegrationTestCase;
use PHPUnit\Framework\Attributes\DataProvider;

/** What transfers say, and what is read from it. */
final class MatchTransfersTest extends IntegrationTestCase
{
    /** Number, client, name folded for sorting, currency, due and due date by id. */
    private const BILLS = [
        1 => ['INV-2026-0001', 10, 'zolta lodz sp. z o.o.', 'EUR', 12300, '2026-10-01'],
        2 => ['INV-2026-0002', 10, 'zolta lodz sp. z o.o.', 'EUR', 5000, '2026-11-01'],
        3 => ['INV-2026-0003', 10, 'zolta lodz sp. z o.o.', 'EUR', 7000, '2026-09-01'],
        4 => ['INV-2026-0012', 11, 'harbour & pine', 'EUR', 20000, '2026-11-01'],
        5 => ['INV-2026-00123', 11, 'harbour & pine', 'USD', 20000, '2026-11-01'],
        6 => ['FV 7/11/2026', 12, 'anna weiss', 'EUR', 4400, '2026-11-01'],
        7 => ['7', 13, 'molen advies b.v.', 'EUR', 9900, '2026-11-01'],
        8 => ['20260044', 14, 'smith, jones ltd', 'EUR', 6100, '2026-11-01'],
        9 => ['PF-9', 15, 'twin', 'EUR', 3300, '2026-11-01'],
        10 => ['PF-10', 16, 'twin', 'EUR', 3300, '2026-11-01'],
    ];

    /** @return iterable<string, array{array<string, int|string|bool>, int|null, string, string, array<int, int>}> transfer, known client, grade, why, parts */
    public static function transfers(): iterable
    {
        $paid = static fn (int $amount, string $purpose, string $name = '', string $reference = ''): array => ['amount' => $amount, 'purpose' => $purpose, 'name' => $name, 'reference' => $reference];
        yield 'number and amount' => [$paid(12300, 'Invoice INV-2026-0001'), null, 'sure', 'number', [1 => 12300]];
        foreach (['inv 2026 0001', 'INV20260001', 'INV-2O26-OOO1', 'inv/2026/0001.', 'Rechn.INV_2026_0001vom 3.11.', 'RE: INV -2026- 0001', 'Zapłata:INV–2026–0001', 'INV-2026-
0001'] as $mangled) {
            yield "mangled: {$mangled}" => [$paid(12300, $mangled), null, 'sure', 'number', [1 => 12300]];
        }
        yield 'in the reference' => [$paid(12300, 'thanks', '', 'INV-2026-0001'), null, 'sure', 'number', [1 => 12300]];
        yield 'creditor reference' => [$paid(12300, '', '', (string) CreditorReference::of('INV-2026-0001')), null, 'sure', 'number', [1 => 12300]];
        yield 'creditor reference in groups, and a short word behind it' => [$paid(12300, CreditorReference::grouped((string) CreditorReference::of('INV-2026-0001')) . ' for hosting', 'Nobody', ''), null, 'sure', 'number', [1 => 12300]];
        yield 'creditor reference of a number of digits' => [$paid(6100, trim(chunk_split((string) CreditorReference::of('20260044'), 4, ' '))), null, 'sure', 'number', [8 => 6100]];
        yield 'a longer number is another one' => [$paid(20000, 'INV-2026-0012'), null, 'sure', 'number', [4 => 20000]];
        yield 'a number within a longer one' => [$paid(777, 'INV-2026-00019'), null, 'none', 'nothing', []];
        yield 'digits within longer ones' => [$paid(777, 'ref 9920260044'), null, 'none', 'nothing', []];
        yield 'another currency' => [$paid(20000, 'INV-2026-00123'), null, 'none', 'other_currency', []];
        yield 'several' => [$paid(17300, 'INV-2026-0001, INV-2026-0002'), null, 'sure', 'numbers', [1 => 12300, 2 => 5000]];
        yield 'several, one named twice' => [$paid(17300, 'INV-2026-0002 INV-2026-0001 INV-2026-0002'), null, 'sure', 'numbers', [1 => 12300, 2 => 5000]];
        yield 'several, less than their sum' => [$paid(15000, 'INV-2026-0001 + INV-2026-0003'), null, 'likely', 'part_of_several', [3 => 7000, 1 => 8000]];
        yield 'of several clients' => [$paid(32300, 'INV-2026-0001 INV-2026-0012'), null, 'none', 'several_clients', []];
        yield 'part' => [$paid(5000, 'INV-2026-0001 1st'), null, 'likely', 'part', [1 => 5000]];
        yield 'over' => [$paid(13000, 'INV-2026-0001'), null, 'likely', 'over', [1 => 12300]];
        yield 'a number with words around' => [$paid(4400, 'za FV 7/11/2026 dziękuję'), null, 'sure', 'number', [6 => 4400]];
        yield 'a short number' => [$paid(9900, 'invoice 7'), null, 'likely', 'short_number', [7 => 9900]];
        yield 'a short number of the payer' => [$paid(9900, 'invoice 7', 'Molen Advies'), null, 'sure', 'number', [7 => 9900]];
        yield 'a short number that means something else' => [$paid(777, 'room 7'), null, 'none', 'nothing', []];
        yield 'known payer, one amount' => [$paid(5000, 'hosting'), 10, 'likely', 'known_payer', [2 => 5000]];
        yield 'known payer, a sum' => [$paid(19300, 'hosting'), 10, 'likely', 'known_payer_all', [3 => 7000, 1 => 12300]];
        yield 'known payer, a sum of some' => [$paid(12000, 'hosting'), 10, 'likely', 'known_payer_all', [3 => 7000, 2 => 5000]];
        yield 'known payer, another amount' => [$paid(8000, 'hosting'), 10, 'likely', 'known_payer_other', [3 => 7000, 1 => 1000]];
        yield 'known payer without bills' => [$paid(777, 'hosting'), 99, 'none', 'nothing', []];
        yield 'name and amount' => [$paid(5000, 'hosting', 'ŻÓŁTA ŁÓDŹ SPÓŁKA Z O.O. UL. DŁUGA 5'), null, 'likely', 'name', [2 => 5000]];
        yield 'name and sum' => [$paid(24300, 'hosting', 'Żółta Łódź'), null, 'likely', 'name_all', [3 => 7000, 1 => 12300, 2 => 5000]];
        yield 'name alone' => [$paid(100, 'hosting', 'ZOLTA LODZ SP ZOO'), null, 'likely', 'name_other', [3 => 100]];
        yield 'a name that two have' => [$paid(100, '', 'Twin'), null, 'none', 'nothing', []];
        yield 'a name that begins otherwise' => [$paid(100, '', 'Harbour Hotel'), null, 'none', 'nothing', []];
        yield 'amount alone' => [$paid(6100, 'thank you', 'Somebody'), null, 'likely', 'amount', [8 => 6100]];
        yield 'an amount that two have' => [$paid(3300, 'thank you'), null, 'none', 'same_amounts', []];
        yield 'nothing' => [$paid(1, ''), null, 'none', 'nothing', []];
        yield 'came back' => [$paid(12300, 'INV-2026-0001') + ['is_reversal' => true], null, 'none', 'reversal', []];
    }

    /**
     * @param array<string, int|string|bool> $transfer
     * @param array<int, int> $parts
     */
    #[DataProvider('transfers')]
    public function test_a_transfer_is_matched(array $transfer, ?int $known, string $grade, string $why, array $parts): void
    {
        $proposal = (new MatchTransfers(new BillIndex(self::bills())))->match(
            new Transfer((int) $transfer['amount'], 'EUR', (string) $transfer['name'], '', (string) $transfer['purpose'], (string) $transfer['reference'], (bool) ($transfer['is_reversal'] ?? false)),
            $known
        );

        self::assertSame([$grade, $why, $parts], [$proposal->grade->value, $proposal->why->value, $proposal->parts]);
        self::assertSame($parts === [], $proposal->client_id === null);
        self::assertNotSame('', $proposal->why->words($proposal->numbers));
    }

    public function test_a_creditor_reference_checks_itself(): void
    {
        self::assertSame('RF18539007547034', CreditorReference::of('539007547034'));
        self::assertNull(CreditorReference::of('INVOICE-2026-11-0000000012'));
    }

    /** @return iterable<array{id: int, number: string, client_id: int, client: string, currency: string, due: int, due_on: string}> */
    private static function bills(): iterable
    {
        foreach (self::BILLS as $id => [$number, $client_id, $client, $currency, $due, $due_on]) {
            yield ['id' => $id, 'number' => $number, 'client_id' => $client_id, 'client' => $client, 'currency' => $currency, 'due' => $due, 'due_on' => $due_on];
        }
    }

    /** Limits: 5,000 lines against 10,000 bills, at least 1,000 lines a second, and memory that does not grow with the lines. */
    public function test_many_lines_against_many_bills(): void
    {
        $bills = static function (): iterable {
            for ($id = 1; $id <= 10_000; ++$id) {
                yield ['id' => $id, 'number' => sprintf('INV-2026-%05d', $id), 'client_id' => intdiv($id, 10) + 1, 'client' => 'client ' . intdiv($id, 10), 'currency' => 'EUR', 'due' => 1000 + $id % 700, 'due_on' => '2026-11-01'];
            }
        };
        $before = memory_get_usage();
        $matcher = new MatchTransfers(new BillIndex($bills()));
        $of_index = memory_get_usage() - $before;
        self::assertLessThan(12 * 1024 * 1024, $of_index, 'About 1 KB a bill.');
        $rates = [];
        for ($try = 0; $try < 3; ++$try) {
            $start = hrtime(true);
            $sure = 0;
            for ($line = 1; $line <= 5_000; ++$line) {
                $purpose = match ($line % 4) {
                    0 => sprintf('zaplata za fakture nr inv 2026 %05d dziekujemy za wspolprace i pozdrawiamy serdecznie z calego serca', $line),
                    1 => 'hosting and care of the website for the whole of November and of December, as agreed upon in our talk of 3.11.',
                    2 => sprintf('INV-2026-%05d, INV-2026-%05d', $line, $line + 1),
                    default => '',
                };
                $grade = $matcher->match(new Transfer(1000 + $line % 700, 'EUR', 'Client ' . $line % 999 . ' Sp. z o.o. ul. Długa 5', '', $purpose, ''), $line % 3 === 0 ? $line % 999 + 1 : null)->grade;
                $sure += $grade->value === 'sure' ? 1 : 0;
            }
            $rates[] = 5_000 / ((hrtime(true) - $start) / 1e9);
            self::assertGreaterThan(1000, $sure);
        }
        self::assertGreaterThan(1000, max($rates));
        self::assertLessThan(512 * 1024, memory_get_usage() - $before - $of_index);
    }
}

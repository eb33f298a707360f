<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Invoices;

use Counterfoil\Tests\Support\FitsContract;
use Counterfoil\Tests\Support\IntegrationTestCase;

/**
 * Bills whose sums were checked against the official rules of electronic invoices (EN 16931, FA(3)), entered as staff
 * enters them. What is shown while typing, what is saved and what is issued are the same.
 */
final class TaxSamplesTest extends IntegrationTestCase
{
    use FitsContract;
    use MakesInvoices;

    private const S23 = ['name' => 'VAT', 'rate' => '23', 'category' => 'S'];
    private const S19 = ['name' => 'USt.', 'rate' => '19', 'category' => 'S'];
    private const S7 = ['name' => 'USt.', 'rate' => '7', 'category' => 'S'];

    private int $staff;

    protected function setUp(): void
    {
        parent::setUp();
        $this->staff = $this->administrator();
    }

    public function test_t1_zloty_a_month_and_hours(): void
    {
        $invoice = $this->bill('PLN', [
            ['Website care', '1', 4900, self::S23, 'unit_code' => 'MON', 'supply' => ['from' => '2026-11-01', 'to' => '2026-11-30']],
            ['Development', '6.5', 8000, self::S23, 'unit_code' => 'HUR'],
        ]);
        self::assertSame([[4900, 52000], 56900, [['S', '23', 56900, 13087]], 69987], $invoice);
    }

    public function test_t2_two_rates_discounts_on_lines_and_on_the_whole(): void
    {
        $invoice = $this->bill('EUR', [
            ['A', '3', 3333, self::S19],
            ['B', '1', 15000, self::S19, 'discount' => ['type' => 'percent', 'percent' => '12.5']],
            ['C', '1', 2000, self::S19, 'discount' => ['type' => 'amount', 'amount' => 501]],
            ['D', '2', 1249, self::S7],
        ], ['discount' => ['type' => 'percent', 'percent' => '10']]);
        self::assertSame([[9999, 13125, 1499, 2498], 24409, [['S', '19', 22161, 4211], ['S', '7', 2248, 157]], 28777], $invoice);
    }

    public function test_t3_tax_in_the_prices_of_two_rates(): void
    {
        $invoice = $this->bill('PLN', [
            ['A', '3', 3333, self::S23],
            ['B', '1', 1999, self::S23],
            ['C', '7', 35, ['rate' => '8'] + self::S23],
        ], ['tax_mode' => 'inclusive', 'discount' => ['type' => 'amount', 'amount' => 500]]);
        self::assertSame([[9999, 1999, 245], 9574, [['S', '23', 9356, 2152], ['S', '8', 218, 17]], 11743], $invoice);
    }

    public function test_t4_reverse_charge(): void
    {
        $this->business('PL', ['vat_id' => 'PL5260210228']);
        $invoice = $this->bill('EUR', [['Work', '10.25', 9140, null, 'unit_code' => 'HUR']], buyer: ['DE', 'DE123456788']);
        self::assertSame([[93685], 93685, [['AE', '0', 93685, 0]], 93685], $invoice);
    }

    public function test_t5_outside_of_the_union(): void
    {
        $this->business('PL', ['vat_id' => 'PL5260210228']);
        $invoice = $this->bill('USD', [['Work', '2', 75000, null, 'unit_code' => 'DAY']], buyer: ['US', '']);
        self::assertSame([[150000], 150000, [['O', '0', 150000, 0]], 150000], $invoice);
    }

    public function test_t6_a_small_business(): void
    {
        $this->business('DE', ['tax_number' => '22/333/4444', 'tax_status' => 'exempt', 'exemption_reason' => 'Kein Ausweis von Umsatzsteuer, § 19 UStG']);
        $invoice = $this->bill('EUR', [['Work', '1', 40000, null]], buyer: ['DE', '']);
        self::assertSame([[40000], 40000, [['E', '0', 40000, 0]], 40000], $invoice);
    }

    public function test_t7_all_of_it_off(): void
    {
        $invoice = $this->bill('EUR', [['Work', '1', 9900, self::S23]], ['discount' => ['type' => 'percent', 'percent' => '100']]);
        self::assertSame([[9900], 0, [['S', '23', 0, 0]], 0], $invoice);
    }

    /** The credit note of T1 has its sums, as they are: a document that takes back is not negative (381, BG-3). */
    public function test_t9_a_credit_note_of_all_of_t1(): void
    {
        $typed = $this->bill('PLN', [
            ['Website care', '1', 4900, self::S23, 'unit_code' => 'MON', 'supply' => ['from' => '2026-11-01', 'to' => '2026-11-30']],
            ['Development', '6.5', 8000, self::S23, 'unit_code' => 'HUR'],
        ]);
        $invoice = self::fits('invoices.list', $this->rest('GET', '/counterfoil/v1/invoices', [], $this->staff))['items'][0];
        $version = self::fits('invoices.get', $this->rest('GET', "/counterfoil/v1/invoices/{$invoice['id']}", [], $this->staff))['version'];
        $this->rest('POST', "/counterfoil/v1/invoices/{$invoice['id']}/credit-notes", ['extent' => ['type' => 'rest'], 'reason' => 'Cancelled', 'surplus' => 'keep', 'version' => $version], $this->staff);
        $row = self::fits('credit-notes.list', $this->rest('GET', '/counterfoil/v1/credit-notes', [], $this->staff))['items'][0];
        $note = self::fits('credit-notes.get', $this->rest('GET', "/counterfoil/v1/credit-notes/{$row['id']}", [], $this->staff));
        self::assertSame($invoice['number'], $note['invoice']['number']);
        self::assertSame(
            [$typed[0], $typed[1], [['23', 56900, 13087]], $typed[3]],
            [
                array_column(array_column($note['lines'], 'amount'), 'amount'),
                $note['net']['amount'],
                array_map(static fn (array $tax): array => [$tax['rate'], $tax['base']['amount'], $tax['amount']['amount']], $note['taxes']),
                $note['total']['amount'],
            ]
        );
    }

    /** T1 with an hour too many taken off again on the bill itself: what K7 corrects to. */
    public function test_t1_with_a_line_that_credits_an_hour(): void
    {
        $invoice = $this->bill('PLN', [
            ['Website care', '1', 4900, self::S23, 'unit_code' => 'MON'],
            ['Development', '6.5', 8000, self::S23, 'unit_code' => 'HUR'],
            ['One hour less', '1', -8000, self::S23, 'unit_code' => 'HUR'],
        ]);
        self::assertSame([[4900, 52000, -8000], 48900, [['S', '23', 48900, 11247]], 60147], $invoice);
    }

    public function test_t10_seven_small_lines_are_rounded_once(): void
    {
        $invoice = $this->bill('EUR', array_fill(0, 7, ['Stamp', '1', 35, self::S19]));
        self::assertSame([array_fill(0, 7, 35), 245, [['S', '19', 245, 47]], 292], $invoice);
    }

    public function test_t11_yen(): void
    {
        $this->business('DE', ['vat_id' => 'DE123456788']);
        $invoice = $this->bill('JPY', [['Work', '3', 12345, null]], buyer: ['JP', '']);
        self::assertSame([[37035], 37035, [['O', '0', 37035, 0]], 37035], $invoice);
    }

    public function test_t12_reverse_charge_with_a_discount_on_the_whole(): void
    {
        $this->business('PL', ['vat_id' => 'PL5260210228']);
        $invoice = $this->bill('EUR', [['Work', '1', 50000, null]], ['discount' => ['type' => 'percent', 'percent' => '3']], ['BE', 'BE0403170701']);
        self::assertSame([[50000], 48500, [['AE', '0', 48500, 0]], 48500], $invoice);
    }

    public function test_t13_tax_in_the_prices_with_every_discount(): void
    {
        $invoice = $this->bill('EUR', [
            ['A', '3', 999, self::S19, 'discount' => null],
            ['B', '0.3333', 199999, self::S19, 'discount' => ['type' => 'percent', 'percent' => '7.5']],
            ['C', '12.75', 19, self::S19],
            ['D', '1', 10000, self::S19, 'discount' => ['type' => 'percent', 'percent' => '100']],
        ], ['tax_mode' => 'inclusive', 'discount' => ['type' => 'percent', 'percent' => '10']]);
        self::assertSame([[2997, 61660, 242, 0], 49083, [['S', '19', 49083, 9326]], 58409], $invoice);
    }

    /** @param array<string, mixed> $legal */
    private function business(string $country, array $legal): void
    {
        $settings = $this->plugin()->settings();
        $settings->set('business', ['legal' => $legal, 'address' => ['country' => $country]] + $settings->get('business'));
    }

    /**
     * Types a bill, takes what is proposed where no tax is said, saves it and issues it.
     *
     * @param list<array<int|string, mixed>> $lines words, quantity, price, tax; then what else is on it
     * @param array<string, mixed> $changes
     * @param array{string, string} $buyer country and VAT ID
     * @return array<mixed> amounts of lines, net, taxes, total
     */
    private function bill(string $currency, array $lines, array $changes = [], array $buyer = ['', '']): array
    {
        $client = $this->client(currency: $currency);
        $this->plugin()->database()->update('clients', ['country' => $buyer[0], 'vat_id' => $buyer[1], 'tax_id' => ''], ['id' => $client->id]);
        $body = $this->body($client->id, ['currency' => $currency] + $changes);
        $body['lines'] = array_map(fn (array $line): array => $this->line(array_filter($line, is_string(...), ARRAY_FILTER_USE_KEY) + ['description' => $line[0], 'quantity' => $line[1], 'unit_price' => $line[2], 'tax' => $line[3]]), $lines);
        $preview = self::fits('invoices.preview', $this->rest('POST', '/counterfoil/v1/invoices/preview', $body, $this->staff));
        foreach ($body['lines'] as $i => $line) {
            $body['lines'][$i]['tax'] ??= $preview['proposals'][$i]['tax'];
        }
        $typed = self::sums(self::fits('invoices.preview', $this->rest('POST', '/counterfoil/v1/invoices/preview', $body, $this->staff)));
        $draft = self::fits('invoices.create', $this->rest('POST', '/counterfoil/v1/invoices', $body, $this->staff));
        self::assertSame($typed, self::sums($draft));
        $issued = self::fits('invoices.send', $this->rest('POST', "/counterfoil/v1/invoices/{$draft['id']}/send", ['version' => $draft['version']], $this->staff));
        self::assertSame($typed, self::sums($issued));

        return $typed;
    }

    /**
     * @param array<mixed> $invoice or its preview
     * @return array<mixed>
     */
    private static function sums(array $invoice): array
    {
        return [
            array_column($invoice['amounts'] ?? array_column($invoice['lines'], 'amount'), 'amount'),
            $invoice['totals']['net']['amount'],
            array_map(static fn (array $tax): array => [$tax['category'], $tax['rate'], $tax['base']['amount'], $tax['amount']['amount']], $invoice['totals']['taxes']),
            $invoice['totals']['total']['amount'],
        ];
    }
}

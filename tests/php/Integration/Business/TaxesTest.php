<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Business;

use Counterfoil\Business\BusinessModule;
use Counterfoil\Plugin;
use Counterfoil\Tests\Support\FitsContract;
use Counterfoil\Tests\Support\IntegrationTestCase;

/** What the business is to tax offices and banks, and the rates it bills with. */
final class TaxesTest extends IntegrationTestCase
{
    use FitsContract;

    private const PATH = '/counterfoil/v1/settings/taxes';

    private int $staff;

    protected function setUp(): void
    {
        parent::setUp();
        $this->staff = $this->administrator();
    }

    public function test_a_new_site_has_the_polish_and_the_german_rates(): void
    {
        $taxes = self::fits('taxes.get', $this->rest('GET', self::PATH, null, $this->staff));

        self::assertSame('active', $taxes['tax_status']);
        self::assertSame(
            [['VAT', 'PL', '23'], ['VAT', 'PL', '8'], ['VAT', 'PL', '5'], ['USt.', 'DE', '19'], ['USt.', 'DE', '7']],
            array_map(static fn (array $rate): array => [$rate['name'], $rate['country'], $rate['rate']], $taxes['rates'])
        );
    }

    public function test_a_list_that_was_emptied_stays_empty(): void
    {
        self::fits('taxes.update', $this->rest('PUT', self::PATH, self::body(['rates' => []]), $this->staff));
        Plugin::instance()->module(BusinessModule::class)->install();

        self::assertSame([], Plugin::instance()->module(BusinessModule::class)->tax_rates()->all());
    }

    public function test_all_of_it_is_kept(): void
    {
        $first = self::fits('taxes.get', $this->rest('GET', self::PATH, null, $this->staff))['rates'][3];
        $taxes = self::fits('taxes.update', $this->rest('PUT', self::PATH, self::body([
            'tax_status' => 'exempt',
            'exemption_reason' => ' § 19  UStG ',
            'vat_id' => 'de 123 456 788',
            'tax_number' => '22/333/4444',
            'registration_number' => 'HRB 12',
            'legal_name' => 'Studio Nord UG',
            'tax_currency' => 'EUR',
            'creditor_reference' => true,
            'bank_accounts' => [
                ['number' => 'DE02 1203 0000 0000 2020 51', 'bic' => 'byladem1001', 'bank' => 'DKB', 'holder' => '', 'currency' => 'EUR'],
                ['number' => '12345678', 'bic' => '', 'bank' => '', 'holder' => '', 'currency' => ''],
            ],
            'rates' => [['name' => 'MwSt.'] + $first, self::rate(['name' => 'zw.', 'category' => 'E', 'rate' => '0', 'reason' => 'Art. 43'])],
        ]), $this->staff));

        self::assertSame(['exempt', '§ 19 UStG', 'DE123456788', '22/333/4444', 'HRB 12', 'Studio Nord UG', 'EUR', true], array_map(
            static fn (string $field): mixed => $taxes[$field],
            ['tax_status', 'exemption_reason', 'vat_id', 'tax_number', 'registration_number', 'legal_name', 'tax_currency', 'creditor_reference']
        ));
        self::assertSame([['DE02120300000000202051', 'BYLADEM1001', 'EUR'], ['12345678', '', '']], array_map(static fn (array $account): array => [$account['number'], $account['bic'], $account['currency']], $taxes['bank_accounts']));
        self::assertSame([[$first['id'], 'MwSt.'], ['zw.', 'Art. 43']], [[$taxes['rates'][0]['id'], $taxes['rates'][0]['name']], [$taxes['rates'][1]['name'], $taxes['rates'][1]['reason']]]);
        self::assertCount(2, $taxes['rates']);
        self::assertSame($taxes, self::fits('taxes.get', $this->rest('GET', self::PATH, null, $this->staff)));
        $database = Plugin::instance()->database();
        self::assertSame('settings.taxes_updated', $database->value("SELECT type FROM {$database->table('events')} ORDER BY id DESC LIMIT 1"));
    }

    public function test_what_is_wrong_is_named(): void
    {
        $account = ['number' => 'DE02120300000000202052', 'bic' => '', 'bank' => '', 'holder' => '', 'currency' => 'EUR'];
        foreach ([
            '/vat_id' => ['vat_id' => 'DE123456789'],
            '/exemption_reason' => ['tax_status' => 'exempt'],
            '/tax_currency' => ['tax_currency' => 'ABC'],
            '/bank_accounts/0/number' => ['bank_accounts' => [$account]],
            '/bank_accounts/0/currency' => ['bank_accounts' => [['number' => '1', 'currency' => 'ABC'] + $account]],
            '/rates/0/rate' => ['rates' => [self::rate(['rate' => '0'])]],
            '/rates/1/rate' => ['rates' => [self::rate(), self::rate(['category' => 'Z', 'rate' => '5'])]],
            '/rates/0/reason' => ['rates' => [self::rate(['category' => 'E', 'rate' => '0'])]],
        ] as $pointer => $wrong) {
            self::refused(400, [$pointer], $this->rest('PUT', self::PATH, self::body($wrong), $this->staff));
        }
    }

    public function test_a_vat_id_is_looked_at_while_it_is_typed(): void
    {
        $check = fn (string $typed, string $country): array => self::fits('taxes.check-vat-id', $this->rest('POST', '/counterfoil/v1/vat-ids/check', ['vat_id' => $typed, 'country' => $country], $this->staff));

        self::assertSame(['vat_id' => 'PL5260210228', 'problem' => null], $check('526-021-02-28', 'PL'));
        self::assertSame('This VAT ID for Poland has an invalid check digit. Check it for typos.', $check('5260210229', 'PL')['problem']);
        $this->assert_no_request();
    }

    /** One place: the list has the rates, and one of them is where new lines begin; invoices and previews follow it. */
    public function test_the_default_is_one_of_the_list_and_follows_it(): void
    {
        self::assertNull(self::fits('taxes.get', $this->rest('GET', self::PATH, null, $this->staff))['default_rate']);
        self::refused(400, ['/default_rate'], $this->rest('PUT', self::PATH, self::body(['rates' => [self::rate()], 'default_rate' => 1]), $this->staff));
        $saved = self::fits('taxes.update', $this->rest('PUT', self::PATH, self::body(['rates' => [self::rate(), self::rate(['rate' => '7'])], 'default_rate' => 1]), $this->staff));
        $usual = fn (): ?array => self::fits('invoicing.get', $this->rest('GET', '/counterfoil/v1/settings/invoicing', null, $this->staff))['tax'];
        self::assertSame([1, '7'], [$saved['default_rate'], $usual()['rate'] ?? null]);

        self::fits('taxes.update', $this->rest('PUT', self::PATH, self::body(['rates' => [['rate' => '8'] + $saved['rates'][1], $saved['rates'][0]], 'default_rate' => 0]), $this->staff));
        self::assertSame([$saved['rates'][1]['id'], '8'], [$usual()['id'] ?? null, $usual()['rate'] ?? null]);
        self::fits('taxes.update', $this->rest('PUT', self::PATH, self::body(['rates' => [$saved['rates'][0]]]), $this->staff));
        self::assertNull($usual());
    }

    /**
     * @param array<string, mixed> $changes
     * @return array<string, mixed>
     */
    private static function body(array $changes = []): array
    {
        return $changes + [
            'tax_status' => 'active', 'exemption_code' => '', 'exemption_reason' => '', 'legal_name' => '', 'vat_id' => '', 'tax_number' => '',
            'registration_number' => '', 'registration_scheme' => '', 'tax_currency' => '', 'bank_accounts' => [], 'default_rate' => null, 'rates' => [],
        ];
    }

    /**
     * @param array<string, mixed> $changes
     * @return array<string, mixed>
     */
    private static function rate(array $changes = []): array
    {
        return $changes + ['id' => null, 'name' => 'VAT', 'country' => '', 'category' => 'S', 'rate' => '19', 'reason_code' => '', 'reason' => ''];
    }
}

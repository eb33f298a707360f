<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Invoices;

use Counterfoil\Business\Business;
use Counterfoil\Business\LegalProfile;
use Counterfoil\Business\TaxStatus;
use Counterfoil\Clients\BuyerProfile;
use Counterfoil\Clients\Client;
use Counterfoil\Clients\ClientKind;
use Counterfoil\Clients\VatCheckState;
use Counterfoil\Invoices\Drafts\ProposeTax;
use Counterfoil\Invoices\Tax;
use Counterfoil\Invoices\TaxCategory;
use Counterfoil\Shared\Address;
use Counterfoil\Shared\Money\Currency;
use Counterfoil\Tests\Support\IntegrationTestCase;
use DateTimeImmutable;
use DateTimeZone;
use PHPUnit\Framework\Attributes\DataProvider;

final class ProposeTaxTest extends IntegrationTestCase
{
    /** @param array{string, string} $expected category and rate */
    #[DataProvider('buyers')]
    public function test_a_category_is_proposed(string $seller, string $country, ClientKind $kind, string $vat_id, array $expected, string $why): void
    {
        $proposal = (new ProposeTax(self::seller($seller), 'en_US'))->of(self::buyer($country, $kind, $vat_id), new Tax('VAT', '23'));

        self::assertSame($expected, [$proposal->tax?->category?->value, $proposal->tax?->rate]);
        self::assertStringContainsString($why, $proposal->why);
    }

    /** @return iterable<string, array{string, string, ClientKind, string, array{string, string}, string}> */
    public static function buyers(): iterable
    {
        $business = ClientKind::Business;
        $consumer = ClientKind::Consumer;
        yield 'at home' => ['PL', 'PL', $business, 'PL5260210228', ['S', '23'], 'default rate'];
        yield 'another state of the Union, with a VAT ID' => ['PL', 'DE', $business, 'DE123456788', ['AE', '0'], 'business in Germany with VAT ID DE123456788'];
        yield 'a public body with a VAT ID' => ['PL', 'DE', ClientKind::PublicBody, 'DE123456788', ['AE', '0'], 'business in Germany'];
        yield 'Greece' => ['PL', 'GR', $business, 'EL094019245', ['AE', '0'], 'Greece'];
        yield 'another state, without one' => ['PL', 'DE', $business, '', ['S', '23'], 'no VAT ID'];
        yield 'another state, with one that can’t be' => ['PL', 'DE', $business, 'DE123456789', ['S', '23'], 'no VAT ID'];
        yield 'a consumer in another state' => ['PL', 'DE', $consumer, 'DE123456788', ['S', '23'], 'consumer in Germany'];
        yield 'outside of the Union' => ['PL', 'US', $business, '', ['O', '0'], 'isn’t subject to your VAT'];
        yield 'a consumer outside' => ['PL', 'CH', $consumer, '', ['O', '0'], 'Switzerland'];
        yield 'Northern Ireland is outside for services' => ['PL', 'GB', $business, 'XI123456782', ['O', '0'], 'United Kingdom'];
        yield 'from outside to the Union' => ['GB', 'DE', $business, 'DE123456788', ['O', '0'], 'Germany'];
        yield 'nobody knows where the client is' => ['PL', '', $business, '', ['S', '23'], 'default rate'];
        yield 'nobody knows where the business is' => ['', 'DE', $business, 'DE123456788', ['S', '23'], 'default rate'];
    }

    public function test_a_vat_id_that_vies_calls_invalid_brings_no_reverse_charge(): void
    {
        $propose = new ProposeTax(self::seller('PL'), 'en_US');
        $buyer = self::buyer('DE', ClientKind::Business, 'DE123456788');
        $invalid = $propose->of($buyer, new Tax('VAT', '23'), VatCheckState::Invalid);

        self::assertSame(['S', '23'], [$invalid->tax?->category?->value, $invalid->tax?->rate]);
        self::assertStringContainsString('VIES says that VAT ID DE123456788 isn’t valid', $invalid->why);
        // VIES being down blocks nothing.
        foreach ([null, VatCheckState::Waiting, VatCheckState::Unanswered, VatCheckState::Valid] as $state) {
            self::assertSame('AE', $propose->of($buyer, new Tax('VAT', '23'), $state)->tax?->category?->value);
        }
    }

    public function test_an_exempt_business_is_exempt_whoever_buys(): void
    {
        $legal = new LegalProfile(tax_status: TaxStatus::Exempt, exemption_code: 'VATEX-EU-132', exemption_reason: '§ 19 UStG');
        foreach (['DE', 'PL', 'US'] as $country) {
            $tax = (new ProposeTax(self::seller('DE', $legal), 'en_US'))->of(self::buyer($country, ClientKind::Business, ''), new Tax('VAT', '19'))->tax;
            self::assertEquals(new Tax('VAT', '0', TaxCategory::Exempt, 'VATEX-EU-132', '§ 19 UStG'), $tax);
        }
    }

    public function test_a_business_without_vat_is_outside_of_it(): void
    {
        $tax = (new ProposeTax(self::seller('US', new LegalProfile(tax_status: TaxStatus::None)), 'en_US'))->of(null, null)->tax;
        self::assertEquals(new Tax('VAT', '0', TaxCategory::OutOfScope, 'VATEX-EU-O'), $tax);
    }

    public function test_without_a_usual_rate_nothing_is_guessed(): void
    {
        foreach ([null, new Tax('VAT', '0')] as $usual) {
            $proposal = (new ProposeTax(self::seller('DE'), 'en_US'))->of(null, $usual);
            self::assertNull($proposal->tax);
            self::assertStringContainsString('Choose the tax for this line', $proposal->why);
        }
    }

    private static function seller(string $country, LegalProfile $legal = new LegalProfile()): Business
    {
        return new Business('Agency', '', '', '', new Address(country: $country), '', new DateTimeZone('UTC'), Currency::of('EUR'), 'en_US', $legal);
    }

    private static function buyer(string $country, ClientKind $kind, string $vat_id): Client
    {
        return new Client(1, 1, 'Lumen', '', '', new Address(country: $country), '', Currency::of('EUR'), '', new DateTimeImmutable(), new BuyerProfile($kind, $vat_id));
    }
}

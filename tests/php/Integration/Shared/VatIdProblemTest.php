<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Shared;

use Counterfoil\Shared\VatId;
use Counterfoil\Tests\Support\IntegrationTestCase;
use PHPUnit\Framework\Attributes\DataProvider;

/** Forms and check digits of VAT IDs, country by country. */
final class VatIdProblemTest extends IntegrationTestCase
{
    #[DataProvider('real')]
    public function test_a_right_one_is_right_and_one_with_a_digit_changed_is_not(string $vat_id, bool $has_check_digits = true): void
    {
        self::assertNull(VatId::problem($vat_id));
        if ($has_check_digits) {
            $at = strlen($vat_id) - (str_starts_with($vat_id, 'NL') || str_starts_with($vat_id, 'SE') ? 4 : 1);
            $wrong = substr_replace($vat_id, (string) (((int) $vat_id[$at] + 1) % 10), $at, 1);
            self::assertStringContainsString('check digit', (string) VatId::problem($wrong));
        }
    }

    /**
     * Numbers that large companies publish on their websites.
     *
     * @return list<array{0: string, 1?: bool}>
     */
    public static function real(): array
    {
        return [
            ['ATU46674503'], ['BE0403170701'], ['DE129273398'], ['DE811569869'], ['HR81793146560'], ['DK24256790'], ['EE100931558'], ['EL094019245'],
            ['FI01120389'], ['FR83404833048'], ['HU10773381'], ['IT00159560366'], ['LU26375245'], ['NL004495445B01'], ['PL7740001454'], ['PL5260250995'],
            ['PT503504564'], ['SE556036079301'], ['SI15012557'], ['SK2020273893'], ['XI123456782', false], ['IE6388047V', false], ['ESA28015865', false],
        ];
    }

    public function test_what_has_not_the_form_of_its_country_is_told_how_it_looks(): void
    {
        self::assertSame('This isn’t a valid VAT ID for Germany. Enter one like DE123456788.', VatId::problem('DE12345678'));
        self::assertSame('This isn’t a valid VAT ID for Greece. Enter one like EL123456783.', VatId::problem('EL12'));
        self::assertSame('This isn’t a valid VAT ID for Northern Ireland. Enter one like XI123456782.', VatId::problem('XI1'));
        self::assertStringContainsString('starts with the country code', (string) VatId::problem('12345'));
        self::assertNull(VatId::problem(''));
    }

    public function test_it_is_kept_with_its_prefix_and_nothing_else(): void
    {
        self::assertSame('PL5260210228', VatId::normal('526-021-02-28', 'PL'));
        self::assertSame('PL5260210228', VatId::normal(' pl 526 021 02 28 ', ''));
        self::assertSame('NL004495445B01', VatId::normal('nl0044.95.445.b01', 'NL'));
        self::assertSame('EL094019245', VatId::normal('GR094019245', 'GR'));
        self::assertSame('EL094019245', VatId::normal('094019245', 'GR'));
        self::assertSame('DE123456788', VatId::normal('123456788', 'DE'));
        self::assertSame('', VatId::normal(' ', 'DE'));
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Unit\Business;

use Counterfoil\Business\BankAccount;
use Counterfoil\Business\LegalProfile;
use Counterfoil\Business\TaxStatus;
use PHPUnit\Framework\TestCase;

final class LegalProfileTest extends TestCase
{
    public function test_an_iban_proves_itself(): void
    {
        self::assertTrue((new BankAccount('DE89370400440532013000'))->is_iban());
        self::assertTrue((new BankAccount('PL61109010140000071219812874'))->is_iban());
        self::assertFalse((new BankAccount('DE89370400440532013001'))->is_iban());
        self::assertFalse((new BankAccount('123456789'))->is_iban());
    }

    public function test_a_profile_is_read_as_it_was_stored_and_nonsense_as_nothing(): void
    {
        $profile = new LegalProfile('North Ltd', 'DE123456789', '133/8150/8159', 'HRB 1', '0002', TaxStatus::Exempt, 'VATEX-EU-132', 'Small business', [new BankAccount('DE89370400440532013000', 'COBADEFF', 'Bank', 'North', 'EUR')]);

        self::assertEquals($profile, LegalProfile::from_array($profile->to_array()));
        self::assertEquals(new LegalProfile(), LegalProfile::from_array(['vat_id' => 5, 'tax_status' => 'x', 'bank_accounts' => 'y']));
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Unit\Shared;

use Counterfoil\Shared\Address;
use PHPUnit\Framework\TestCase;

final class AddressTest extends TestCase
{
    public function test_an_address_stands_as_on_an_envelope(): void
    {
        $address = new Address('1 Main St', '', '00-001', 'Warszawa', 'Mazowieckie', 'PL');
        self::assertSame(['1 Main St', '00-001 Warszawa', 'Mazowieckie', 'Poland'], $address->lines('en_US'));
        self::assertSame(['1 Main St', '00-001 Warszawa', 'Mazowieckie'], $address->lines('en_US', 'PL'));
        self::assertContains('Polska', $address->lines('pl_PL'));
        self::assertSame([], (new Address())->lines('en_US'));
        self::assertEquals($address, Address::from($address->to_array()));
    }
}

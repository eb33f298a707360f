<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Shared;

use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Tests\Support\IntegrationTestCase;

/** Here, since what refuses it is said in the reader's language. */
final class LargestAmountTest extends IntegrationTestCase
{
    public function test_no_amount_is_further_from_zero_than_the_largest(): void
    {
        self::assertSame(-Money::MAX_SUM, Money::of(-Money::MAX_SUM, 'EUR')->amount);
        foreach ([Money::MAX_SUM + 1, -Money::MAX_SUM - 1] as $amount) {
            try {
                Money::of($amount, 'EUR');
                self::fail("{$amount} was taken.");
            } catch (DomainError $error) {
                self::assertSame('amount_too_large', $error->reason);
            }
        }
    }
}

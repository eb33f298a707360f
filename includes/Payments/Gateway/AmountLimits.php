<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Gateway;

use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Money\MoneyFormat;

/** What a gateway takes at once in one currency, all in its minor units. */
final readonly class AmountLimits
{
    public function __construct(
        public int $minimum,
        public int $maximum,
        /** What every amount is a multiple of: 10 where thousandths can't be charged */
        public int $step = 1,
    ) {
    }

    /** @throws DomainError 409 with what the payer can do */
    public function check(Money $money): void
    {
        $this->check_step($money);
        if ($money->amount < $this->minimum) {
            throw DomainError::conflict('amount_too_small', sprintf(
                /* translators: %s: least amount, "€0.50" */
                __('The minimum online payment is %s. Please pay another way or contact us.', 'counterfoil'),
                (new MoneyFormat(determine_locale()))->money(new Money($this->minimum, $money->currency))
            ));
        }
        if ($money->amount > $this->maximum) {
            throw DomainError::conflict('amount_too_large', sprintf(
                /* translators: %s: largest amount, "€999,999.99" */
                __('Online payments are limited to %s. Please pay by bank transfer or contact us.', 'counterfoil'),
                (new MoneyFormat(determine_locale()))->money(new Money(min($this->maximum, Money::MAX), $money->currency))
            ));
        }
    }

    /** @throws DomainError 409 */
    public function check_step(Money $money): void
    {
        if ($money->amount % $this->step !== 0) {
            throw DomainError::conflict('amount_too_fine', sprintf(
                /* translators: %s: currency code */
                __('Online payments in %s must be amounts that end in 0. Please pay another way or contact us.', 'counterfoil'),
                $money->currency->code
            ));
        }
    }
}

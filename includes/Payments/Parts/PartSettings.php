<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Parts;

use Counterfoil\Payments\Gateway\AmountLimits;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Money\Currency;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Money\MoneyFormat;
use Counterfoil\Shared\Settings;

/** Whether clients may pay less than is due, and how much at least. */
final readonly class PartSettings
{
    private const SETTINGS = 'part_payments';
    private const DEFAULTS = ['allowed' => false, 'minimum_percent' => 10, 'minimum_amounts' => []];

    public function __construct(private Settings $settings, private Changes $changes)
    {
    }

    public function are_allowed(): bool
    {
        return (bool) $this->settings->get(self::SETTINGS, self::DEFAULTS)['allowed'];
    }

    /** Of what is due, 1 to 100. */
    public function minimum_percent(): int
    {
        return (int) $this->settings->get(self::SETTINGS, self::DEFAULTS)['minimum_percent'];
    }

    /** @return list<Money> beside the percentage, the least in a currency; one each at most */
    public function minimum_amounts(): array
    {
        return array_values(array_map(Money::from_wire(...), (array) $this->settings->get(self::SETTINGS, self::DEFAULTS)['minimum_amounts']));
    }

    /**
     * The least that may be paid of what is due; null where there is no choice: parts aren't allowed, or the gateway takes no
     * smaller sum than all of it.
     *
     * @param AmountLimits|null $limits what the gateway takes in this currency
     */
    public function least(Money $due, ?AmountLimits $limits): ?Money
    {
        if ($limits === null || ! $this->are_allowed()) {
            return null;
        }
        // Rounded up: not a cent below what was set. Without a product that overflows.
        $percent = $this->minimum_percent();
        $share = intdiv($due->amount, 100) * $percent + intdiv(($due->amount % 100) * $percent + 99, 100);
        $least = max($share, $limits->minimum, ...array_map(static fn (Money $minimum): int => $minimum->currency->equals($due->currency) ? $minimum->amount : 0, $this->minimum_amounts()));
        $least = intdiv($least + $limits->step - 1, $limits->step) * $limits->step;

        return $least < $due->amount ? new Money($least, $due->currency) : null;
    }

    /** @throws DomainError 400 naming the field "amount" */
    public function check(Money $amount, Money $due, ?AmountLimits $limits): void
    {
        $least = $this->least($due, $limits);
        $format = new MoneyFormat(determine_locale());
        if ($least === null) {
            /* translators: %s: amount of money */
            throw DomainError::invalid(sprintf(__('Please pay the full amount due, %s.', 'counterfoil'), $format->money($due)), 'amount');
        }
        self::check_between($amount, $least, $due);
    }

    /** @throws DomainError 400 naming the field "amount" */
    public static function check_between(Money $amount, Money $least, Money $due): void
    {
        $format = new MoneyFormat(determine_locale());
        if ($amount->currency->code !== $due->currency->code || $amount->amount < $least->amount || $amount->amount > $due->amount) {
            /* translators: 1: least amount, 2: largest amount */
            throw DomainError::invalid(sprintf(__('Enter an amount from %1$s to %2$s.', 'counterfoil'), $format->money($least), $format->money($due)), 'amount');
        }
    }

    /**
     * @param list<array{amount: int, currency: string}> $minimum_amounts
     * @throws DomainError 400 for a currency that is there twice or not known
     */
    public function save(bool $are_allowed, int $minimum_percent, array $minimum_amounts, Actor $by): void
    {
        $seen = [];
        foreach ($minimum_amounts as $i => $minimum) {
            if (! in_array($minimum['currency'], Currency::codes(), true) || isset($seen[$minimum['currency']])) {
                throw DomainError::invalid(__('Choose each currency once.', 'counterfoil'), "/minimum_amounts/{$i}/currency");
            }
            $seen[$minimum['currency']] = true;
        }
        $this->changes->run($by, function (Change $change) use ($are_allowed, $minimum_percent, $minimum_amounts): void {
            $this->settings->set(self::SETTINGS, ['allowed' => $are_allowed, 'minimum_percent' => $minimum_percent, 'minimum_amounts' => $minimum_amounts]);
            $change->event('settings.part_payments_updated', [['settings', 0]], null);
            /**
             * Fires after it changes whether clients may pay invoices in parts.
             *
             * @since 0.2.0
             */
            $change->hook('settings_part_payments_updated');
        });
    }
}

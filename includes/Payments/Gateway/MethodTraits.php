<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Gateway;

use Counterfoil\Shared\Calendar;

/** What a way of paying does with the money, whatever gateway it is used at. */
final readonly class MethodTraits
{
    public function __construct(
        /** Business days until it is known whether the money came, at most; 0 for at once */
        public int $settles_in_days,
        /** For how many weeks the payer's bank may take it back without a dispute that could be won; 0 for never */
        public int $returns_for_weeks,
        /** Whether the same method can be charged again without the payer being there */
        public bool $can_be_charged_again,
        /** Whether its scheme wants the payer to be told of each debit, with mandate and creditor */
        public bool $announces_debits = false,
    ) {
    }

    public function can_be_returned(): bool
    {
        return $this->returns_for_weeks > 0;
    }

    /**
     * The day by which it is known whether the money came. Holidays of banks are not counted: they differ by country.
     *
     * @param string $today "2026-03-31"
     * @return string|null null where it is known at once
     */
    public function expected_on(string $today): ?string
    {
        return $this->settles_in_days === 0 ? null : Calendar::add_business_days($today, $this->settles_in_days);
    }
}

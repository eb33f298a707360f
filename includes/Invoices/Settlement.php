<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

/** What became of the sum, computed from payments and refunds. */
enum Settlement: string
{
    case Unpaid = 'unpaid';
    case PartPaid = 'part_paid';
    case Paid = 'paid';
    case Refunded = 'refunded';
    /** All of it was taken back by credit notes */
    case Credited = 'credited';
    /** A pro-forma that was paid: its money is on the invoice that was made of it */
    case Invoiced = 'invoiced';

    /**
     * Money given back before the invoice was ever paid in full is owed again. Once it was paid, giving
     * back does not ask for the money a second time.
     *
     * @param int $total what is asked for, minor units, as all
     * @param int $paid received, ever
     * @param int $refunded given back, ever
     * @param bool $was_paid whether the whole sum was there at some time before
     * @param int $credited taken back by credit notes; $total is without it
     * @param int $given_back of $refunded, what went back while the whole sum was there: it stays the client's, also where
     *     money turns out later not to have come
     */
    public static function of(int $total, int $paid, int $refunded, bool $was_paid, int $credited = 0, int $given_back = 0): self
    {
        if ($credited > 0 && $total <= 0) {
            return self::Credited;
        }
        $kept = $paid - $refunded;
        if (! $was_paid && $kept + $given_back < $total) {
            return $kept > 0 ? self::PartPaid : self::Unpaid;
        }

        return $refunded > 0 && $kept <= 0 ? self::Refunded : self::Paid;
    }

    public function is_open(): bool
    {
        return $this === self::Unpaid || $this === self::PartPaid;
    }
}

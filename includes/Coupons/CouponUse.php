<?php

declare(strict_types=1);

namespace Counterfoil\Coupons;

use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Money\Money;
use DateTimeImmutable;

/** A coupon on one issued bill, or of one subscription and all its bills. */
final readonly class CouponUse
{
    private function __construct(
        public int $id,
        public int $coupon_id,
        public int $client_id,
        /** Null for a subscription's */
        public ?int $invoice_id,
        public ?int $subscription_id,
        /** False for a subscription that a bill with the coupon started: the bill is the use */
        public bool $is_counted,
        /** Of the bill, as it was issued; of a subscription what it was called */
        public string $number,
        /** What it took off, with or without tax as the bill's prices are */
        public Money $amount,
        public DateTimeImmutable $used_at,
        /** When the bill was voided: it does not count any more */
        public ?DateTimeImmutable $given_back_at,
    ) {
    }

    /** @param array<string, string|null> $row */
    public static function from_row(array $row): self
    {
        return new self(
            (int) $row['id'],
            (int) $row['coupon_id'],
            (int) $row['client_id'],
            $row['invoice_id'] === null ? null : (int) $row['invoice_id'],
            $row['subscription_id'] === null ? null : (int) $row['subscription_id'],
            (bool) (int) $row['is_counted'],
            (string) $row['number'],
            Money::of((int) $row['amount'], (string) $row['currency']),
            Timestamps::from_row((string) $row['used_at']),
            $row['given_back_at'] === null ? null : Timestamps::from_row($row['given_back_at']),
        );
    }
}

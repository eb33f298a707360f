<?php

declare(strict_types=1);

namespace Counterfoil\Coupons;

use Counterfoil\Shared\Clock\Timestamps;
use DateTimeImmutable;

final readonly class Coupon
{
    public function __construct(
        public int $id,
        /** Upper case: it is typed in any */
        public string $code,
        /** Shown on the bill */
        public string $name,
        public CouponTerms $terms,
        public CouponLimits $limits,
        /** Bills that carry it and count */
        public int $uses,
        public ?DateTimeImmutable $archived_at,
        public DateTimeImmutable $created_at,
    ) {
    }

    /** @param array<string, string|null> $row */
    public static function from_row(array $row): self
    {
        return new self(
            (int) $row['id'],
            (string) $row['code'],
            (string) $row['name'],
            new CouponTerms(
                $row['percent'],
                array_map(intval(...), self::list((string) ($row['amounts'] ?? '{}'))),
                CouponDuration::from((string) $row['duration']),
                $row['cycles'] === null ? null : (int) $row['cycles'],
                array_values(array_map(intval(...), self::list((string) $row['product_ids']))),
                array_values(array_map(intval(...), self::list((string) $row['plan_ids']))),
            ),
            new CouponLimits(
                $row['max_uses'] === null ? null : (int) $row['max_uses'],
                $row['max_uses_per_client'] === null ? null : (int) $row['max_uses_per_client'],
                $row['valid_from'],
                $row['valid_until'],
            ),
            (int) $row['uses'],
            $row['archived_at'] === null ? null : Timestamps::from_row($row['archived_at']),
            Timestamps::from_row((string) $row['created_at']),
        );
    }

    /** @param string $today in the business's time zone, "2026-03-31" */
    public function state(string $today): CouponState
    {
        return match (true) {
            $this->archived_at !== null => CouponState::Archived,
            $this->limits->valid_until !== null && $this->limits->valid_until < $today => CouponState::Expired,
            $this->is_used_up() => CouponState::UsedUp,
            $this->limits->valid_from !== null && $this->limits->valid_from > $today => CouponState::Scheduled,
            default => CouponState::Active,
        };
    }

    public function is_used_up(): bool
    {
        return $this->limits->in_all !== null && $this->uses >= $this->limits->in_all;
    }

    /** As people type it: in any case, with blanks around it. */
    public static function normal_code(string $code): string
    {
        return strtoupper(trim($code));
    }

    /** @return array<string, int> */
    private static function list(string $json): array
    {
        $list = json_decode($json, true, 4, JSON_THROW_ON_ERROR);

        return is_array($list) ? $list : [];
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Coupons;

use Counterfoil\Shared\Database\Database;

/** How often coupons are believed to be used, against the bills that carry them. */
final readonly class CouponCounts
{
    public function __construct(private Database $database)
    {
    }

    /** @return list<array{subject: string, kept: int, counted: int}> "coupon 3", "coupon 3 of client 7"; none where all is right */
    public function wrong(): array
    {
        [$coupons, $clients, $uses] = array_map($this->database->table(...), ['coupons', 'coupon_clients', 'coupon_uses']);
        $rows = $this->database->rows(
            "SELECT id, client_id, kept, counted FROM (
                SELECT id, NULL AS client_id, uses AS kept, (SELECT COUNT(*) FROM {$uses} WHERE {$uses}.coupon_id = {$coupons}.id AND is_counted = 1 AND given_back_at IS NULL) AS counted FROM {$coupons}
                UNION ALL SELECT coupon_id, client_id, uses, (SELECT COUNT(*) FROM {$uses} WHERE {$uses}.coupon_id = {$clients}.coupon_id AND {$uses}.client_id = {$clients}.client_id AND is_counted = 1 AND given_back_at IS NULL) FROM {$clients}
            ) AS counts WHERE kept <> counted ORDER BY id, client_id"
        );

        return array_map(static fn (array $row): array => [
            'subject' => "coupon {$row['id']}" . ($row['client_id'] === null ? '' : " of client {$row['client_id']}"),
            'kept' => (int) $row['kept'],
            'counted' => (int) $row['counted'],
        ], $rows);
    }
}

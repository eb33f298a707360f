<?php

declare(strict_types=1);

namespace Counterfoil\Coupons;

use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Condition;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Database\Keyset;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\SearchWords;

final readonly class CouponRepository
{
    private const TABLE = 'coupons';

    public function __construct(private Database $database, private Clock $clock)
    {
    }

    public function find(int $id): ?Coupon
    {
        return $this->one('id = ?', $id);
    }

    /** @throws DomainError 404 */
    public function get(int $id): Coupon
    {
        return $this->find($id) ?? throw DomainError::not_found();
    }

    /** However it was typed. */
    public function find_by_code(string $code): ?Coupon
    {
        return $this->one('code = ?', Coupon::normal_code($code));
    }

    /** As it is now, not as it was when the transaction began; others who change it wait. */
    public function lock(int $id): ?Coupon
    {
        return $this->one('id = ?', $id, ' FOR UPDATE');
    }

    /**
     * @param string $state "active", also those yet to come; "ended", expired or used up; "archived"
     * @param string $today in the business's time zone, "2026-03-31"
     * @param list<int|string>|null $after where it begins, as the page before said; null for the first page
     * @return array{coupons: list<Coupon>, next: list<int|string>|null} `next` is null on the last page
     */
    public function page(string $state, string $today, string $search, Keyset $order, int $limit, ?array $after = null): array
    {
        $has_ended = '(valid_until IS NOT NULL AND valid_until < ? OR max_uses IS NOT NULL AND uses >= max_uses)';
        $where = match ($state) {
            'archived' => new Condition('archived_at IS NOT NULL'),
            'ended' => new Condition("archived_at IS NULL AND {$has_ended}", [$today]),
            default => new Condition("archived_at IS NULL AND NOT {$has_ended}", [$today]),
        };
        foreach (SearchWords::terms($search) as $term) {
            $where = $where->and(new Condition('search_name LIKE ?', [$this->database->like($term)]));
        }
        $found = $order->rows($this->database, "SELECT * FROM {$this->database->table(self::TABLE)}", $where, $after, $limit + 1);
        $page = array_slice($found, 0, $limit);

        return [
            'coupons' => array_map(Coupon::from_row(...), $page),
            'next' => count($found) > $limit ? $order->position($page[$limit - 1]) : null,
        ];
    }

    /** @throws \Counterfoil\Shared\Database\UniqueViolation when there is one of this code */
    public function insert(CouponDetails $details): int
    {
        return $this->database->insert(self::TABLE, self::columns($details) + ['created_at' => Timestamps::to_row($this->clock->now())]);
    }

    /** @throws \Counterfoil\Shared\Database\UniqueViolation when there is another one of this code */
    public function update(int $id, CouponDetails $details): void
    {
        $this->database->update(self::TABLE, self::columns($details), ['id' => $id]);
    }

    /** @return bool false when it was archived already */
    public function archive(int $id): bool
    {
        return $this->database->update(self::TABLE, ['archived_at' => Timestamps::to_row($this->clock->now())], ['id' => $id, 'archived_at' => null]) === 1;
    }

    public function restore(int $id): void
    {
        $this->database->update(self::TABLE, ['archived_at' => null], ['id' => $id]);
    }

    /** @return bool false when it was ever used, also where the use was given back: the bill still names it */
    public function delete_unused(int $id): bool
    {
        $uses = $this->database->table('coupon_uses');

        return $this->database->execute(
            "DELETE FROM {$this->database->table(self::TABLE)} WHERE id = ? AND uses = 0 AND NOT EXISTS (SELECT 1 FROM {$uses} WHERE {$uses}.coupon_id = ?)",
            [$id, $id]
        ) === 1;
    }

    /**
     * One more use, unless it is used up, or not to be used today.
     *
     * @param string $today in the business's time zone, "2026-03-31"
     */
    public function take(int $id, string $today): bool
    {
        return $this->database->execute(
            "UPDATE {$this->database->table(self::TABLE)} SET uses = uses + 1 WHERE id = ? AND archived_at IS NULL AND (max_uses IS NULL OR uses < max_uses)
            AND (valid_from IS NULL OR valid_from <= ?) AND (valid_until IS NULL OR valid_until >= ?)",
            [$id, $today, $today]
        ) === 1;
    }

    public function give_back(int $id): void
    {
        $this->database->execute("UPDATE {$this->database->table(self::TABLE)} SET uses = uses - 1 WHERE id = ? AND uses > 0", [$id]);
    }

    private function one(string $condition, int|string $argument, string $lock = ''): ?Coupon
    {
        $row = $this->database->row("SELECT * FROM {$this->database->table(self::TABLE)} WHERE {$condition}{$lock}", [$argument]);

        return $row === null ? null : Coupon::from_row($row);
    }

    /** @return array<string, int|string|null> */
    private static function columns(CouponDetails $details): array
    {
        $terms = $details->terms;
        $json = static fn (array $list): string => json_encode($list, JSON_THROW_ON_ERROR);

        return [
            'code' => $details->code,
            'name' => $details->name,
            'search_name' => SearchWords::fold("{$details->code} {$details->name}", 190),
            'percent' => $terms->percent,
            'amounts' => $terms->percent === null ? $json($terms->amounts) : null,
            'duration' => $terms->duration->value,
            'cycles' => $terms->cycles,
            'max_uses' => $details->limits->in_all,
            'max_uses_per_client' => $details->limits->per_client,
            'valid_from' => $details->limits->valid_from,
            'valid_until' => $details->limits->valid_until,
            'product_ids' => $json($terms->product_ids),
            'plan_ids' => $json($terms->plan_ids),
        ];
    }
}

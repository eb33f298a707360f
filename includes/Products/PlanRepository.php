<?php

declare(strict_types=1);

namespace Counterfoil\Products;

use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Condition;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\SearchWords;

final readonly class PlanRepository
{
    private const TABLE = 'plans';

    public function __construct(private Database $database, private Clock $clock, private PlanUses $uses)
    {
    }

    public function find(int $id): ?Plan
    {
        return $this->all('id = ?', [$id])[0] ?? null;
    }

    /** @throws DomainError 404 */
    public function get(int $id): Plan
    {
        return $this->find($id) ?? throw DomainError::not_found();
    }

    /**
     * @param list<int> $ids
     * @return array<int, Plan> by id; ids of none are left out
     */
    public function by_ids(array $ids): array
    {
        $ids = array_values(array_unique($ids));

        return $ids === [] ? [] : array_column($this->all("id IN ({$this->database->marks($ids)})", $ids), null, 'id');
    }

    /**
     * @param list<int> $product_ids
     * @return array<int, list<Plan>> by product, oldest first; every product asked for is there
     */
    public function of_products(array $product_ids): array
    {
        $plans = array_fill_keys($product_ids, []);
        if ($product_ids !== []) {
            foreach ($this->all("product_id IN ({$this->database->marks($product_ids)})", $product_ids) as $plan) {
                $plans[$plan->product_id][] = $plan;
            }
        }

        return $plans;
    }

    /**
     * Which plans of these products were ever used. Looks one line up a plan, however many there are.
     *
     * @param list<int> $product_ids
     * @return list<int> ids of plans
     */
    public function used_of_products(array $product_ids): array
    {
        if ($product_ids === []) {
            return [];
        }
        $plans = $this->database->table(self::TABLE);
        $rows = $this->database->rows(
            "SELECT {$plans}.id FROM {$plans} WHERE {$plans}.product_id IN ({$this->database->marks($product_ids)}) AND {$this->is_used()->sql}",
            [...$product_ids, ...$this->is_used()->arguments]
        );

        return array_map(static fn (array $row): int => (int) $row['id'], $rows);
    }

    public function insert(int $product_id, PlanDetails $details): int
    {
        return $this->database->insert(self::TABLE, ['product_id' => $product_id] + $this->columns($details) + ['created_at' => Timestamps::to_row($this->clock->now())]);
    }

    public function update(int $id, PlanDetails $details): void
    {
        $this->database->update(self::TABLE, $this->columns($details), ['id' => $id]);
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

    /** @return bool false when it was used */
    public function delete_unused(int $id): bool
    {
        return $this->database->execute("DELETE FROM {$this->database->table(self::TABLE)} WHERE id = ? AND NOT {$this->is_used()->sql}", [$id, ...$this->is_used()->arguments]) === 1;
    }

    /** That a column has the id of a plan that is billed once. */
    public function one_time(string $plan_id): Condition
    {
        return new Condition("{$plan_id} IN (SELECT id FROM {$this->database->table(self::TABLE)} WHERE type = ?)", [PlanType::OneTime->value]);
    }

    private function is_used(): Condition
    {
        return $this->uses->of("{$this->database->table(self::TABLE)}.id");
    }

    /** @return array<string, int|string|null> */
    private function columns(PlanDetails $details): array
    {
        return [
            'name' => $details->name,
            'search_name' => SearchWords::fold($details->name, 190),
            'price' => $details->price->amount,
            'currency' => $details->price->currency->code,
            'type' => $details->type->value,
            'interval_unit' => $details->interval?->unit,
            'interval_count' => $details->interval?->count,
            'trial_days' => $details->trial_days,
            'setup_fee' => $details->setup_fee,
            'cycles' => $details->cycles,
            'unit_code' => $details->unit,
            'tax_rate_id' => $details->tax_rate_id,
        ];
    }

    /**
     * @param list<int> $arguments
     * @return list<Plan>
     */
    private function all(string $condition, array $arguments): array
    {
        return array_map(self::from_row(...), $this->database->rows("SELECT * FROM {$this->database->table(self::TABLE)} WHERE {$condition} ORDER BY id", $arguments));
    }

    /** @param array<string, string|null> $row */
    private static function from_row(array $row): Plan
    {
        return new Plan(
            (int) $row['id'],
            (int) $row['product_id'],
            (string) $row['name'],
            Money::of((int) $row['price'], (string) $row['currency']),
            PlanType::from((string) $row['type']),
            Interval::from_row($row['interval_unit'], $row['interval_count']),
            $row['archived_at'] === null ? null : Timestamps::from_row($row['archived_at']),
            Timestamps::from_row((string) $row['created_at']),
            (string) $row['unit_code'],
            $row['tax_rate_id'] === null ? null : (int) $row['tax_rate_id'],
            (int) $row['trial_days'],
            (int) $row['setup_fee'],
            $row['cycles'] === null ? null : (int) $row['cycles'],
        );
    }
}

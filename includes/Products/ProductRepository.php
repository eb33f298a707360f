<?php

declare(strict_types=1);

namespace Counterfoil\Products;

use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Condition;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Database\Keyset;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\SearchWords;

final readonly class ProductRepository
{
    private const TABLE = 'products';

    public function __construct(private Database $database, private Clock $clock)
    {
    }

    public function find(int $id): ?Product
    {
        $row = $this->database->row("SELECT * FROM {$this->database->table(self::TABLE)} WHERE id = ?", [$id]);

        return $row === null ? null : self::from_row($row);
    }

    /** @throws DomainError 404 */
    public function get(int $id): Product
    {
        return $this->find($id) ?? throw DomainError::not_found();
    }

    /**
     * @param list<int> $ids
     * @return array<int, Product> by id; those that are not there are left out
     */
    public function by_ids(array $ids): array
    {
        $where = $ids === [] ? Condition::never() : Condition::in('id', $ids);
        $products = array_map(self::from_row(...), $this->database->rows("SELECT * FROM {$this->database->table(self::TABLE)} WHERE {$where->sql}", $where->arguments));

        return array_column($products, null, 'id');
    }

    /**
     * @param list<int|string>|null $after where it begins, as the page before said; null for the first page
     * @return array{products: list<Product>, next: list<int|string>|null} `next` is null on the last page
     */
    public function page(bool $archived, string $search, Keyset $order, int $limit, ?array $after = null): array
    {
        $plans = $this->database->table('plans');
        $where = new Condition($archived ? 'archived_at IS NOT NULL' : 'archived_at IS NULL');
        foreach (SearchWords::terms($search) as $term) {
            $like = $this->database->like($term);
            $where = $where->and(new Condition("(search_name LIKE ? OR id IN (SELECT product_id FROM {$plans} WHERE {$plans}.search_name LIKE ?))", [$like, $like]));
        }
        $found = $order->rows($this->database, "SELECT * FROM {$this->database->table(self::TABLE)}", $where, $after, $limit + 1);
        $page = array_slice($found, 0, $limit);

        return [
            'products' => array_map(self::from_row(...), $page),
            'next' => count($found) > $limit ? $order->position($page[$limit - 1]) : null,
        ];
    }

    public function insert(string $name, string $description, ?int $image_id): int
    {
        return $this->database->insert(self::TABLE, [
            'name' => $name,
            'search_name' => SearchWords::fold($name, 190),
            'description' => $description,
            'image_id' => $image_id,
            'created_at' => Timestamps::to_row($this->clock->now()),
        ]);
    }

    public function update(int $id, string $name, string $description, ?int $image_id): void
    {
        $this->database->update(self::TABLE, ['name' => $name, 'search_name' => SearchWords::fold($name, 190), 'description' => $description, 'image_id' => $image_id], ['id' => $id]);
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

    /** @return bool false when it still has plans */
    public function delete(int $id): bool
    {
        $plans = $this->database->table('plans');
        $products = $this->database->table(self::TABLE);

        return $this->database->execute("DELETE FROM {$products} WHERE id = ? AND NOT EXISTS (SELECT 1 FROM {$plans} WHERE {$plans}.product_id = ?)", [$id, $id]) === 1;
    }

    /** @param array<string, string|null> $row */
    private static function from_row(array $row): Product
    {
        return new Product(
            (int) $row['id'],
            (string) $row['name'],
            (string) $row['description'],
            $row['image_id'] === null ? null : (int) $row['image_id'],
            $row['archived_at'] === null ? null : Timestamps::from_row($row['archived_at']),
            Timestamps::from_row((string) $row['created_at']),
        );
    }
}

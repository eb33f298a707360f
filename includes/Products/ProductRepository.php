<?php

declare(strict_types=1);

namespace Counterfoil\Products;

use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\DomainError;

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
     * By name.
     *
     * @param array{string, int}|null $after name and id of the last one of the page before
     * @return list<Product> one more than `$limit` when there is a next page
     */
    public function page(bool $archived, string $search, ?array $after, int $limit): array
    {
        $products = $this->database->table(self::TABLE);
        $plans = $this->database->table('plans');
        $conditions = [$archived ? 'archived_at IS NOT NULL' : 'archived_at IS NULL'];
        $arguments = [];
        if ($search !== '') {
            $conditions[] = "(name LIKE ? OR id IN (SELECT product_id FROM {$plans} WHERE {$plans}.name LIKE ?))";
            array_push($arguments, $this->database->like($search), $this->database->like($search));
        }
        if ($after !== null) {
            $conditions[] = 'name >= ? AND (name > ? OR id > ?)';
            array_push($arguments, $after[0], $after[0], $after[1]);
        }
        $rows = $this->database->rows(
            "SELECT * FROM {$products} WHERE " . implode(' AND ', $conditions) . ' ORDER BY name, id LIMIT ?',
            [...$arguments, $limit + 1]
        );

        return array_map(self::from_row(...), $rows);
    }

    public function insert(string $name, string $description, ?int $image_id): int
    {
        return $this->database->insert(self::TABLE, [
            'name' => $name,
            'description' => $description,
            'image_id' => $image_id,
            'created_at' => Timestamps::to_row($this->clock->now()),
        ]);
    }

    public function update(int $id, string $name, string $description, ?int $image_id): void
    {
        $this->database->update(self::TABLE, ['name' => $name, 'description' => $description, 'image_id' => $image_id], ['id' => $id]);
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

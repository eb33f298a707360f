<?php

declare(strict_types=1);

namespace Counterfoil\Websites;

use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\DomainError;

final readonly class WebsiteRepository
{
    private const TABLE = 'websites';

    public function __construct(private Database $database, private Clock $clock)
    {
    }

    public function find(int $id): ?Website
    {
        return $this->all('id = ?', [$id])[0] ?? null;
    }

    /** @throws DomainError 404 */
    public function get(int $id): Website
    {
        return $this->find($id) ?? throw DomainError::not_found();
    }

    /** @return list<Website> */
    public function of_client(int $client_id): array
    {
        return $this->all('client_id = ?', [$client_id]);
    }

    /**
     * @param list<int> $ids
     * @return array<int, Website> by id; ids of none are left out
     */
    public function by_ids(array $ids): array
    {
        $ids = array_values(array_unique($ids));

        return $ids === [] ? [] : array_column($this->all("id IN ({$this->database->marks($ids)})", $ids), null, 'id');
    }

    public function insert(int $client_id, string $name, string $url): int
    {
        return $this->database->insert(self::TABLE, [
            'client_id' => $client_id,
            'name' => $name,
            'url' => $url,
            'created_at' => Timestamps::to_row($this->clock->now()),
        ]);
    }

    public function update(int $id, string $name, string $url): void
    {
        $this->database->update(self::TABLE, ['name' => $name, 'url' => $url], ['id' => $id]);
    }

    /** @return bool false when it is on an invoice, drafts too */
    public function delete_unused(int $id): bool
    {
        $invoices = $this->database->table('invoices');

        return $this->database->execute(
            "DELETE FROM {$this->database->table(self::TABLE)} WHERE id = ? AND NOT EXISTS (
                SELECT 1 FROM {$invoices} WHERE {$invoices}.client_id = ? AND {$invoices}.website_id = ?
            )",
            [$id, $this->get($id)->client_id, $id]
        ) === 1;
    }

    /** @return list<int> ids of a client's websites that are on an invoice, drafts too */
    public function used_of_client(int $client_id): array
    {
        $invoices = $this->database->table('invoices');
        $rows = $this->database->rows("SELECT DISTINCT website_id FROM {$invoices} WHERE client_id = ? AND website_id IS NOT NULL", [$client_id]);

        return array_map(static fn (array $row): int => (int) $row['website_id'], $rows);
    }

    /**
     * @param list<int> $arguments
     * @return list<Website>
     */
    private function all(string $condition, array $arguments): array
    {
        return array_map(
            static fn (array $row): Website => new Website((int) $row['id'], (int) $row['client_id'], (string) $row['name'], (string) $row['url']),
            $this->database->rows("SELECT * FROM {$this->database->table(self::TABLE)} WHERE {$condition} ORDER BY id", $arguments)
        );
    }
}

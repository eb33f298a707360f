<?php

declare(strict_types=1);

namespace Counterfoil\Websites;

use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Condition;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;

final readonly class WebsiteRepository
{
    private const TABLE = 'websites';

    public function __construct(private Database $database, private Clock $clock)
    {
    }

    public function find(int $id, Viewer $viewer): ?Website
    {
        return $this->by_ids([$id], $viewer)[$id] ?? null;
    }

    /** @throws DomainError 404 */
    public function get(int $id, Viewer $viewer): Website
    {
        return $this->find($id, $viewer) ?? throw DomainError::not_found();
    }

    /** @return list<Website> */
    public function of_client(int $client_id, Viewer $viewer): array
    {
        return $this->all(Condition::in('client_id', [$client_id])->and($viewer->condition('client_id')));
    }

    /**
     * @param list<int> $ids
     * @return array<int, Website> by id; ids of none, and those the viewer does not see, are left out
     */
    public function by_ids(array $ids, Viewer $viewer): array
    {
        $ids = array_values(array_unique($ids));

        return $ids === [] ? [] : array_column($this->all(Condition::in('id', $ids)->and($viewer->condition('client_id'))), null, 'id');
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

    public function delete(int $id): void
    {
        $this->database->delete(self::TABLE, ['id' => $id]);
    }

    /** @return list<Website> */
    private function all(Condition $condition): array
    {
        return array_map(
            static fn (array $row): Website => new Website((int) $row['id'], (int) $row['client_id'], (string) $row['name'], (string) $row['url']),
            $this->database->rows("SELECT * FROM {$this->database->table(self::TABLE)} WHERE {$condition->sql} ORDER BY id", $condition->arguments)
        );
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Portals;

use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Database\UniqueViolation;
use Counterfoil\Shared\DomainError;

/** @phpstan-import-type Row from Database */
final readonly class PortalRepository
{
    private const TABLE = 'portals';
    private const DEFAULT_SLUG = 'default';

    /** A blue that white text reads well on (5.6), until the business chooses its own. */
    public const DEFAULT_COLOUR = '#3858e9';

    public function __construct(private Database $database, private Clock $clock)
    {
    }

    /** @throws DomainError 404 */
    public function get(int $id): Portal
    {
        return $this->one('id', (string) $id) ?? throw DomainError::not_found();
    }

    /** The portal new clients belong to. */
    public function default(): Portal
    {
        return $this->one('slug', self::DEFAULT_SLUG) ?? throw DomainError::not_found();
    }

    /** @return list<Portal> */
    public function all(): array
    {
        return array_map($this->from_row(...), $this->rows());
    }

    public function save_pages(int $id, ?int $login_page_id, ?int $portal_page_id): void
    {
        $this->database->remembered()->forget(self::TABLE);
        $this->database->update(self::TABLE, ['login_page_id' => $login_page_id, 'portal_page_id' => $portal_page_id], ['id' => $id]);
    }

    public function save_brand(int $id, string $name, string $colour, ?int $logo_id): void
    {
        $this->database->remembered()->forget(self::TABLE);
        $this->database->update(self::TABLE, ['name' => $name, 'colour' => $colour, 'logo_id' => $logo_id], ['id' => $id]);
    }

    /** Repeatable. */
    public function create_default(string $name): void
    {
        if ($this->one('slug', self::DEFAULT_SLUG) !== null) {
            return;
        }
        $this->database->remembered()->forget(self::TABLE);
        try {
            $this->database->insert(self::TABLE, [
                'slug' => self::DEFAULT_SLUG,
                'name' => $name,
                'colour' => self::DEFAULT_COLOUR,
                'created_at' => Timestamps::to_row($this->clock->now()),
            ]);
        } catch (UniqueViolation) {
            // Somebody else was first, which is as good.
        }
    }

    private function one(string $column, string $value): ?Portal
    {
        $row = array_column($this->rows(), null, $column)[$value] ?? null;

        return $row === null ? null : $this->from_row($row);
    }

    /**
     * There are few, and most pages ask for one and another: all of them are read at once.
     *
     * @return list<Row>
     */
    private function rows(): array
    {
        return $this->database->remembered()->get(self::TABLE, 'all', fn (): array => $this->database->rows("SELECT * FROM {$this->database->table(self::TABLE)} ORDER BY id"));
    }

    /** @param Row $row */
    private function from_row(array $row): Portal
    {
        $id = static fn (?string $value): ?int => $value === null ? null : (int) $value;

        return new Portal(
            (int) $row['id'],
            (string) $row['slug'],
            (string) $row['name'],
            $id($row['logo_id']),
            (string) $row['colour'],
            $id($row['login_page_id']),
            $id($row['portal_page_id']),
        );
    }
}

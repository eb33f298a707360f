<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Shared;

use Closure;
use Counterfoil\Plugin;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Database\UniqueViolation;
use Counterfoil\Tests\Support\CommittingTestCase;
use Counterfoil\Tests\Support\CountsStatements;
use RuntimeException;

/** Rows that are written as their transaction ends: all of those that count, once, whoever looks. */
final class LaterTest extends CommittingTestCase
{
    use CountsStatements;

    private Database $database;

    protected function setUp(): void
    {
        parent::setUp();
        $this->database = Plugin::instance()->database();
    }

    public function test_many_are_one_statement_and_each_is_told_its_own_id(): void
    {
        $ids = [];
        $write = function () use (&$ids): void {
            for ($i = 1; $i <= 5; $i++) {
                $this->later("later {$i}", function (int $id) use (&$ids, $i): void {
                    $ids["later {$i}"] = $id;
                });
            }
        };
        $statements = self::statements_of(fn () => $this->database->transaction($write));
        self::assertSame(['later 1', 'later 2', 'later 3', 'later 4', 'later 5'], $this->names());
        self::assertSame($ids, array_map(intval(...), array_column($this->database->rows("SELECT id, name FROM {$this->database->table('products')} ORDER BY name"), 'id', 'name')));
        self::assertCount(1, array_filter($statements, static fn (string $sql): bool => str_contains($sql, 'counterfoil_products')));
    }

    public function test_many_rows_at_once_have_their_ids_in_their_order(): void
    {
        $ids = $this->database->insert_many('products', array_map($this->row(...), ['one', 'two', 'three']));
        self::assertSame(['one', 'two', 'three'], array_map(fn (int $id): ?string => $this->database->value("SELECT name FROM {$this->database->table('products')} WHERE id = ?", [$id]), $ids));
    }

    public function test_long_rows_are_several_statements(): void
    {
        $ids = [];
        $write = function () use (&$ids): void {
            for ($i = 11; $i <= 50; $i++) {
                $this->database->insert_later('products', ['description' => str_repeat('x', 60_000)] + $this->row("long {$i}"), then: static function (int $id) use (&$ids): void {
                    $ids[] = $id;
                });
            }
        };
        $statements = self::statements_of(fn () => $this->database->transaction($write));
        $lengths = array_map(strlen(...), array_filter($statements, static fn (string $sql): bool => str_contains($sql, 'counterfoil_products')));

        self::assertGreaterThan(1, count($lengths));
        self::assertLessThan(1_100_000, max(0, ...$lengths));
        self::assertSame(array_map(intval(...), array_column($this->database->rows("SELECT id FROM {$this->database->table('products')} ORDER BY name"), 'id')), $ids);
    }

    public function test_who_reads_their_table_finds_them(): void
    {
        $this->database->transaction(function (): void {
            $this->later('mine');
            self::assertSame(['mine'], $this->names());
            self::assertSame(1, $this->database->update('products', ['name' => 'changed'], ['name' => 'mine']));
        });
        self::assertSame(['changed'], $this->names());
    }

    public function test_what_is_taken_back_is_not_written(): void
    {
        $this->database->transaction(function (): void {
            $this->later('kept');
            $this->taken_back(fn () => $this->database->transaction(fn () => $this->later('deepest')));
            $this->database->transaction(fn () => $this->later('deep'));
        });
        $this->taken_back(fn () => $this->later('lost'));
        self::assertSame(['kept', 'deep'], $this->names());
    }

    public function test_what_follows_from_a_row_is_part_of_its_transaction(): void
    {
        $this->database->transaction(fn () => $this->later('first', fn (int $id) => $this->later("follows {$id}")));
        self::assertCount(2, $this->names());
    }

    public function test_a_key_that_is_taken_undoes_all_of_it(): void
    {
        try {
            $this->database->transaction(function (): void {
                $this->later('lost');
                $this->database->insert_later('roles', ['slug' => 'full-access', 'name' => 'x', 'permissions' => '[]']);
            });
            self::fail('The key was given twice.');
        } catch (UniqueViolation) {
            self::assertSame([], $this->names());
        }
        $this->database->assert_no_transaction();
    }

    public function test_without_a_transaction_it_is_written_at_once(): void
    {
        $this->later('alone');
        self::assertSame(['alone'], $this->names());
    }

    private function later(string $name, ?Closure $then = null): void
    {
        $this->database->insert_later('products', $this->row($name), then: $then);
    }

    /** @return array<string, string|null> */
    private function row(string $name): array
    {
        return ['name' => $name, 'description' => '', 'image_id' => null, 'created_at' => '2026-01-01 00:00:00'];
    }

    /** @return list<string> */
    private function names(): array
    {
        return array_map(strval(...), array_column($this->database->rows("SELECT name FROM {$this->database->table('products')} ORDER BY id"), 'name'));
    }

    /** How many there were beside those that begin and end a transaction. */
    private function taken_back(Closure $work): void
    {
        try {
            $this->database->transaction(static function () use ($work): never {
                $work();
                throw new RuntimeException('as if');
            });
        } catch (RuntimeException $error) {
            self::assertSame('as if', $error->getMessage());
        }
    }
}

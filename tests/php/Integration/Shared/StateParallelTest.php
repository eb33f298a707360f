<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Shared;

use Counterfoil\Plugin;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Tests\Support\CommittingTestCase;
use Counterfoil\Tests\Support\TestSite;
use DateTimeImmutable;
use wpdb;

/** What was begun first may be committed last: no answer that was kept in between is read afterwards. */
final class StateParallelTest extends CommittingTestCase
{
    public function test_an_older_transaction_that_ends_later_is_in_the_next_answer(): void
    {
        $database = Plugin::instance()->database();
        self::assertSame('', $this->names());
        if (TestSite::engine() === 'mysql') {
            $connection = new wpdb(...array_map(static fn (string $name): string => (string) constant($name), ['DB_USER', 'DB_PASSWORD', 'DB_NAME', 'DB_HOST']));
            $connection->set_prefix($GLOBALS['wpdb']->prefix);
            $other = new Database($connection, static fn (): bool => false);
            $other->begin();
            $other->insert('products', ['name' => 'First', 'created_at' => '2026-01-01 00:00:00']);
            $other->state()->advance();
            $this->add('Second');
            self::assertSame('Second', $this->names());
            $other->commit();
        } else {
            // Of two who write one waits, from the beginning.
            $this->add('First');
            $this->add('Second');
        }
        self::assertSame('First Second', $this->names());
        $database->execute("DELETE FROM {$database->table('products')}");
        self::assertSame('', $this->names());
    }

    private function add(string $name): void
    {
        Plugin::instance()->database()->insert('products', ['name' => $name, 'created_at' => '2026-01-01 00:00:00']);
    }

    private function names(): string
    {
        $database = Plugin::instance()->database();
        $make = static fn (): array => ['names' => implode(' ', array_column($database->rows("SELECT name FROM {$database->table('products')} ORDER BY name"), 'name'))];

        return (string) Plugin::instance()->kept_answers()->get('test', [], $make, static fn (): DateTimeImmutable => Plugin::instance()->clock()->now()->modify('+1 day'))['names'];
    }
}

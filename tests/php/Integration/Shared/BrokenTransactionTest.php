<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Shared;

use Counterfoil\Plugin;
use Counterfoil\Shared\Database\DatabaseError;
use Counterfoil\Shared\Database\UniqueViolation;
use Counterfoil\Shared\DomainError;
use Counterfoil\Tests\Support\CommittingTestCase;
use Counterfoil\Tests\Support\TestSite;

/** A statement that fails must never leave half of a transaction behind, on either database. */
final class BrokenTransactionTest extends CommittingTestCase
{
    public function test_a_broken_unique_key_that_is_caught_ends_nothing(): void
    {
        // Numbers are given that no invoice gets.
        $this->leave_books_unequal();
        $database = Plugin::instance()->database();
        $database->transaction(function () use ($database): void {
            $database->insert('number_series', ['kind' => 'invoice', 'period' => 'first', 'next_number' => 1]);
            try {
                $database->insert('number_series', ['kind' => 'invoice', 'period' => 'first', 'next_number' => 2]);
                self::fail('The key is there twice.');
            } catch (UniqueViolation) {
                $database->insert('number_series', ['kind' => 'invoice', 'period' => 'second', 'next_number' => 3]);
            }
        });

        self::assertSame(['first', 'second'], $this->series());
    }

    public function test_a_failed_update_leaves_nothing_behind(): void
    {
        $database = Plugin::instance()->database();
        try {
            $database->transaction(static function () use ($database): void {
                $database->insert('number_series', ['kind' => 'invoice', 'period' => 'first', 'next_number' => 1]);
                try {
                    $database->transaction(static fn (): int => $database->update('number_series', ['period' => ''], ['period' => 'first']));
                } catch (UniqueViolation) {
                    throw DomainError::conflict('taken', 'Taken.');
                }
            });
            self::fail('It was committed.');
        } catch (DomainError $error) {
            self::assertSame('taken', $error->reason);
        }
        $database->transaction(static fn (): int => $database->insert('number_series', ['kind' => 'invoice', 'period' => 'next', 'next_number' => 1]));

        self::assertSame(['next'], $this->series());
    }

    public function test_what_goes_on_after_a_failed_statement_is_refused_or_kept_whole(): void
    {
        $database = Plugin::instance()->database();
        $committed = true;
        try {
            $database->transaction(static function () use ($database): void {
                $database->insert('number_series', ['kind' => 'invoice', 'period' => 'before', 'next_number' => 1]);
                try {
                    $database->update('number_series', ['period' => ''], ['period' => 'before']);
                } catch (UniqueViolation) {
                    $database->insert('number_series', ['kind' => 'invoice', 'period' => 'after', 'next_number' => 1]);
                }
            });
        } catch (DatabaseError) {
            $committed = false;
        }

        self::assertSame(TestSite::engine() === 'mysql', $committed);
        self::assertSame($committed ? ['after', 'before'] : [], $this->series());
    }

    /** @return list<string> all but the one that is always there */
    private function series(): array
    {
        $database = Plugin::instance()->database();
        $rows = $database->rows("SELECT period FROM {$database->table('number_series')} WHERE period <> '' ORDER BY period");

        return array_map(static fn (array $row): string => (string) $row['period'], $rows);
    }
}

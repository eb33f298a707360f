<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Shared;

use Closure;
use Counterfoil\Plugin;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Database\DatabaseError;
use Counterfoil\Shared\Database\Statement;
use Counterfoil\Shared\Database\UniqueViolation;
use Counterfoil\Tests\Support\CommittingTestCase;
use LogicException;
use RuntimeException;

/** In real transactions: what is taken back here is taken back by the database. */
final class DatabaseTest extends CommittingTestCase
{
    private Database $database;

    protected function setUp(): void
    {
        parent::setUp();
        $this->database = Plugin::instance()->database();
    }

    public function test_a_transaction_is_kept_whole_or_not_at_all(): void
    {
        self::assertSame('done', $this->database->transaction(function (): string {
            $this->product('kept');

            return 'done';
        }));
        $this->failing(function (): void {
            $this->product('lost');
        });
        self::assertSame(['kept'], $this->names());
    }

    public function test_many_rows_get_values_of_their_own_where_all_is_as_it_was_believed(): void
    {
        $ids = array_map($this->product(...), ['a', 'b', 'c']);
        $names = static fn (string ...$names): array => array_combine($ids, array_map(static fn (string $name): array => ['name' => $name], $names));

        self::assertSame(2, $this->database->update_many('products', $names("a'?", 'b %s', 'c'), $names('a', 'b', 'other')), 'The last one is not what it was believed to be.');
        self::assertSame(["a'?", 'b %s', 'c'], $this->names());
        self::assertSame(2, $this->database->update_many('products', [$ids[0] => ['name' => 'same', 'image_id' => null], $ids[2] => ['name' => 'same', 'image_id' => 7]]));
        self::assertSame(['same', 'b %s', 'same'], $this->names());
        self::assertSame([null, null, '7'], array_column($this->database->rows("SELECT image_id FROM {$this->database->table('products')} ORDER BY id"), 'image_id'));
        self::assertSame(0, $this->database->update_many('products', []));
    }

    public function test_a_text_is_sent_as_wordpress_would_send_it_and_comes_back_as_it_was(): void
    {
        $wpdb = $GLOBALS['wpdb'];
        foreach ([...array_map(static fn (int $byte): string => 'a' . chr($byte) . 'b', range(0, 127)), 'Zażółć', "O'Neil \\", '%s 100 %', '漢字 🧾'] as $text) {
            self::assertSame($wpdb->remove_placeholder_escape((string) $wpdb->prepare('SELECT %s AS text', $text)), $wpdb->remove_placeholder_escape((new Statement('SELECT ? AS text', [$text]))->prepared($wpdb)), $text);
            self::assertSame($text, $this->database->value('SELECT ? AS text', [$text]));
        }
    }

    public function test_an_error_that_was_thrown_is_kept_by_nobody(): void
    {
        $before = $GLOBALS['EZSQL_ERROR'] ?? [];
        try {
            $this->database->rows('SELECT nothing FROM nowhere');
            self::fail('There is no such table.');
        } catch (DatabaseError) {
            self::assertSame($before, $GLOBALS['EZSQL_ERROR'] ?? []);
        }
    }

    public function test_an_inner_transaction_fails_alone_where_it_is_caught(): void
    {
        $this->database->transaction(function (): void {
            $this->product('before');
            $this->failing(fn () => $this->database->transaction(function (): void {
                $this->product('deepest');
            }));
            $this->product('after');
        });
        $this->failing(fn () => $this->database->transaction(function (): void {
            $this->product('inner, kept by nobody');
        }));
        self::assertSame(['before', 'after'], $this->names());
    }

    public function test_what_waits_for_the_commit_happens_after_it_once(): void
    {
        $done = [];
        $this->database->transaction(function () use (&$done): void {
            $this->database->transaction(function () use (&$done): void {
                $this->database->after_commit(function () use (&$done): void {
                    $done[] = 'inner';
                    $this->database->assert_no_transaction();
                });
            });
            $this->failing(function () use (&$done): void {
                $this->database->after_commit(static function () use (&$done): void {
                    $done[] = 'of a part that was taken back';
                });
            });
            self::assertSame([], $done);
        });
        $this->failing(fn () => $this->database->after_commit(static function () use (&$done): void {
            $done[] = 'of what was taken back';
        }));
        $this->database->after_commit(static function () use (&$done): void {
            $done[] = 'at once';
        });
        self::assertSame(['inner', 'at once'], $done);
    }

    public function test_calls_to_the_outside_are_refused_inside(): void
    {
        $this->database->assert_no_transaction();
        $this->expectException(LogicException::class);
        $this->database->transaction(fn () => $this->database->assert_no_transaction());
    }

    public function test_a_unique_key_that_is_taken_is_told_apart_and_the_transaction_goes_on(): void
    {
        $this->database->transaction(function (): void {
            $this->product('before');
            try {
                $this->database->insert('roles', ['slug' => 'full-access', 'name' => 'x', 'permissions' => '[]']);
                self::fail('The key was given twice.');
            } catch (UniqueViolation) {
                $this->product('after');
            }
        });
        self::assertSame(['before', 'after'], $this->names());
    }

    public function test_a_broken_statement_ends_its_transaction(): void
    {
        try {
            $this->database->transaction(function (): void {
                $this->product('lost');
                $this->database->execute("UPDATE {$this->database->table('no_such_table')} SET a = 1");
            });
            self::fail('The error was swallowed.');
        } catch (DatabaseError) {
            self::assertSame([], $this->names());
        }
        $this->database->assert_no_transaction();
    }

    public function test_of_two_who_saw_the_same_one_changes_it(): void
    {
        $id = $this->product('old');
        self::assertSame(1, $this->database->update('products', ['name' => 'mine'], ['id' => $id, 'name' => 'old']));
        self::assertSame(0, $this->database->update('products', ['name' => 'theirs'], ['id' => $id, 'name' => 'old']));
        self::assertSame(1, $this->database->update('products', ['archived_at' => '2026-01-01 00:00:00'], ['id' => $id, 'archived_at' => null]));
        self::assertSame(0, $this->database->update('products', ['archived_at' => '2026-01-02 00:00:00'], ['id' => $id, 'archived_at' => null]));
        self::assertSame(['mine'], $this->names());
    }

    public function test_abuse_48_values_are_values(): void
    {
        $names = ["'; DROP TABLE x; --", '100% %s %d %1$s', '?', "back\\slash", "quote\"'`", "Żółw 🐢 \u{202E}", "line\nbreak"];
        foreach ($names as $name) {
            $id = $this->product($name);
            self::assertSame($name, $this->database->value("SELECT name FROM {$this->database->table('products')} WHERE id = ? AND name = ?", [$id, $name]));
        }
        self::assertSame($names, $this->names());
        self::assertNull($this->database->value("SELECT image_id FROM {$this->database->table('products')} WHERE name = ? LIMIT ?", ['?', 1]));
    }

    public function test_marks_and_values_are_counted(): void
    {
        $this->expectException(LogicException::class);
        $this->database->rows("SELECT ? FROM {$this->database->table('products')}", ['a', 'b']);
    }

    private function product(string $name): int
    {
        return $this->database->insert('products', ['name' => $name, 'description' => '', 'image_id' => null, 'created_at' => '2026-01-01 00:00:00']);
    }

    /** @return list<string> */
    private function names(): array
    {
        return array_map(strval(...), array_column($this->database->rows("SELECT name FROM {$this->database->table('products')} ORDER BY id"), 'name'));
    }

    /** @param Closure(): void $work done in a transaction that is taken back */
    private function failing(Closure $work): void
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

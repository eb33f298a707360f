<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Support;

use Counterfoil\Tests\Support\IntegrationTestCase;
use Counterfoil\Tests\Support\RememberingDriver;
use WP_SQLite_DB;
use wpdb;

/** A question whose translation is remembered is answered as one that is translated. */
final class RememberingDriverTest extends IntegrationTestCase
{
    public function test_it_is_what_this_connection_asks_with(): void
    {
        $wpdb = $this->wpdb();

        self::assertSame($wpdb instanceof WP_SQLite_DB, $wpdb instanceof WP_SQLite_DB && $wpdb->get_driver() instanceof RememberingDriver);
    }

    public function test_what_is_there_now_is_answered_with_all_that_is_told_about_it(): void
    {
        $wpdb = $this->wpdb();
        self::assertSame([], $this->told()[0]);
        $wpdb->insert($wpdb->options, ['option_name' => 'remembered 1', 'option_value' => 'one']);
        self::assertSame(['id' => (string) $wpdb->insert_id, 'option_value' => 'one'], $this->told()[0][0]);
        $wpdb->insert($wpdb->options, ['option_name' => 'remembered 2', 'option_value' => 'two']);
        $remembered = $this->told();
        self::assertSame(['one', 'two'], array_column($remembered[0], 'option_value'));

        $wpdb->query('SET @forgotten = 1');
        self::assertSame($remembered, $this->told());
    }

    public function test_a_table_that_has_changed_is_asked_as_it_is(): void
    {
        $wpdb = $this->wpdb();
        /** @var \Closure(): mixed $ask */
        $ask = static fn (): mixed => $wpdb->get_row('SELECT * FROM remembered', ARRAY_A);
        $wpdb->query('CREATE TEMPORARY TABLE remembered (a int)');
        $wpdb->query('INSERT INTO remembered (a) VALUES (1)');
        self::assertSame([['a' => '1'], ['a' => '1']], [$ask(), $ask()]);
        $wpdb->query('DROP TEMPORARY TABLE remembered');
        $wpdb->query('CREATE TEMPORARY TABLE remembered (a int, b varchar(9))');
        $wpdb->query("INSERT INTO remembered (a, b) VALUES (1, 'x')");

        self::assertSame([['a' => '1', 'b' => 'x'], ['a' => '1', 'b' => 'x']], [$ask(), $ask()]);
        $wpdb->query('DROP TEMPORARY TABLE remembered');
        $wpdb->suppress_errors();
        self::assertSame([null, null], [$ask(), $ask()]);
        self::assertStringContainsString('remembered', $wpdb->last_error);
        $wpdb->suppress_errors(false);
    }

    public function test_what_can_come_out_otherwise_is_not_remembered(): void
    {
        $wpdb = $this->wpdb();
        $wpdb->query('SET @mine = 5');
        self::assertSame('5', $wpdb->get_var('SELECT @mine'));
        $wpdb->query('SET @mine = 6');
        self::assertSame('6', $wpdb->get_var('SELECT @mine'));
    }

    /**
     * @phpstan-impure
     * @return array{list<array<string, string>>, mixed, mixed, mixed} rows, how many, and what their columns are
     */
    private function told(): array
    {
        $wpdb = $this->wpdb();
        $rows = $wpdb->get_results("SELECT option_id AS id, option_value FROM {$wpdb->options} WHERE option_name LIKE 'remembered%' ORDER BY option_id", ARRAY_A);

        return [is_array($rows) ? $rows : [], $wpdb->num_rows, $wpdb->get_col_info('orgname'), $wpdb->get_col_info('type')];
    }

    private function wpdb(): wpdb
    {
        return $GLOBALS['wpdb'];
    }
}

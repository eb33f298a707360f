<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Support;

use Counterfoil\Tests\Support\RememberingParser;
use PHPUnit\Framework\TestCase;
use WP_MySQL_Lexer;
use WP_MySQL_Parser;
use WP_Parser_Grammar;
use WP_Parser_Node;
use WP_Parser_Token;
use WP_SQLite_DB;

/** A statement whose tree is remembered is the one that would have been parsed. */
final class RememberingParserTest extends TestCase
{
    /** One after the other; each second one has the kinds of tokens of the one before, and other names, numbers and words. */
    private const STATEMENTS = [
        'SELECT `id` FROM `wp_a` WHERE `total` > 5 ORDER BY `id` DESC LIMIT 10',
        'SELECT `sum` FROM `wp_invoices` WHERE `due` > 12345 ORDER BY `number` DESC LIMIT 1',
        "INSERT INTO `wp_a` (`name`, `sum`) VALUES ('it''s', NULL), ('two', 2)",
        "INSERT INTO `wp_bills` (`note`, `n`) VALUES ('', NULL), ('; DROP TABLE `wp_a`', 300)",
        "SELECT a.id, COUNT(*) FROM a LEFT JOIN b ON b.a_id = a.id AND b.kind IN ('x', 'y') GROUP BY a.id HAVING COUNT(*) > 1",
        "SELECT inv.n, COUNT(*) FROM invoices LEFT JOIN parts ON parts.inv = inv.n AND parts.tax IN ('23', '8') GROUP BY inv.n HAVING COUNT(*) > 0",
        'UPDATE `wp_a` SET `n` = `n` + 1 WHERE EXISTS (SELECT 1 FROM `wp_b`)',
        'UPDATE `wp_series` SET `next` = `last` + 2 WHERE EXISTS (SELECT 9 FROM `wp_gaps`)',
        'START TRANSACTION',
        'START TRANSACTION',
        'SELECT 1; SELECT 2',
        'SELECT 3; SELECT 4',
        'SELECT FROM WHERE',
        'SELECT FROM WHERE',
    ];

    public function test_a_tree_is_the_same_remembered_or_not(): void
    {
        $driver = (string) realpath(WP_CONTENT_DIR . '/sqlite-database-integration/wp-includes/database');
        require_once "{$driver}/load.php";
        $grammar = new WP_Parser_Grammar((array) require "{$driver}/mysql/mysql-grammar.php");
        $remembering = new RememberingParser($grammar, []);

        foreach (self::STATEMENTS as $number => $sql) {
            $expected = self::trees(new WP_MySQL_Parser($grammar, []), $sql);
            self::assertSame($expected, self::trees($remembering, $sql), $sql);
            self::assertSame($number < 12, $expected[0] !== null, $sql);
        }
        self::assertCount(2, self::trees($remembering, 'SELECT 5; SELECT 6'));
    }

    public function test_it_is_what_this_connection_parses_with(): void
    {
        $wpdb = $GLOBALS['wpdb'];

        self::assertSame($wpdb instanceof WP_SQLite_DB, $wpdb instanceof WP_SQLite_DB && $wpdb->get_driver()->create_parser('SELECT 1') instanceof RememberingParser);
    }

    /** @return list<string|null> of each statement in it, null for what is none */
    private static function trees(WP_MySQL_Parser $parser, string $sql): array
    {
        $parser->reset_tokens((new WP_MySQL_Lexer($sql))->remaining_tokens());
        $trees = [];
        while (count($trees) < 3 && $parser->next_query()) {
            $tree = $parser->get_query_ast();
            $trees[] = $tree === null ? null : self::written($tree);
        }

        return $trees;
    }

    private static function written(WP_Parser_Node|WP_Parser_Token $node): string
    {
        return $node instanceof WP_Parser_Token
            ? "{$node->start}:" . $node->get_bytes()
            : "{$node->rule_id} {$node->rule_name} (" . implode(' ', array_map(self::written(...), $node->get_children())) . ')';
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Support;

use ReflectionProperty;
use WP_MySQL_On_SQLite;
use WP_MySQL_Parser;
use WP_Parser_Node;
use WP_Parser_Token;

/**
 * The parser of WordPress' SQLite driver, which remembers the trees of the statements that it has parsed.
 *
 * A request parses each of its statements once. A run of the tests parses the same ones again and again, and would spend a
 * third of its time there. The kinds of a statement's tokens, in their order, are all that decides about its tree: one of
 * the same kinds gets a new tree of the same nodes, with its own tokens as leaves.
 */
final class RememberingParser extends WP_MySQL_Parser
{
    /** Statements with more tokens are parsed each time: long lists of rows, which never come twice. */
    private const LONGEST = 1000;

    private const TOKEN = 0;

    /** @var array<string, string> nodes from the top, each as its rule and the number of its children, by kinds of tokens; packed, as there are thousands */
    private array $trees = [];

    private static ?self $one = null;

    /** For each new connection of this process. */
    public static function install(WP_MySQL_On_SQLite $driver): void
    {
        self::$one ??= new self((new ReflectionProperty(WP_MySQL_On_SQLite::class, 'mysql_grammar'))->getValue(), []);
        (new ReflectionProperty(WP_MySQL_On_SQLite::class, 'mysql_parser'))->setValue($driver, self::$one);
    }

    public function parse(): ?WP_Parser_Node
    {
        if ($this->position > 0 || count($this->tokens) > self::LONGEST) {
            return parent::parse();
        }
        $kinds = pack('v*', ...array_column($this->tokens, 'id'));
        if (isset($this->trees[$kinds])) {
            $tree = array_values((array) unpack('v*', $this->trees[$kinds]));
            $at = 0;

            return $this->grow($tree, $at);
        }
        $parsed = parent::parse();
        if ($parsed !== null) {
            $this->trees[$kinds] = pack('v*', ...self::codes($parsed));
        }

        return $parsed;
    }

    /** @return list<int> */
    private static function codes(WP_Parser_Node $node): array
    {
        $children = $node->get_children();
        $codes = [[$node->rule_id, count($children)]];
        foreach ($children as $child) {
            $codes[] = $child instanceof WP_Parser_Token ? [self::TOKEN] : self::codes($child);
        }

        return array_merge(...$codes);
    }

    /**
     * @param list<int> $codes
     * @param int $at which of them is next; this node's first one at the beginning
     */
    private function grow(array $codes, int &$at): WP_Parser_Node
    {
        $rule = $codes[$at++];
        $node = new WP_Parser_Node($rule, $this->grammar->rule_names[$rule]);
        for ($children = $codes[$at++]; $children > 0; $children--) {
            if ($codes[$at] === self::TOKEN) {
                $at++;
                $node->append_child($this->tokens[$this->position++]);
            } else {
                $node->append_child($this->grow($codes, $at));
            }
        }

        return $node;
    }
}

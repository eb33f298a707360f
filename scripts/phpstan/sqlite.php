<?php

/** The little of WordPress' SQLite driver that the tests reach into, for PHPStan. */

declare(strict_types=1);

class WP_Parser_Token
{
    public int $id;

    public int $start;

    public function get_bytes(): string
    {
        return '';
    }
}

class WP_Parser_Node
{
    public int $rule_id;

    public string $rule_name;

    public function __construct(int $rule_id, string $rule_name)
    {
    }

    /** @param WP_Parser_Node|WP_Parser_Token $node */
    public function append_child($node): void
    {
    }

    /** @return list<WP_Parser_Node|WP_Parser_Token> */
    public function get_children(): array
    {
        return [];
    }
}

class WP_Parser_Grammar
{
    /** @var array<int, string> */
    public array $rule_names = [];

    /** @param array<string, mixed> $rules */
    public function __construct(array $rules)
    {
    }
}

class WP_MySQL_Lexer
{
    /** @param list<string> $sql_modes */
    public function __construct(string $sql, int $mysql_version = 80038, array $sql_modes = [])
    {
    }

    /** @return list<WP_Parser_Token> */
    public function remaining_tokens(): array
    {
        return [];
    }
}

class WP_MySQL_Parser
{
    protected WP_Parser_Grammar $grammar;

    /** @var list<WP_Parser_Token> */
    protected array $tokens;

    protected int $position;

    /** @param list<WP_Parser_Token> $tokens */
    public function __construct(WP_Parser_Grammar $grammar, array $tokens)
    {
    }

    /** @param list<WP_Parser_Token> $tokens */
    public function reset_tokens(array $tokens): void
    {
    }

    public function next_query(): bool
    {
        return false;
    }

    public function get_query_ast(): ?WP_Parser_Node
    {
        return null;
    }

    public function parse(): ?WP_Parser_Node
    {
        return null;
    }
}

class WP_SQLite_Connection
{
    public function get_pdo(): PDO
    {
        return new PDO('sqlite::memory:');
    }
}

class WP_MySQL_On_SQLite extends PDO
{
    private string $last_mysql_query;

    private bool $is_readonly;

    private int|string $found_rows;

    private PDOStatement $last_result_statement;

    private ?int $last_affected_rows;

    /** @var list<array<string, mixed>> */
    private array $last_column_meta;

    private string $error_code;

    /** @var list<int|string|null> */
    private array $error_info;

    /** @return list<array{sql: string, params: array<mixed>}> */
    public function get_last_sqlite_queries(): array
    {
        return [];
    }

    private function flush(): void
    {
    }

    private function store_last_column_meta_from_statement(PDOStatement $statement): void
    {
    }

    /** @param list<array<string, mixed>> $meta */
    private function create_column_meta_resolver(array $meta): callable
    {
        return static fn (): array => $meta;
    }

    public function get_connection(): WP_SQLite_Connection
    {
        return new WP_SQLite_Connection();
    }

    public function create_parser(string $query): WP_MySQL_Parser
    {
        return new WP_MySQL_Parser(new WP_Parser_Grammar([]), []);
    }
}

class WP_MySQL_On_SQLite_Statement extends PDOStatement
{
    public function __construct(PDOStatement $statement, string $query, callable $meta, ?int $affected)
    {
    }
}

class WP_SQLite_DB extends wpdb
{
    public function get_driver(): WP_MySQL_On_SQLite
    {
        return new WP_MySQL_On_SQLite('');
    }
}

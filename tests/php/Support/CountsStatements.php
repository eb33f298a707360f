<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Support;

use Closure;

/** Statements that name our tables. */
trait CountsStatements
{
    /**
     * @param Closure(): mixed $work
     * @return list<string>
     */
    private static function statements_of(Closure $work): array
    {
        $statements = [];
        add_filter('query', $note = static function (string $sql) use (&$statements): string {
            if (str_contains($sql, 'counterfoil_')) {
                $statements[] = $sql;
            }

            return $sql;
        });
        try {
            $work();
        } finally {
            remove_filter('query', $note);
        }

        return $statements;
    }
}

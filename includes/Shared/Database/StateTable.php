<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Database;

/** Whether something changed, and answers that hold as long as nothing did. */
final readonly class StateTable implements Table
{
    public static function migrations(): array
    {
        return [
            new Migration(2026112770, [
                'CREATE TABLE IF NOT EXISTS {state} (
                    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
                    PRIMARY KEY (id)
                ) {charset_collate}',
                'CREATE TABLE IF NOT EXISTS {kept_answers} (
                    name {exact:100} NOT NULL,
                    state {exact:60} NOT NULL,
                    answer LONGTEXT NOT NULL,
                    made_at DATETIME NOT NULL,
                    valid_until DATETIME NOT NULL,
                    PRIMARY KEY (name)
                ) {charset_collate}',
                // Of a state that was lost and may come again.
                'DELETE FROM {kept_answers}',
            ]),
        ];
    }

    public static function names(): array
    {
        return ['state', 'kept_answers'];
    }
}

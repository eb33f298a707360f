<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Rest;

use Counterfoil\Shared\Database\Migration;
use Counterfoil\Shared\Database\Table;

/** Answers to money commands, by the key they came with: the same key again gets the same answer. */
final readonly class IdempotencyTable implements Table
{
    public static function migrations(): array
    {
        return [
            new Migration(2026112610, [
                "CREATE TABLE IF NOT EXISTS {idempotency_keys} (
                    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
                    actor {exact:40} NOT NULL,
                    key_hash CHAR(64) NOT NULL,
                    request_hash CHAR(64) NOT NULL,
                    status INT NULL,
                    response LONGTEXT NULL,
                    created_at DATETIME NOT NULL,
                    PRIMARY KEY (id),
                    UNIQUE KEY actor_key (actor, key_hash),
                    KEY by_age (created_at)
                ) {charset_collate}",
            ]),
        ];
    }

    public static function names(): array
    {
        return ['idempotency_keys'];
    }
}

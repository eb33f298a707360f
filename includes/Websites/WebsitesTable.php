<?php

declare(strict_types=1);

namespace Counterfoil\Websites;

use Counterfoil\Shared\Database\Migration;
use Counterfoil\Shared\Database\Table;

/** Which sites are a client's. */
final readonly class WebsitesTable implements Table
{
    public static function migrations(): array
    {
        return [
            new Migration(2026112612, [
                "CREATE TABLE IF NOT EXISTS {websites} (
                    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
                    client_id BIGINT UNSIGNED NOT NULL,
                    name VARCHAR(190) NOT NULL,
                    url VARCHAR(500) NOT NULL,
                    created_at DATETIME NOT NULL,
                    PRIMARY KEY (id),
                    KEY client (client_id, id)
                ) {charset_collate}",
            ]),
        ];
    }

    public static function names(): array
    {
        return ['websites'];
    }
}

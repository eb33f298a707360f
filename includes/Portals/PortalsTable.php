<?php

declare(strict_types=1);

namespace Counterfoil\Portals;

use Counterfoil\Shared\Database\Migration;
use Counterfoil\Shared\Database\Table;

/** A portal: a brand and the pages where clients log in and look. */
final readonly class PortalsTable implements Table
{
    public static function migrations(): array
    {
        return [
            new Migration(2026112603, [
                "CREATE TABLE IF NOT EXISTS {portals} (
                    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
                    slug {exact:60} NOT NULL,
                    name VARCHAR(190) NOT NULL,
                    logo_id BIGINT UNSIGNED NULL,
                    colour CHAR(7) NOT NULL,
                    login_page_id BIGINT UNSIGNED NULL,
                    portal_page_id BIGINT UNSIGNED NULL,
                    created_at DATETIME NOT NULL,
                    PRIMARY KEY (id),
                    UNIQUE KEY slug (slug)
                ) {charset_collate}",
            ]),
        ];
    }

    public static function names(): array
    {
        return ['portals'];
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Shared;

use Counterfoil\Shared\Database\Migration;
use Counterfoil\Shared\Database\Table;

/**
 * Settings are rows of ours and no WordPress options: those are kept in its cache the moment they are written,
 * also when the change that wrote them is taken back.
 */
final readonly class SettingsTable implements Table
{
    public static function migrations(): array
    {
        return [
            new Migration(2026112600, [
                "CREATE TABLE IF NOT EXISTS {settings} (
                    name {exact:60} NOT NULL,
                    value LONGTEXT NOT NULL,
                    PRIMARY KEY (name)
                ) {charset_collate}",
            ]),
        ];
    }

    public static function names(): array
    {
        return ['settings'];
    }
}

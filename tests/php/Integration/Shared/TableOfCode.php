<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Shared;

use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Database\Migration;
use Counterfoil\Shared\Database\Table;

/** Its second step is code, and needs what the first one made. */
final readonly class TableOfCode implements Table
{
    public static function migrations(): array
    {
        return [
            new Migration(2, [static function (Database $database): void {
                $database->insert('settings', ['name' => 'made', 'value' => '{"how": "by code"}']);
            }]),
            new Migration(1, ['DELETE FROM {settings} WHERE name = \'made\'']),
        ];
    }

    public static function names(): array
    {
        return [];
    }
}

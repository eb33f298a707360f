<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Toy;

use Counterfoil\Shared\Database\Migration;
use Counterfoil\Shared\Database\Table;

final readonly class ToysTable implements Table
{
    public static function migrations(): array
    {
        return [
            new Migration(2026010101, [
                'CREATE TABLE IF NOT EXISTS {toys} (
                    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
                    name VARCHAR(40) NOT NULL,
                    colour VARCHAR(20) NULL,
                    PRIMARY KEY (id)
                ) {charset_collate}',
            ]),
        ];
    }

    public static function names(): array
    {
        return ['toys'];
    }
}

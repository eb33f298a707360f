<?php

declare(strict_types=1);

namespace Counterfoil\Products;

use Counterfoil\Shared\Database\Migration;
use Counterfoil\Shared\Database\Table;

/** Products and their plans. Trial, set-up fee and cycles are what subscriptions to a plan begin with. */
final readonly class ProductsTable implements Table
{
    public static function migrations(): array
    {
        return [
            new Migration(2026112604, [
                "CREATE TABLE IF NOT EXISTS {products} (
                    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
                    name VARCHAR(190) NOT NULL,
                    search_name {exact:190} NOT NULL DEFAULT '',
                    description TEXT NOT NULL,
                    image_id BIGINT UNSIGNED NULL,
                    archived_at DATETIME NULL,
                    created_at DATETIME NOT NULL,
                    PRIMARY KEY (id),
                    KEY by_name (search_name, id)
                ) {charset_collate}",
                "CREATE TABLE IF NOT EXISTS {plans} (
                    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
                    product_id BIGINT UNSIGNED NOT NULL,
                    name VARCHAR(190) NOT NULL,
                    search_name {exact:190} NOT NULL DEFAULT '',
                    price BIGINT NOT NULL,
                    currency CHAR(3) NOT NULL,
                    type VARCHAR(20) NOT NULL,
                    interval_unit VARCHAR(10) NULL,
                    interval_count INT NULL,
                    trial_days INT NULL,
                    setup_fee BIGINT NULL,
                    cycles INT NULL,
                    unit_code VARCHAR(3) NOT NULL DEFAULT '',
                    tax_rate_id BIGINT UNSIGNED NULL,
                    archived_at DATETIME NULL,
                    created_at DATETIME NOT NULL,
                    PRIMARY KEY (id),
                    KEY product (product_id, id)
                ) {charset_collate}",
            ]),
        ];
    }

    public static function names(): array
    {
        return ['products', 'plans'];
    }
}

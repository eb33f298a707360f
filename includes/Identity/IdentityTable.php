<?php

declare(strict_types=1);

namespace Counterfoil\Identity;

use Counterfoil\Shared\Database\Migration;
use Counterfoil\Shared\Database\Table;

/** Links that log in or let in, kept as hashes, and how often somebody tried. */
final readonly class IdentityTable implements Table
{
    public static function migrations(): array
    {
        return [
            new Migration(2026112609, [
                "CREATE TABLE IF NOT EXISTS {identity_tokens} (
                    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
                    purpose VARCHAR(20) NOT NULL,
                    token_hash CHAR(64) NOT NULL,
                    contact_id BIGINT UNSIGNED NOT NULL,
                    user_id BIGINT UNSIGNED NULL,
                    redirect_to VARCHAR(2000) NOT NULL DEFAULT '',
                    email {exact:190} NOT NULL DEFAULT '',
                    created_at DATETIME NOT NULL,
                    expires_at DATETIME NOT NULL,
                    ended_at DATETIME NULL,
                    PRIMARY KEY (id),
                    UNIQUE KEY token_hash (token_hash),
                    KEY contact (contact_id, purpose)
                ) {charset_collate}",
                "CREATE TABLE IF NOT EXISTS {login_throttle} (
                    subject CHAR(64) NOT NULL,
                    failures INT UNSIGNED NOT NULL,
                    first_at DATETIME NOT NULL,
                    blocked_until DATETIME NULL,
                    PRIMARY KEY (subject),
                    KEY by_age (first_at)
                ) {charset_collate}",
            ]),
        ];
    }

    public static function names(): array
    {
        return ['identity_tokens', 'login_throttle'];
    }
}

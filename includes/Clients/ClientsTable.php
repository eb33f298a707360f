<?php

declare(strict_types=1);

namespace Counterfoil\Clients;

use Counterfoil\Shared\Database\Migration;
use Counterfoil\Shared\Database\Table;

/** Who is billed, whose people log in, and as what. */
final readonly class ClientsTable implements Table
{
    public static function migrations(): array
    {
        return [
            new Migration(2026112605, [
                "CREATE TABLE IF NOT EXISTS {clients} (
                    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
                    portal_id BIGINT UNSIGNED NOT NULL,
                    name VARCHAR(190) NOT NULL,
                    sort_name {exact:190} NOT NULL DEFAULT '',
                    email {exact:190} NOT NULL DEFAULT '',
                    phone VARCHAR(40) NOT NULL DEFAULT '',
                    line1 VARCHAR(190) NOT NULL DEFAULT '',
                    line2 VARCHAR(190) NOT NULL DEFAULT '',
                    postcode VARCHAR(20) NOT NULL DEFAULT '',
                    city VARCHAR(190) NOT NULL DEFAULT '',
                    region VARCHAR(190) NOT NULL DEFAULT '',
                    country CHAR(2) NOT NULL DEFAULT '',
                    tax_id VARCHAR(40) NOT NULL DEFAULT '',
                    kind VARCHAR(20) NOT NULL DEFAULT 'business',
                    vat_id VARCHAR(40) NOT NULL DEFAULT '',
                    tax_number VARCHAR(40) NOT NULL DEFAULT '',
                    registration_number VARCHAR(40) NOT NULL DEFAULT '',
                    registration_scheme VARCHAR(10) NOT NULL DEFAULT '',
                    buyer_reference VARCHAR(190) NOT NULL DEFAULT '',
                    currency CHAR(3) NOT NULL,
                    locale VARCHAR(10) NOT NULL DEFAULT '',
                    mails VARCHAR(60) NULL,
                    bill_as VARCHAR(20) NOT NULL DEFAULT '',
                    suspended_at DATETIME NULL,
                    created_at DATETIME NOT NULL,
                    updated_at DATETIME NOT NULL,
                    PRIMARY KEY (id),
                    KEY by_name (sort_name, id),
                    KEY suspended (suspended_at)
                ) {charset_collate}",
                // What a client is found by: the words of its name, of its people's, and of their addresses, without capitals and accents.
                "CREATE TABLE IF NOT EXISTS {client_words} (
                    client_id BIGINT UNSIGNED NOT NULL,
                    word {exact:64} NOT NULL,
                    PRIMARY KEY (client_id, word),
                    KEY by_word (word, client_id)
                ) {charset_collate}",
                "CREATE TABLE IF NOT EXISTS {roles} (
                    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
                    slug {exact:40} NOT NULL,
                    name VARCHAR(190) NOT NULL,
                    built_in TINYINT NOT NULL DEFAULT 0,
                    permissions TEXT NOT NULL,
                    PRIMARY KEY (id),
                    UNIQUE KEY slug (slug)
                ) {charset_collate}",
                "CREATE TABLE IF NOT EXISTS {contacts} (
                    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
                    client_id BIGINT UNSIGNED NOT NULL,
                    role_id BIGINT UNSIGNED NOT NULL,
                    user_id BIGINT UNSIGNED NULL,
                    name VARCHAR(190) NOT NULL,
                    email {exact:190} NOT NULL,
                    access VARCHAR(20) NOT NULL,
                    mails VARCHAR(60) NULL,
                    invitations INT UNSIGNED NOT NULL DEFAULT 0,
                    invited_at DATETIME NULL,
                    invitation_expires_at DATETIME NULL,
                    last_login_at DATETIME NULL,
                    created_at DATETIME NOT NULL,
                    PRIMARY KEY (id),
                    UNIQUE KEY client_email (client_id, email),
                    UNIQUE KEY client_user (client_id, user_id),
                    KEY user (user_id),
                    KEY email (email)
                ) {charset_collate}",
                // Who else gets a copy of a client's mails: people without an account.
                "CREATE TABLE IF NOT EXISTS {client_copies} (
                    client_id BIGINT UNSIGNED NOT NULL,
                    email {exact:190} NOT NULL,
                    mails VARCHAR(60) NOT NULL,
                    PRIMARY KEY (client_id, email),
                    KEY email (email)
                ) {charset_collate}",
                "CREATE TABLE IF NOT EXISTS {vat_checks} (
                    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
                    client_id BIGINT UNSIGNED NOT NULL,
                    vat_id VARCHAR(40) NOT NULL,
                    state VARCHAR(10) NOT NULL,
                    name VARCHAR(500) NOT NULL DEFAULT '',
                    address VARCHAR(500) NOT NULL DEFAULT '',
                    reference VARCHAR(60) NOT NULL DEFAULT '',
                    asked_at DATETIME NOT NULL,
                    answered_at DATETIME NULL,
                    PRIMARY KEY (id),
                    KEY client (client_id, id)
                ) {charset_collate}",
            ]),
        ];
    }

    public static function names(): array
    {
        return ['clients', 'client_words', 'client_copies', 'contacts', 'roles', 'vat_checks'];
    }
}

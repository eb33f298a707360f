<?php

declare(strict_types=1);

namespace Counterfoil\Clients;

use Counterfoil\Shared\Database\Database;

/** What clients and their people are called, as values of a statement: lists of other nouns read them along with their rows. */
final readonly class NamesInLists
{
    public function __construct(private Database $database)
    {
    }

    /** @param string $client_id the column that names the client, "invoices.client_id" */
    public function client(string $client_id): string
    {
        return "(SELECT c.name FROM {$this->database->table('clients')} c WHERE c.id = {$client_id})";
    }

    /** The first one's; NULL where a client has none. */
    public function contact(string $client_id): string
    {
        return "(SELECT contact.name FROM {$this->database->table('contacts')} contact WHERE contact.client_id = {$client_id} ORDER BY contact.id LIMIT 1)";
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Portals;

use Counterfoil\Shared\Database\Database;

/** The page on which clients see their invoices, as a value of a statement: lists of other nouns read it along with their rows. */
final readonly class PagesInLists
{
    public function __construct(private Database $database)
    {
    }

    /** @param string $portal_id the column that names the portal; NULL where it has no page */
    public function portal_page(string $portal_id): string
    {
        return "(SELECT portal_page_id FROM {$this->database->table('portals')} p WHERE p.id = {$portal_id})";
    }
}

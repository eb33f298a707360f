<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Lists;

use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceLine;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Products\PlanRepository;
use Counterfoil\Shared\Database\Condition;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Database\Keyset;
use Counterfoil\Shared\Viewer;
use Counterfoil\Websites\WebsiteRepository;

/** What clients bought once: lines of one-time plans on their invoices, newest first. */
final readonly class PurchasesQuery
{
    public function __construct(private Database $database, private InvoiceRepository $invoices, private PlanRepository $plans, private WebsiteRepository $websites)
    {
    }

    /** The order of the list, and what its cursors are for. */
    public static function order(): Keyset
    {
        return new Keyset('id', true);
    }

    /**
     * @param list<int|string>|null $after
     * @return array{purchases: list<Purchase>, next: list<int|string>|null}
     */
    public function page(int $client_id, Viewer $viewer, int $limit, ?array $after): array
    {
        $issued = "invoice_id IN (SELECT id FROM {$this->database->table('invoices')} WHERE client_id = ? AND status = 'issued' AND kind = 'invoice')";
        $where = (new Condition("{$issued} AND interval_unit IS NULL AND unit_price >= 0", [$client_id]))->and($this->plans->one_time('plan_id'));
        $rows = self::order()->rows($this->database, "SELECT * FROM {$this->database->table('invoice_lines')}", $where, $after, $limit + 1);
        $page = array_slice($rows, 0, $limit);
        $invoices = $this->invoices->by_ids(array_values(array_unique(array_map(static fn (array $row): int => (int) $row['invoice_id'], $page))), $viewer);
        $websites = $this->websites->by_ids(array_values(array_unique(array_filter(array_map(static fn (Invoice $invoice): ?int => $invoice->website_id, $invoices)))), $viewer);
        $purchases = [];
        foreach ($page as $row) {
            $invoice = $invoices[(int) $row['invoice_id']] ?? null;
            if ($invoice !== null) {
                $purchases[] = new Purchase((int) $row['id'], InvoiceLine::from_row($row), $invoice, $websites[$invoice->website_id ?? 0]->name ?? '');
            }
        }

        return ['purchases' => $purchases, 'next' => count($rows) > $limit ? self::order()->position($page[$limit - 1]) : null];
    }
}

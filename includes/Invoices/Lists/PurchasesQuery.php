<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Lists;

use Closure;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Products\PlanRepository;
use Counterfoil\Shared\Database\Condition;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Database\Keyset;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Viewer;
use Counterfoil\Websites\WebsiteRepository;

/** What clients bought once: lines of one-time plans on their invoices, newest first. */
final readonly class PurchasesQuery
{
    /** @param Closure(): string $today in the business's time zone, "2026-03-31" */
    public function __construct(
        private Database $database,
        private InvoiceRepository $invoices,
        private PlanRepository $plans,
        private WebsiteRepository $websites,
        private Closure $today,
    ) {
    }

    /** The order of the list, and what its cursors are for. */
    public static function order(): Keyset
    {
        return new Keyset('id', true);
    }

    /**
     * @param list<int|string>|null $after
     * @return array{items: list<array<string, mixed>>, next: list<int|string>|null} as the contract's purchase has them
     */
    public function page(int $client_id, Viewer $viewer, int $limit, ?array $after): array
    {
        $issued = "invoice_id IN (SELECT id FROM {$this->database->table('invoices')} WHERE client_id = ? AND status = 'issued' AND kind = 'invoice')";
        $where = (new Condition("{$issued} AND interval_unit IS NULL AND unit_price >= 0", [$client_id]))->and($this->plans->one_time('plan_id'));
        $rows = self::order()->rows($this->database, "SELECT id, invoice_id, description, quantity, amount FROM {$this->database->table('invoice_lines')}", $where, $after, $limit + 1);
        $page = array_slice($rows, 0, $limit);
        $invoices = $this->invoices->by_ids(array_values(array_unique(array_map(static fn (array $row): int => (int) $row['invoice_id'], $page))), $viewer);
        $websites = $this->websites->by_ids(array_values(array_unique(array_filter(array_map(static fn (Invoice $invoice): ?int => $invoice->website_id, $invoices)))), $viewer);
        $items = [];
        foreach ($page as $row) {
            $invoice = $invoices[(int) $row['invoice_id']] ?? null;
            if ($invoice !== null) {
                $items[] = $this->to_wire($row, $invoice, $websites[$invoice->website_id ?? 0]->name ?? '');
            }
        }

        return ['items' => $items, 'next' => count($rows) > $limit ? self::order()->position($page[$limit - 1]) : null];
    }

    /**
     * @param array<string, string|null> $row
     * @return array<string, mixed>
     */
    private function to_wire(array $row, Invoice $invoice, string $website): array
    {
        return [
            'id' => (int) $row['id'],
            'description' => (string) $row['description'],
            'quantity' => (string) $row['quantity'],
            'amount' => (new Money((int) $row['amount'], $invoice->currency))->to_wire(),
            'website' => $website,
            'bought_on' => (string) $invoice->issue_date,
            'invoice' => ['id' => $invoice->id, 'number' => (string) $invoice->number, 'state' => $invoice->state(($this->today)())->value],
        ];
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Rest;

use Closure;
use Counterfoil\Invoices\InvoiceFilter;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Invoices\InvoiceRowResource;
use Counterfoil\Invoices\InvoiceTallies;
use Counterfoil\Shared\Rest\Cursor;
use Counterfoil\Shared\Rest\Request;

/** The list and what stands above it. Apart from all that is done to one invoice: what is asked most loads least. */
final readonly class InvoiceListController
{
    private const LIST = 'invoices';

    /** @param Closure(): string $today in the business's time zone */
    public function __construct(
        private InvoiceRepository $invoices,
        private InvoiceTallies $tallies,
        private InvoiceRowResource $rows,
        private Closure $today,
    ) {
    }

    /** @return array<string, mixed> */
    public function list(Request $request): array
    {
        $before = $request->cursor() === null ? null : (int) (Cursor::decode(self::LIST, $request->cursor())[0] ?? 0);
        $found = $this->invoices->page(InvoiceFilter::from_query($request->query, ($this->today)()), $request->viewer, $request->per_page() + 1, $before);
        $page = array_slice($found, 0, $request->per_page());

        return [
            'items' => $this->rows->to_wire($page),
            'next_cursor' => count($found) > count($page) ? Cursor::encode(self::LIST, [$page[count($page) - 1]->id]) : null,
        ];
    }

    /** @return array<string, mixed> */
    public function summary(Request $request): array
    {
        return $this->tallies->by_state(($this->today)(), $request->viewer, $request->query['client_id'] ?? null);
    }
}

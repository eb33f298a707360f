<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Lists\Rest;

use Closure;
use Counterfoil\Invoices\Lists\InvoiceExport;
use Counterfoil\Invoices\Lists\InvoiceFilter;
use Counterfoil\Invoices\Lists\InvoiceOrder;
use Counterfoil\Invoices\Lists\InvoiceRowResource;
use Counterfoil\Invoices\Lists\InvoicesQuery;
use Counterfoil\Invoices\Lists\InvoiceTallies;
use Counterfoil\Shared\Rest\CsvFile;
use Counterfoil\Shared\Rest\Cursor;
use Counterfoil\Shared\Rest\Request;

/** The list and what stands above it. Apart from all that is done to one invoice: what is asked most loads least. */
final readonly class InvoiceListController
{
    private const LIST = 'invoices';

    /**
     * @param Closure(): InvoiceTallies $tallies
     * @param Closure(): InvoiceExport $export
     * @param Closure(): string $today in the business's time zone
     */
    public function __construct(
        private InvoicesQuery $query,
        private InvoiceRowResource $rows,
        private Closure $tallies,
        private Closure $export,
        private Closure $today,
    ) {
    }

    /** @return array<string, mixed> */
    public function list(Request $request): array
    {
        $order = InvoiceOrder::from_query($request->query);
        $filter = $this->filter($request);
        ['invoices' => $invoices, 'next' => $next] = $this->query->page($filter, $request->viewer, $order, $request->per_page(), $request->after($order->name(self::LIST)));

        return ['items' => $this->rows->to_wire($invoices, $filter->today), 'next_cursor' => Cursor::next($order->name(self::LIST), $next)];
    }

    /** @return array<string, mixed> */
    public function summary(Request $request): array
    {
        return ($this->tallies)()->by_state($this->filter($request), $request->viewer);
    }

    public function export(Request $request): CsvFile
    {
        return ($this->export)()->handle($this->filter($request), $request->viewer, InvoiceOrder::from_query($request->query));
    }

    private function filter(Request $request): InvoiceFilter
    {
        return InvoiceFilter::from_query($request->query, ($this->today)());
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\CreditNotes\Rest;

use Closure;
use Counterfoil\Invoices\CreditNotes\CreditNoteExport;
use Counterfoil\Invoices\CreditNotes\CreditNoteFilter;
use Counterfoil\Invoices\CreditNotes\CreditNoteResource;
use Counterfoil\Invoices\CreditNotes\CreditNotesQuery;
use Counterfoil\Shared\Rest\CsvFile;
use Counterfoil\Shared\Rest\Cursor;
use Counterfoil\Shared\Rest\Request;

final readonly class CreditNoteListController
{
    private const LIST = 'credit-notes';

    /** @param Closure(): string $today in the business's time zone */
    public function __construct(private CreditNotesQuery $query, private CreditNoteResource $resource, private Closure $today)
    {
    }

    /** @return array<string, mixed> */
    public function list(Request $request): array
    {
        $order = CreditNotesQuery::order($request->query);
        ['notes' => $notes, 'next' => $next] = $this->query->page(CreditNoteFilter::from_query($request->query), $request->viewer, $order, $request->per_page(), $request->after($order->name(self::LIST)));

        return ['items' => $this->resource->rows($notes), 'next_cursor' => Cursor::next($order->name(self::LIST), $next)];
    }

    /** @return array<string, mixed> */
    public function summary(Request $request): array
    {
        return $this->query->tally(CreditNoteFilter::from_query($request->query), $request->viewer);
    }

    public function export(Request $request): CsvFile
    {
        return (new CreditNoteExport($this->query, $this->resource))->handle(CreditNoteFilter::from_query($request->query), $request->viewer, CreditNotesQuery::order($request->query), ($this->today)());
    }
}

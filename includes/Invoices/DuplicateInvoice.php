<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Closure;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Viewer;

/** A new draft with the same lines, due anew. */
final readonly class DuplicateInvoice
{
    /**
     * @param Closure(): Calendar $calendar
     * @param Closure(): Invoicing $invoicing
     */
    public function __construct(
        private InvoiceRepository $invoices,
        private CreateDraft $create,
        private Closure $calendar,
        private Closure $invoicing,
    ) {
    }

    /** @throws \Counterfoil\Shared\DomainError 404 */
    public function handle(int $id, Actor $actor): Invoice
    {
        $due = Calendar::add_days(($this->calendar)()->today(), ($this->invoicing)()->due_days);

        return $this->create->from($this->invoices->get($id, Viewer::system()), $due, $actor);
    }
}

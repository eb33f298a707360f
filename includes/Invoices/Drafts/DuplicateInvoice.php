<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Drafts;

use Closure;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Invoices\Invoicing\Invoicing;
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
        private TermsCheck $check,
        private Closure $calendar,
        private Closure $invoicing,
    ) {
    }

    /**
     * @return array{Invoice, string} the draft, and why the coupon is left out; empty when it is not
     * @throws \Counterfoil\Shared\DomainError 404
     */
    public function handle(int $id, Actor $actor): array
    {
        $due = Calendar::add_days(($this->calendar)()->today(), ($this->invoicing)()->due_days);
        $original = $this->invoices->get($id, Viewer::system());
        [$terms, $left_out] = $this->check->with_usable_coupon($this->invoices->terms($original)->without_exchange_rate()->with_due_date($due));

        return [$this->create->from($original, $terms, $actor), $left_out];
    }
}

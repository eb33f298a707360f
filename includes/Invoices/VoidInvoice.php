<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Activity\EventLog;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\DomainError;

/** Declares an unpaid invoice void. Its number stays given: a gap would look like a sale that was hidden. */
final readonly class VoidInvoice
{
    public function __construct(
        private Database $database,
        private InvoiceRepository $invoices,
        private EventLog $events,
        private Clock $clock,
    ) {
    }

    /** @throws DomainError 404, or 409 when it is a draft, void, or money came or is on its way */
    public function handle(int $id, Actor $actor): Invoice
    {
        return $this->database->transaction(function () use ($id, $actor): Invoice {
            $invoice = $this->invoices->get($id);
            if (! $invoice->status->may_become(InvoiceStatus::Void)) {
                throw $invoice->is_draft() ? Refusals::not_issued() : Refusals::void();
            }
            if (! $this->invoices->void($id, $this->clock->now())) {
                throw Refusals::has_money();
            }
            $this->events->record('invoice.voided', 'invoice', $id, $invoice->client_id, $actor, ['number' => $invoice->number]);
            $this->database->after_commit(static fn () => do_action('counterfoil_invoice_voided', $id));

            return $this->invoices->get($id);
        });
    }
}

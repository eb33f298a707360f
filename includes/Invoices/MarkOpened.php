<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Activity\EventLog;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Database\Database;

/** Notes that somebody of the client has seen the invoice: the first time only. */
final readonly class MarkOpened
{
    public function __construct(
        private Database $database,
        private InvoiceRepository $invoices,
        private EventLog $events,
        private Clock $clock,
    ) {
    }

    public function handle(Invoice $invoice, Actor $contact): void
    {
        if ($invoice->opened_at !== null || $invoice->is_draft()) {
            return;
        }
        $this->database->transaction(function () use ($invoice, $contact): void {
            if ($this->invoices->open($invoice->id, $this->clock->now())) {
                $this->events->record('invoice.opened', [['invoice', $invoice->id]], $invoice->client_id, $contact, ['number' => $invoice->number]);
            }
        });
    }
}

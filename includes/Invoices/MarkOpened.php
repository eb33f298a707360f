<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\Clock\Clock;

/** Notes that somebody of the client has seen the invoice: the first time only. */
final readonly class MarkOpened
{
    public function __construct(
        private Changes $changes,
        private InvoiceWrites $writes,
        private Clock $clock,
    ) {
    }

    public function handle(Invoice $invoice, Actor $contact): void
    {
        if ($invoice->opened_at !== null || $invoice->is_draft()) {
            return;
        }
        $this->changes->run($contact, function (Change $change) use ($invoice): void {
            if ($this->writes->open($invoice->id, $this->clock->now())) {
                $change->event('invoice.opened', [['invoice', $invoice->id]], $invoice->client_id, ['number' => $invoice->number]);
                /**
                 * Fires after a contact views an invoice for the first time.
                 *
                 * @param int $invoice_id
                 * @since 0.2.0
                 */
                $change->hook('invoice_opened', $invoice->id);
            }
        });
    }
}

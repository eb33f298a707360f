<?php

declare(strict_types=1);

namespace Counterfoil\Gateways\BankTransfer;

use Closure;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\DomainError;

/** A client says that a transfer was made, once, and can take it back; so can staff. Nothing is paid by it. */
final readonly class AnnounceTransfer
{
    /** @param Closure(): Calendar $calendar */
    public function __construct(private Changes $changes, private AnnouncementRepository $announcements, private Closure $calendar)
    {
    }

    /**
     * @param string|null $sent_on the transfer's day, "2026-03-31"
     * @throws DomainError 400 for a day that has not come, 409 when there is nothing to pay
     */
    public function handle(Invoice $invoice, ?string $sent_on, Actor $by): void
    {
        $today = ($this->calendar)()->today();
        if (! $invoice->is_payable()) {
            throw DomainError::conflict('not_payable', __('There is nothing to pay.', 'counterfoil'));
        }
        if ($sent_on !== null && $sent_on > $today) {
            throw DomainError::invalid(__('Enter the day of the transfer: today or earlier.', 'counterfoil'), '/sent_on');
        }
        $this->changes->run($by, function (Change $change) use ($invoice, $sent_on, $today): void {
            if (! $this->announcements->announce($invoice, $today, $sent_on, $change->actor->type === 'contact' ? $change->actor->id : null)) {
                return;
            }
            $due = $invoice->due();
            $change->event('invoice.transfer_announced', [['invoice', $invoice->id]], $invoice->client_id, ['number' => $invoice->number, 'amount' => $due->amount, 'currency' => $due->currency->code, 'sent_on' => $sent_on]);
            /**
             * Fires after a client said that a bank transfer for an invoice was made. Nothing is paid by it.
             *
             * @param int $invoice_id
             * @since 0.2.0
             */
            $change->hook('transfer_announced', $invoice->id);
        });
    }

    public function take_back(Invoice $invoice, Actor $by): void
    {
        $this->changes->run($by, function (Change $change) use ($invoice): void {
            if (! $this->announcements->take_back($invoice->id)) {
                return;
            }
            $change->event('invoice.transfer_taken_back', [['invoice', $invoice->id]], $invoice->client_id, ['number' => $invoice->number]);
            /**
             * Fires after the announcement of a bank transfer for an invoice is withdrawn.
             *
             * @param int $invoice_id
             * @since 0.2.0
             */
            $change->hook('transfer_taken_back', $invoice->id);
        });
    }
}

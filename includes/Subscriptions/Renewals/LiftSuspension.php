<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Renewals;

use Closure;
use Counterfoil\Clients\ClientRepository;
use Counterfoil\Clients\SuspendClient;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\SubscriptionMails;

/** A client whose portal access was suspended gets it back in the very change in which the last of its overdue renewals is settled. */
final readonly class LiftSuspension
{
    /** @param Closure(): string $today in the business's time zone, "2026-03-31" */
    public function __construct(
        private ClientRepository $clients,
        private SuspendClient $suspend,
        private RenewalRepository $renewals,
        private InvoiceRepository $invoices,
        private SubscriptionMails $mails,
        private Closure $today,
    ) {
    }

    /** @param Renewal $renewal as it was before its bill was settled */
    public function handle(Change $change, Renewal $renewal, Invoice $invoice): void
    {
        // Two that are settled at once come one after the other: the second one sees that nothing is left.
        if (! $this->was_overdue($renewal, $invoice) || ! $this->clients->lock_suspended($renewal->client_id)) {
            return;
        }
        foreach ($this->renewals->lock_unpaid($renewal->client_id) as $other) {
            $bill = $other->invoice_id === null ? null : $this->invoices->find($other->invoice_id, Viewer::system());
            if ($other->id !== $renewal->id && $bill?->is_payable() === true && $this->was_overdue($other, $bill)) {
                return;
            }
        }
        $client = $this->clients->find($renewal->client_id, Viewer::system());
        if ($client !== null && $this->suspend->restore_in($change, $client)) {
            $this->mails->restored($change, $client, $invoice);
        }
    }

    private function was_overdue(Renewal $renewal, Invoice $invoice): bool
    {
        return $renewal->state === RenewalState::GivenUp || $renewal->tries > 0 || $invoice->due_date < ($this->today)();
    }
}

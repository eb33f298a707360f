<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Renewals;

use Closure;
use Counterfoil\Invoices\FollowsInvoices;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Subscriptions\Coupons\AgreedCoupons;
use Counterfoil\Subscriptions\Starting\StartFromInvoice;

/** What a bill's money means for the subscriptions it is for; a bill with recurring lines that is paid starts them. */
final readonly class FollowBills implements FollowsInvoices
{
    /**
     * @param Closure(): StartFromInvoice $start
     * @param Closure(): LiftSuspension $lift
     * @param Closure(): AgreedCoupons $coupons
     */
    public function __construct(private RenewalRepository $renewals, private Closure $start, private Closure $lift, private Closure $coupons)
    {
    }

    public function became_paid(Change $change, array $invoices): void
    {
        $renewals = $this->of($invoices);
        $paid = array_filter($renewals, static fn (Renewal $renewal): bool => $renewal->state !== RenewalState::Paid);
        // Of a pro-forma its invoice is what is credited, returned and charged again from now on.
        $this->renewals->move_each($paid, RenewalState::Paid, array_map(static fn (int $id): array => ['invoice_id' => $id, 'tries' => 0, 'failed_on' => null, 'try_on' => null, 'failure_code' => ''], array_combine(array_keys($paid), array_keys($paid))));
        foreach ($invoices as $invoice) {
            if (! isset($renewals[$invoice->id])) {
                ($this->start)()->handle($change, $invoice);
            } elseif (isset($paid[$invoice->id])) {
                ($this->lift)()->handle($change, $paid[$invoice->id], $invoice);
            }
        }
    }

    public function became_due_again(Change $change, Invoice $invoice): void
    {
        $renewal = $this->of([$invoice])[$invoice->id] ?? null;
        if ($renewal !== null && $renewal->state === RenewalState::Paid) {
            $this->renewals->move($renewal, RenewalState::Billed);
        }
    }

    public function was_called_off(Change $change, Invoice $invoice): void
    {
        $renewal = $this->of([$invoice])[$invoice->id] ?? null;
        if ($renewal !== null && $renewal->state !== RenewalState::Paid) {
            $this->renewals->move($renewal, RenewalState::CalledOff);
            ($this->coupons)()->called_off($change, $renewal->periods);
            ($this->lift)()->handle($change, $renewal, $invoice);
        }
    }

    /**
     * A renewal that was billed by a pro-forma names that one until it is paid. Whoever gives it up at this moment waits, or has just done so.
     *
     * @param non-empty-list<Invoice> $invoices
     * @return array<int, Renewal> by invoice
     */
    private function of(array $invoices): array
    {
        $named = $this->renewals->lock_of_invoices(array_map(static fn (Invoice $invoice): int => $invoice->id, $invoices));
        $made_of = array_filter(array_column(array_map(static fn (Invoice $invoice): array => [$invoice->id, $invoice->pro_forma_id], $invoices), 1, 0), static fn (?int $pro_forma_id, int $id): bool => $pro_forma_id !== null && ! isset($named[$id]), ARRAY_FILTER_USE_BOTH);
        $by_pro_forma = $made_of === [] ? [] : $this->renewals->lock_of_invoices(array_values($made_of));

        return $named + array_filter(array_map(static fn (?int $pro_forma_id): ?Renewal => $by_pro_forma[$pro_forma_id] ?? null, $made_of));
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Renewals;

use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Payments\Allocation;
use Counterfoil\Payments\Methods\KeptMethod;
use Counterfoil\Payments\Methods\KeptMethodRepository;
use Counterfoil\Payments\Payment;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Viewer;

/** What subscriptions are charged to as methods come and go; each in the change that wrote that down. */
final readonly class FollowMethods
{
    public function __construct(private RenewalRepository $renewals, private ChargedMethods $charged, private InvoiceRepository $invoices, private KeptMethodRepository $methods)
    {
    }

    public function replaced(Change $change, KeptMethod $before, KeptMethod $method): void
    {
        $this->tell($change, $this->charged->replace($before->client_id, $before->id, $method->id), $method);
    }

    /** What was charged to this one is charged to the client's default from then on: it is gone, or it is the default. */
    public function follow_default(KeptMethod $method): void
    {
        $this->charged->replace($method->client_id, $method->id, null);
    }

    /** What a payment was charged to was removed here, and the client has another method, which is charged from then on. */
    public function is_replaced(Payment $payment): bool
    {
        $method = $payment->method_id === null ? null : $this->methods->find($payment->method_id, Viewer::system());

        return $method?->is_removed() === true && $this->default_beside($method) !== null;
    }

    public function agreed(Change $change, KeptMethod $method, Payment $payment): void
    {
        $bills = array_map(static fn (Allocation $allocation): int => $allocation->invoice_id, $payment->allocations);
        if ($bills === []) {
            return;
        }
        // A renewal, and what a bill started, may name the pro-forma that became it.
        foreach ($this->invoices->by_ids($bills, Viewer::system()) as $invoice) {
            $bills = [...$bills, ...array_filter([$invoice->pro_forma_id])];
        }
        $renewed = array_merge(...array_map(fn (int $id): array => $this->renewals->of_invoice($id)?->subscription_ids() ?? [], $bills));
        $this->choose($change, $method, $bills, $renewed);
    }

    /** A bill that failed to be charged is charged to another method, and so are its subscriptions from then on. */
    public function instead(Change $change, Renewal $renewal, KeptMethod $method): void
    {
        $this->renewals->note($renewal->id, ['method_id' => $method->id]);
        $this->choose($change, $method, [(int) $renewal->invoice_id], $renewal->subscription_ids());
    }

    /**
     * @param non-empty-list<int> $bills that started some
     * @param list<int> $renewed subscriptions
     */
    private function choose(Change $change, KeptMethod $method, array $bills, array $renewed): void
    {
        $this->tell($change, $this->charged->choose($method->client_id, $bills, $renewed, $method->id, $this->default_beside($method)?->id), $method);
    }

    /** The client's default at the same gateway. */
    private function default_beside(KeptMethod $method): ?KeptMethod
    {
        return array_values(array_filter(
            $this->methods->of_account($method->client_id, $method->gateway, $method->mode, $method->account),
            static fn (KeptMethod $one): bool => $one->is_default
        ))[0] ?? null;
    }

    /** @param list<int> $ids of subscriptions */
    private function tell(Change $change, array $ids, KeptMethod $method): void
    {
        if ($ids !== []) {
            $change->event('subscription.method_chosen', array_map(static fn (int $id): array => ['subscription', $id], $ids), $method->client_id, ['label' => $method->label]);
        }
    }
}

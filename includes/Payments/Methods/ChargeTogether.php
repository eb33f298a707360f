<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Methods;

use Closure;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Payments\Allocation;
use Counterfoil\Payments\AllocationRepository;
use Counterfoil\Payments\Disputes\DisputeRepository;
use Counterfoil\Payments\Gateway\ChargesOffSession;
use Counterfoil\Payments\Gateway\GatewayLine;
use Counterfoil\Payments\Gateway\GatewayRegistry;
use Counterfoil\Payments\Online\IntendPayment;
use Counterfoil\Payments\Online\StartPayment;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\PaymentRepository;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\Database\UniqueViolation;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;

/**
 * ChargeKept for many invoices at once: what is intended is written down for all of them in one transaction, then the gateway is
 * asked for one after the other, and what it answered is written down in one transaction again. Only what is plain: charged for
 * the first time, with nothing else that may take money. The keys are those of ChargeKept, which goes on with the others.
 */
final readonly class ChargeTogether
{
    public function __construct(
        private Changes $changes,
        private IntendPayment $intend,
        private PaymentRepository $payments,
        private AllocationRepository $allocations,
        private InvoiceRepository $invoices,
        private KeptMethodRepository $methods,
        private GatewayRegistry $gateways,
        private GatewayLine $line,
        private StartPayment $start,
        private DisputeRepository $disputes,
    ) {
    }

    /**
     * @param non-empty-list<Invoice> $invoices each of another client, or of the same
     * @param array<int, int> $method_ids by invoice, where it is not the client's default
     * @param array<int, string> $keys of this one try, by invoice
     * @param Closure(): bool $is_time_left
     * @return list<int> invoices for which the gateway was asked
     */
    public function handle(array $invoices, array $method_ids, array $keys, Closure $is_time_left): array
    {
        $gateway = $this->gateways->current();
        if (! $gateway instanceof ChargesOffSession || $this->line->rests($gateway->name())) {
            return [];
        }
        $account = $gateway->account();
        $charges = $this->plain($invoices, $method_ids, array_map(ChargeKept::key(...), $keys), $gateway, $account);
        if ($charges === []) {
            return [];
        }
        try {
            $payments = $this->changes->run(Actor::system(), function (Change $change) use ($charges, $gateway, $account): array {
                $methods = array_column($charges, 0);
                $this->methods->lock_to_charge(array_values(array_unique(array_map(static fn (KeptMethod $one): int => $one->client_id, $methods))), array_map(static fn (KeptMethod $one): int => $one->id, $methods));
                $this->payments->lock_invoices(array_keys($charges));
                $bills = array_values($this->invoices->by_ids(array_keys($charges), Viewer::system()));

                return $bills === [] ? [] : $this->intend->charges($change, $bills, $charges, $gateway, $account);
            });
        } catch (UniqueViolation | DomainError) {
            return [];
        }
        $asked = array_flip($this->start->together($payments, $gateway, $is_time_left));

        return array_merge(...array_map(static fn (Payment $payment): array => array_map(static fn (Allocation $allocation): int => $allocation->invoice_id, $payment->allocations), array_values(array_filter($payments, static fn (Payment $payment): bool => isset($asked[$payment->id])))));
    }

    /**
     * @param non-empty-list<Invoice> $invoices
     * @param array<int, int> $method_ids
     * @param array<int, string> $keys
     * @return array<int, array{KeptMethod, string}> method and key, by invoice
     */
    private function plain(array $invoices, array $method_ids, array $keys, ChargesOffSession $gateway, string $account): array
    {
        $ids = array_map(static fn (Invoice $invoice): int => $invoice->id, $invoices);
        $known = $this->payments->known_keys(array_values($keys));
        $others = $this->allocations->under_way_among($ids) + array_flip($this->disputes->took_money_among($ids));
        $defaults = $this->methods->defaults(array_values(array_unique(array_map(static fn (Invoice $invoice): int => $invoice->client_id, $invoices))), $gateway->name(), $gateway->mode(), $account);
        $charges = [];
        foreach ($invoices as $invoice) {
            $method = $defaults[$invoice->client_id] ?? null;
            // Of a pro-forma that is paid an invoice is made, which has a number to wait for.
            $is_plain = ! $invoice->is_pro_forma() && $method !== null && ($method_ids[$invoice->id] ?? $method->id) === $method->id;
            if ($is_plain && $invoice->is_payable() && ! isset($others[$invoice->id]) && ! in_array($keys[$invoice->id], $known, true)) {
                $charges[$invoice->id] = [$method, $keys[$invoice->id]];
            }
        }

        return $charges;
    }
}

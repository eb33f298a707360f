<?php

declare(strict_types=1);

namespace Counterfoil\Payments;

use Counterfoil\Invoices\CreditNotes\CreditNote;
use Counterfoil\Invoices\CreditNotes\GivesBack;
use Counterfoil\Payments\Credit\CreditSource;
use Counterfoil\Payments\Credit\CreditSources;
use Counterfoil\Payments\Gateway\GatewayLine;
use Counterfoil\Payments\Refunds\Refund;
use Counterfoil\Payments\Refunds\RefundPayment;
use Counterfoil\Payments\Refunds\RefundRepository;
use Counterfoil\Payments\Refunds\RefundState;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Viewer;

/** Refunds what a credit note leaves over, to what the invoice was paid with: one refund a payment, the newest first. */
final readonly class GiveBackCredit implements GivesBack
{
    /** Seconds somebody of the staff waits for the gateway. */
    private const SECONDS = 20.0;

    public function __construct(
        private PaymentRepository $payments,
        private RefundRepository $refunds,
        private CreditSources $sources,
        private RefundPayment $refund,
        private GatewayLine $line,
    ) {
    }

    public function give_back(CreditNote $note, Actor $actor): void
    {
        $left = $note->to_refund();
        foreach (array_reverse($this->payments->of_invoice($note->invoice_id, Viewer::system())) as $payment) {
            // One that was begun counts even where it failed: what it was to give back stays the client's credit.
            $begun = $this->refunds->find_by_key(self::key($note, $payment));
            $amount = $begun->amount->amount ?? min($left, $this->over($payment, $note->invoice_id));
            $left -= $amount;
            if ($amount > 0 && ($begun === null || $begun->state === RefundState::Intended)) {
                $this->refund($note, $payment, $amount, $actor);
            }
        }
    }

    private function refund(CreditNote $note, Payment $payment, int $amount, Actor $actor): void
    {
        try {
            $this->line->within(self::SECONDS, fn (): Refund => $this->refund->handle(
                $payment->id,
                new Money($amount, $note->currency),
                /* translators: %s: number of a credit note */
                sprintf(__('Credit note %s', 'counterfoil'), $note->number),
                Viewer::staff($actor, ['refund']),
                self::key($note, $payment),
                of_credit: true
            ));
        } catch (DomainError) {
            // Refused, or not known yet: the refund says so itself, and where there is none the credit is there to be used.
        }
    }

    /** What of a payment is over on an invoice. */
    private function over(Payment $payment, int $invoice_id): int
    {
        $sources = $payment->state === PaymentState::Succeeded ? $this->sources->of_payment($payment) : [];

        return CreditSources::sum(array_values(array_filter($sources, static fn (CreditSource $source): bool => $source->allocation?->invoice_id === $invoice_id)));
    }

    private static function key(CreditNote $note, Payment $payment): string
    {
        return "credit-note:{$note->id}:{$payment->id}";
    }
}

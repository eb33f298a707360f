<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Disputes;

use Counterfoil\Payments\Gateway\GatewayDispute;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\Reversals\Reversal;
use Counterfoil\Payments\Reversals\ReversalReason;
use Counterfoil\Payments\Reversals\ReversalRepository;
use Counterfoil\Payments\Reversals\ReverseMoney;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Money\Money;

/**
 * The books follow what a dispute takes and gives again: what the gateway holds now is taken back from the payment.
 * Where it paid several invoices the newest go first, as with refunds. Gateways only ever add movements, so an answer
 * that knows of fewer is an older one and changes nothing. An inquiry has no movements. Money in another currency than
 * the payment's can't be counted; what the agency has to look at says it.
 */
final readonly class DisputedMoney
{
    public function __construct(private DisputeRepository $disputes, private ReversalRepository $reversals, private ReverseMoney $reverse)
    {
    }

    /**
     * @param Payment $payment its caller holds the row
     * @param bool $is_news whether its state changed in the same change: then it is remembered that nothing moved, too
     */
    public function follow(Change $change, Payment $payment, Dispute $dispute, GatewayDispute $answer, bool $is_news): void
    {
        if ($answer->currency !== $payment->amount->currency->code || ($answer->taken === $dispute->taken && ! $is_news) || ! $this->disputes->moved($dispute, $answer)) {
            return;
        }
        if ($answer->taken < $dispute->taken) {
            foreach ($this->taken($payment, $dispute) as $reversal) {
                $this->reverse->restore($change, $payment, $reversal->source);
            }
        }
        $held = array_sum(array_map(static fn (Reversal $reversal): int => $reversal->amount->amount, $this->taken($payment, $dispute)));
        if ($answer->taken > $held) {
            $this->reverse->reverse($change, $payment, Money::of($answer->taken - $held, $answer->currency), $dispute->source() . $answer->movements, ReversalReason::Disputed, $answer->reason);
        }
    }

    /** @return list<Reversal> what it holds in the books */
    private function taken(Payment $payment, Dispute $dispute): array
    {
        return array_values(array_filter(
            $this->reversals->of_payments([$payment->id])[$payment->id] ?? [],
            static fn (Reversal $reversal): bool => str_starts_with($reversal->source, $dispute->source()) && ! $reversal->is_restored()
        ));
    }
}

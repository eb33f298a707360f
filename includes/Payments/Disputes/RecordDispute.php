<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Disputes;

use Closure;
use Counterfoil\Business\Business;
use Counterfoil\Invoices\Letters\BillsInMail;
use Counterfoil\Payments\Allocation;
use Counterfoil\Payments\Gateway\Gateway;
use Counterfoil\Payments\Gateway\GatewayDispute;
use Counterfoil\Payments\Gateway\GatewayError;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\PaymentRepository;
use Counterfoil\Payments\Refunds\ReadRefunds;
use Counterfoil\Payments\Reversals\ReturnDebit;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\Change\Mail;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Database\UniqueViolation;
use Counterfoil\Shared\DomainError;

/**
 * Writes down where a dispute stands, and tells the agency: once for each state, whoever
 * asks and however often. The client is told nothing: it is their bank that asks.
 */
final readonly class RecordDispute
{
    /**
     * @param Closure(): Business $business
     * @param Closure(): Calendar $calendar
     */
    public function __construct(
        private Changes $changes,
        private DisputeRepository $disputes,
        private PaymentRepository $payments,
        private ReturnDebit $return_debit,
        private ReadRefunds $read_refunds,
        private DisputedMoney $money,
        private Clock $clock,
        private Closure $business,
        private Closure $calendar,
    ) {
    }

    /** @param string $gateway_title Gateway::title(), for the timeline */
    public function handle(Payment $payment, GatewayDispute $answer, string $gateway_title): void
    {
        // That it had succeeded, and by what, may not have been heard yet.
        $payment = $this->return_debit->up_to_date($payment);
        if ($this->disputes->find($payment->gateway, $answer->id) === null) {
            $this->read_refunds($payment);
        }
        if (ReturnDebit::is_return($payment, $answer) && $this->disputes->find($payment->gateway, $answer->id) === null) {
            $this->return_debit->handle($payment, $answer, $gateway_title);

            return;
        }
        $this->changes->run(Actor::gateway($gateway_title), function (Change $change) use ($payment, $answer, $gateway_title): void {
            $row = $this->payments->lock($payment);
            $before = $this->disputes->find($row->gateway, $answer->id);
            $is_new = $before === null ? $this->insert($row, $answer) : $before->state->may_become($answer->state) && $this->disputes->move($before, $answer);
            if ($is_new) {
                $this->tell($change, $row, $answer, $gateway_title);
            }
            $dispute = $this->disputes->find($row->gateway, $answer->id);
            if ($dispute !== null) {
                $this->money->follow($change, $row, $dispute, $answer, $is_new);
                // Where no call comes through, nobody else would hear what became of it.
                $is_new && $this->disputes->get($dispute->id)->waits() && $change->job(CheckDispute::JOB, $dispute->id, $this->clock->now()->modify(CheckDispute::AGAIN));
            }
        });
    }

    /** What was given back before it is taken from what there was then. */
    private function read_refunds(Payment $payment): void
    {
        try {
            $this->read_refunds->handle($payment);
        } catch (GatewayError | DomainError) {
            // Silent, or one that gives nothing back: what is known is written down.
        }
    }

    private function tell(Change $change, Payment $row, GatewayDispute $answer, string $gateway_title): void
    {
        $change->event("dispute.{$answer->state->value}", $row->subjects(), $row->client_id, [
            'payment_id' => $row->id,
            'amount' => $answer->amount,
            'currency' => $answer->currency,
            'reason' => $answer->reason,
        ]);
        if ($answer->state !== DisputeState::UnderReview) {
            $this->tell_agency($change, $row, $answer, $gateway_title);
        }
        /**
         * Fires after a dispute is opened or its status changes.
         *
         * @param int $payment_id
         * @param string $state opened, inquiry, under_review, won, lost, closed
         * @since 0.2.0
         */
        $change->hook('payment_disputed', $row->id, $answer->state->value);
    }

    private function insert(Payment $payment, GatewayDispute $answer): bool
    {
        try {
            $this->disputes->insert($payment, $answer);
        } catch (UniqueViolation) {
            return false;
        }

        return true;
    }

    private function tell_agency(Change $change, Payment $payment, GatewayDispute $answer, string $gateway_title): void
    {
        $business = ($this->business)();
        if ($business->email === '') {
            return;
        }
        $change->mail(new Mail(
            'dispute',
            "dispute:{$payment->gateway}:{$answer->id}:{$answer->state->value}",
            $business->email,
            $business->name,
            '',
            invoice_id: $payment->invoice_id,
            data: [
                'state' => $answer->state->value,
                'amount' => $answer->amount,
                'currency' => $answer->currency,
                'gateway' => $gateway_title,
                'taken' => $answer->taken > 0 ? 1 : 0,
                'url' => $answer->url,
                'respond_by' => $answer->respond_by === null ? '' : ($this->calendar)()->day($answer->respond_by),
                ...BillsInMail::data(array_column(array_map(static fn (Allocation $one): array => [$one->invoice_id, $one->amount], $payment->allocations), 1, 0)),
            ],
        ));
    }
}

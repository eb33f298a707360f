<?php

declare(strict_types=1);

namespace Counterfoil\Payments;

use Closure;
use Counterfoil\Payments\Gateway\Gateway;
use Counterfoil\Payments\Gateway\GatewayPayment;
use Counterfoil\Payments\Mandates\AnnounceDebit;
use Counterfoil\Payments\Methods\KeepPaid;
use Counterfoil\Payments\Methods\ToldOfCharges;
use Counterfoil\Payments\Online\CheckPayment;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;
use LogicException;

/**
 * Writes down what a gateway answered about a payment, and what follows from it: once, whoever asks
 * and however often. Webhook, browser and worker all end here.
 */
final readonly class SettlePayment
{
    /** @param Closure(): Calendar $calendar the business's */
    public function __construct(
        private Changes $changes,
        private Clock $clock,
        private PaymentRepository $payments,
        private AllocateMoney $allocate,
        private PaymentMails $mails,
        private Closure $calendar,
        private ToldOfCharges $told,
    ) {
    }

    /**
     * @param string $gateway_title Gateway::title(), for the timeline
     * @throws DomainError 409 when what was answered is not this payment
     */
    public function handle(Payment $payment, GatewayPayment $answer, string $gateway_title): Payment
    {
        $this->check_identity($payment, $answer, $gateway_title);
        if ($payment->gateway_payment_id === null) {
            // No change of state: under which name the gateway has it.
            $this->payments->attach($payment->id, $answer->id);
        }

        return $this->changes->run(Actor::gateway($gateway_title), function (Change $change) use ($payment, $answer): Payment {
            $row = $this->payments->lock($payment);
            if ($answer->state === $row->state) {
                $this->same_state($change, $row, $answer);
            } elseif ($row->state->may_become($answer->state) && $this->payments->move($row, $answer->state, PaymentAnswer::columns($row, $answer, $this->clock->now(), ($this->calendar)()->today()))) {
                $this->follow($change, $this->payments->get($row->id, Viewer::system()), $row->state, PaymentAnswer::was_on_its_way($row, $answer));
                if ($answer->state === PaymentState::Processing && $answer->traits?->announces_debits === true) {
                    $change->job(AnnounceDebit::JOB, $row->id);
                }
            }

            return $this->payments->get($row->id, Viewer::system());
        });
    }

    /**
     * Many answers at once. Those that say that all of the money came are written down in one transaction, all others by themselves.
     *
     * @param list<array{Payment, GatewayPayment}> $answers
     */
    public function together(array $answers, string $gateway_title): void
    {
        $came = array_filter($answers, static fn (array $one): bool => $one[1]->state === PaymentState::Succeeded && PaymentAnswer::is_of(...$one) && PaymentAnswer::flag(...$one) === null && ! $one[0]->keeps_method());
        if (count($came) > 1) {
            $this->changes->run(Actor::gateway($gateway_title), fn (Change $change) => $this->all_came($change, array_values($came)));
            $answers = array_diff_key($answers, $came);
        }
        foreach ($answers as [$payment, $answer]) {
            try {
                $this->handle($payment, $answer, $gateway_title);
            } catch (DomainError) {
                // It is another payment than that, which was written down, and is nothing to the others.
            }
        }
    }

    /** @param non-empty-list<array{Payment, GatewayPayment}> $answers */
    private function all_came(Change $change, array $answers): void
    {
        $rows = $this->payments->lock_many(array_column($answers, 0));
        $moved = [];
        $columns = [];
        foreach ($answers as [$payment, $answer]) {
            $row = $rows[$payment->id];
            if (($row->gateway_payment_id ?? $answer->id) === $answer->id && $row->state->may_become($answer->state)) {
                $moved[] = $row;
                $columns[] = ['gateway_payment_id' => $answer->id, ...PaymentAnswer::columns($row, $answer, $this->clock->now(), ($this->calendar)()->today())];
            }
        }
        if ($moved === []) {
            return;
        }
        if (! $this->payments->move_all($moved, PaymentState::Succeeded, $columns)) {
            throw new LogicException('A payment was changed while it was locked.');
        }
        $payments = array_values($this->payments->by_ids(array_map(static fn (Payment $row): int => $row->id, $moved), Viewer::system()));
        array_map(fn (Payment $payment) => $this->said($change, $payment), $payments);
        $settled = $this->allocate->all_came($change, $payments, 'payment.received');
        $this->money_came($change, $payments, $settled);
        foreach ($payments as $index => $payment) {
            $this->told->moved($change, $payment, $moved[$index]->state);
        }
    }

    private function same_state(Change $change, Payment $row, GatewayPayment $answer): void
    {
        if ($row->state === PaymentState::Failed && $answer->attempt !== $row->reference) {
            $this->payments->note($row->id, PaymentAnswer::columns($row, $answer, $this->clock->now(), ($this->calendar)()->today()));
            $this->follow($change, $this->payments->get($row->id, Viewer::system()), $row->state, PaymentAnswer::was_on_its_way($row, $answer));
        }
    }

    private function follow(Change $change, Payment $payment, PaymentState $before, bool $was_on_its_way): void
    {
        $this->said($change, $payment);
        if ($payment->state === PaymentState::Succeeded) {
            $payment->flag === null || $this->flagged($change, $payment);
            $this->money_came($change, [$payment], [$this->allocate->came($change, $payment, 'payment.received')]);
        }
        if ($payment->keeps_method() && in_array($payment->state, [PaymentState::Succeeded, PaymentState::Processing], true)) {
            if ($before !== PaymentState::Processing) {
                $change->event('payment.keeping_agreed', $payment->subjects(), $payment->client_id, ['payment_id' => $payment->id, 'method' => $payment->method, 'version' => $payment->consent]);
            }
            $change->job(KeepPaid::JOB, $payment->id);
        }
        $is_told = $this->told->moved($change, $payment, $before);
        if ($payment->state === PaymentState::Failed && $was_on_its_way && ! $is_told) {
            $this->mails->failed($change, $payment, $this->allocate->invoices_of($payment));
        }
        if ($payment->state !== PaymentState::Succeeded && $payment->is_under_way) {
            $change->job(CheckPayment::JOB, $payment->id, Backoff::after($this->clock->now(), 0));
        }
    }

    private function said(Change $change, Payment $payment): void
    {
        $type = match ($payment->state) {
            PaymentState::Intended => 'payment.waits',
            PaymentState::RequiresAction => 'payment.requires_action',
            PaymentState::Processing => 'payment.processing',
            PaymentState::Unknown => 'payment.unknown',
            PaymentState::Succeeded => 'payment.succeeded',
            PaymentState::Failed => 'payment.failed',
            PaymentState::Cancelled => 'payment.cancelled',
        };
        $change->event($type, $payment->subjects(), $payment->client_id, [
            'payment_id' => $payment->id,
            'amount' => $payment->state === PaymentState::Succeeded ? $payment->received->amount : $payment->amount->amount,
            'currency' => $payment->amount->currency->code,
            'method' => $payment->method,
            'failure_code' => $payment->failure_code,
        ]);
    }

    /**
     * @param list<Payment> $payments
     * @param list<Settled> $settled what each made of its invoices
     */
    private function money_came(Change $change, array $payments, array $settled): void
    {
        $receipts = [];
        foreach ($payments as $index => $payment) {
            $over = $settled[$index]->flag();
            if ($over !== null && $payment->flag === null) {
                $this->payments->note($payment->id, ['flag' => $over->value]);
                $payment = $this->payments->get($payment->id, Viewer::system());
                $this->flagged($change, $payment);
            }
            if ($payment->flag !== null) {
                $this->mails->unusual($change, $payment, $settled[$index]->after);
            }
            if (! $settled[$index]->is_told()) {
                $receipts[] = [$payment, $settled[$index]->untold()];
            }
            /**
             * Fires once a payment is received from a gateway or recorded manually.
             *
             * @param int $payment_id
             * @since 0.2.0
             */
            $change->hook('payment_succeeded', $payment->id);
        }
        $this->mails->receipts($change, $receipts);
    }

    /** What the gateway shows must carry this payment's id and token, in the same mode, under the id that is known. */
    private function check_identity(Payment $payment, GatewayPayment $answer, string $gateway_title): void
    {
        if (PaymentAnswer::is_of($payment, $answer)) {
            return;
        }
        $this->changes->run(Actor::gateway($gateway_title), function (Change $change) use ($payment): void {
            if ($this->payments->lock($payment)->flag !== PaymentFlag::NotThisOne) {
                $this->payments->note($payment->id, ['flag' => PaymentFlag::NotThisOne->value]);
                $this->flagged($change, $this->payments->get($payment->id, Viewer::system()));
            }
        });
        throw DomainError::conflict('payment_mismatch', __('This isn’t the payment that was started here. It was not applied to the invoice.', 'counterfoil'));
    }

    private function flagged(Change $change, Payment $payment): void
    {
        $change->event('payment.flagged', $payment->subjects(), $payment->client_id, ['payment_id' => $payment->id, ...$payment->flag_facts()]);
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Online;

use Closure;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Payments\Allocation;
use Counterfoil\Payments\AllocationRepository;
use Counterfoil\Payments\Backoff;
use Counterfoil\Payments\FailureReason;
use Counterfoil\Payments\Gateway\GatewayError;
use Counterfoil\Payments\Gateway\GatewayErrorKind;
use Counterfoil\Payments\Gateway\GatewayPayment;
use Counterfoil\Payments\Gateway\KeepsMethods;
use Counterfoil\Payments\Gateway\TakesPayments;
use Counterfoil\Payments\Methods\AskToCharge;
use Counterfoil\Payments\Methods\KeptMethodRepository;
use Counterfoil\Payments\Methods\ToldOfCharges;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\PaymentRepository;
use Counterfoil\Payments\PaymentState;
use Counterfoil\Payments\PaymentView;
use Counterfoil\Payments\SettlePayment;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Viewer;

/**
 * Brings a payment that was written down to its gateway. May be killed anywhere and run again: the same
 * key gets the same answer, and when the key's answer is of no use the gateway is asked what it has.
 */
final readonly class StartPayment
{
    /** After that long a call that was never answered has come to an end at the gateway too. */
    private const SETTLED_AFTER = '-5 minutes';

    /** Bills and methods that were read longer ago are read again. */
    private const STALE = '-1 second';

    /** Characters of a description; statements show fewer. */
    private const LONGEST = 200;

    public function __construct(
        private Changes $changes,
        private Clock $clock,
        private PaymentRepository $payments,
        private AllocationRepository $allocations,
        private PayerAtGateway $payers,
        private InvoiceRepository $invoices,
        private KeptMethodRepository $methods,
        private SettlePayment $settle,
        private AskToCharge $charge,
        private ToldOfCharges $told,
    ) {
    }

    /** The gateway has no id of it here yet. */
    public function handle(Payment $payment, TakesPayments $gateway): PaymentView
    {
        try {
            $answer = $this->ask($payment, $gateway);
        } catch (GatewayError $error) {
            return PaymentView::unanswered($this->give_in($payment, $gateway, $error));
        }

        return new PaymentView($this->settle->handle($payment, $answer, $gateway->title()), $answer);
    }

    /**
     * Many, one call after the other, and what was answered in one transaction. Whoever is killed in between finds by their keys
     * what was answered.
     *
     * @param list<Payment> $payments charges that this process has just written down and claimed
     * @param Closure(): bool $is_time_left for another call after the first one
     * @return list<int> ids of those that were brought to it; the others wait
     */
    public function together(array $payments, TakesPayments $gateway, Closure $is_time_left): array
    {
        $answers = [];
        $brought = [];
        $bills = [];
        $methods = [];
        $read_at = null;
        foreach ($payments as $index => $payment) {
            if ($brought !== [] && ! $is_time_left()) {
                break;
            }
            // What is asked for is looked at right before it is: a gateway that takes its time is given nothing old.
            if ($read_at === null || $read_at < $this->clock->now()->modify(self::STALE)) {
                $read_at = $this->clock->now();
                $left = array_slice($payments, $index);
                $bills = $this->invoices->by_ids(array_merge(...array_map(self::bills(...), $left)), Viewer::system());
                $methods = $this->methods->by_ids(array_map(static fn (Payment $one): int => (int) $one->method_id, $left));
            }
            $brought[] = $payment->id;
            try {
                $answers[] = [$payment, $this->charge->first($payment, $gateway, self::description($payment, $bills), $methods, $bills)];
            } catch (GatewayError $error) {
                $this->give_in($payment, $gateway, $error);
            }
        }
        $this->charge->leave(array_slice($payments, count($brought)));
        $this->settle->together($answers, $gateway->title());

        return $brought;
    }

    private function ask(Payment $payment, TakesPayments $gateway): GatewayPayment
    {
        $description = self::description($payment, $this->invoices->by_ids(self::bills($payment), Viewer::system()));
        if ($payment->is_charge()) {
            return $this->charge->handle($payment, $gateway, $description);
        }
        $customer = $this->payers->get($payment->client_id, $gateway, $payment->account);
        $is_fresh = $payment->state === PaymentState::Intended && $payment->created_at > $this->clock->now()->modify('-1 minute');
        $found = $is_fresh ? null : $gateway->find($payment, $customer);
        if ($found !== null) {
            return $found;
        }
        try {
            return self::begin($payment, $gateway, $customer, $description);
        } catch (GatewayError $error) {
            if ($error->is(GatewayErrorKind::Missing)) {
                // The payer was deleted at the gateway.
                $this->payers->forget($gateway, $customer);

                return self::begin($payment, $gateway, $this->payers->get($payment->client_id, $gateway, $payment->account), $description);
            }
            // The key stands for a request with other words (the site's language was changed in between).
            $found = $error->reason === 'idempotency_error' ? $gateway->find($payment, $customer) : null;

            return $found ?? throw $error;
        }
    }

    private static function begin(Payment $payment, TakesPayments $gateway, string $customer, string $description): GatewayPayment
    {
        return $payment->keeps_method() && $gateway instanceof KeepsMethods
            ? $gateway->start_and_keep($payment, $customer, $description)
            : $gateway->start($payment, $customer, $description);
    }

    /** @return list<int> ids of the invoices that it is for */
    private static function bills(Payment $payment): array
    {
        return array_map(static fn (Allocation $allocation): int => $allocation->invoice_id, $payment->allocations);
    }

    /**
     * What payers and staff read of it at the gateway.
     *
     * @param array<int, Invoice> $bills by id
     */
    private static function description(Payment $payment, array $bills): string
    {
        $invoices = array_values(array_intersect_key($bills, array_flip(self::bills($payment))));
        $numbers = implode(', ', array_map(static fn (Invoice $invoice): string => (string) $invoice->number, $invoices));
        if (count($invoices) === 1) {
            /* translators: %s: invoice number */
            return sprintf($invoices[0]->is_pro_forma() ? __('Pro forma invoice %s', 'counterfoil') : __('Invoice %s', 'counterfoil'), $numbers);
        }

        /* translators: %s: invoice numbers */
        return mb_strimwidth(sprintf(__('Invoices %s', 'counterfoil'), $numbers), 0, self::LONGEST, '…');
    }

    private function give_in(Payment $payment, TakesPayments $gateway, GatewayError $error): Payment
    {
        return $this->changes->run(Actor::gateway($gateway->title()), function (Change $change) use ($payment, $error): Payment {
            $row = $this->payments->lock($payment);
            if ($row->gateway_payment_id !== null) {
                // Another process got through meanwhile.
                return $row;
            }
            $unanswered = $error->is(GatewayErrorKind::Unknown);
            // A charge may have taken money: whether it did is asked for until there is an answer (AskToCharge).
            $hopeless = $unanswered && ! $row->is_charge() && $row->state === PaymentState::Unknown && $row->created_at < $this->clock->now()->modify(self::SETTLED_AFTER);
            if ($error->is(GatewayErrorKind::Refused) || $hopeless) {
                // Nothing exists at the gateway, nobody was given what it takes to pay: another may be begun.
                $reason = match ($error->reason) {
                    KeepsMethods::METHOD_GONE => FailureReason::MethodGone,
                    AskToCharge::NOT_THERE => FailureReason::NotReached,
                    default => FailureReason::NotStarted,
                };
                $this->payments->move($row, PaymentState::Failed, [
                    'failure_code' => $reason->value,
                    'failure' => mb_substr($error->getMessage(), 0, 500),
                ]);
                $this->allocations->release([$row->id]);
                $change->event('payment.failed', $row->subjects(), $row->client_id, [
                    'payment_id' => $row->id,
                    'amount' => $row->amount->amount,
                    'currency' => $row->amount->currency->code,
                    'failure_code' => $reason->value,
                ]);
                $this->told->failed($change, $this->payments->get($row->id, Viewer::system()));
            } elseif ($unanswered && $row->state !== PaymentState::Unknown) {
                $this->payments->move($row, PaymentState::Unknown, ['failure' => mb_substr($error->getMessage(), 0, 500)]);
                $change->job(CheckPayment::JOB, $row->id, Backoff::after($this->clock->now(), 0));
                $change->event('payment.unknown', $row->subjects(), $row->client_id, [
                    'payment_id' => $row->id,
                    'amount' => $row->amount->amount,
                    'currency' => $row->amount->currency->code,
                ]);
            }

            return $this->payments->get($row->id, Viewer::system());
        });
    }
}

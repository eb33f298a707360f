<?php

declare(strict_types=1);

namespace Counterfoil\Payments;

use Closure;
use Counterfoil\Business\Business;
use Counterfoil\Payments\Reversals\ReturnDebit;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\Change\Mail;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Clock\DayFormat;
use Counterfoil\Shared\Database\UniqueViolation;
use Counterfoil\Shared\Money\Currency;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Money\MoneyFormat;

/**
 * Writes down where a dispute stands, marks its payment, and tells the agency: once for each state, whoever
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
        if (ReturnDebit::is_return($payment, $answer) && $this->disputes->find($payment->gateway, $answer->id) === null) {
            $this->return_debit->handle($payment, $answer, $gateway_title);

            return;
        }
        $this->changes->run(Actor::gateway($gateway_title), function (Change $change) use ($payment, $answer, $gateway_title): void {
            $row = $this->payments->lock($payment);
            $before = $this->disputes->find($row->gateway, $answer->id);
            $flag = $answer->state->is_open() ? $this->flag($answer, $gateway_title) : '';
            $is_new = $before === null ? $this->insert($row, $answer, $flag) : $before->state->may_become($answer->state) && $this->disputes->move($before, $answer, $flag);
            if ($is_new) {
                $this->tell($change, $row, $answer, $gateway_title, $before->flag ?? '', $flag);
            }
            $dispute = $this->disputes->find($row->gateway, $answer->id);
            if ($dispute !== null) {
                $this->money->follow($change, $row, $dispute, $answer, $is_new);
                // Where no call comes through, nobody else would hear what became of it.
                $is_new && $this->disputes->get($dispute->id)->waits() && $change->job(CheckDispute::JOB, $dispute->id, $this->clock->now()->modify(CheckDispute::AGAIN));
            }
        });
    }

    private function tell(Change $change, Payment $row, GatewayDispute $answer, string $gateway_title, string $flag_before, string $flag): void
    {
        $this->payments->note($row->id, ['notice' => self::with($row->notice, $flag_before, $flag)]);
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

    private function insert(Payment $payment, GatewayDispute $answer, string $flag): bool
    {
        try {
            $this->disputes->insert($payment, $answer, $flag);
        } catch (UniqueViolation) {
            return false;
        }

        return true;
    }

    /** What else stands on the payment stays there. */
    private static function with(string $all, string $before, string $now): string
    {
        $others = trim($before === '' ? $all : str_replace($before, '', $all));

        return mb_substr(trim("{$others} {$now}"), 0, 500);
    }

    private function flag(GatewayDispute $answer, string $gateway_title): string
    {
        $amount = self::in_words($answer->amount, $answer->currency);
        $day = $answer->respond_by === null ? '' : ($this->calendar)()->day($answer->respond_by);

        return match (true) {
            $answer->state === DisputeState::UnderReview => sprintf(
                /* translators: 1: amount of money, 2: gateway */
                __('The client’s bank disputed %1$s of this payment. Your response is under review. The outcome will appear in the %2$s dashboard.', 'counterfoil'),
                $amount,
                $gateway_title
            ),
            $day === '' => sprintf(
                /* translators: 1: amount of money, 2: gateway */
                __('The client’s bank disputed %1$s of this payment. Respond in the %2$s dashboard as soon as you can.', 'counterfoil'),
                $amount,
                $gateway_title
            ),
            default => sprintf(
                /* translators: 1: amount of money, 2: gateway, 3: day, "December 31, 2026" */
                __('The client’s bank disputed %1$s of this payment. Respond in the %2$s dashboard by %3$s.', 'counterfoil'),
                $amount,
                $gateway_title,
                (new DayFormat(determine_locale()))->day($day)
            ),
        };
    }

    /** A gateway may name any currency, also one that is not known here. */
    private static function in_words(int $amount, string $currency): string
    {
        return in_array($currency, Currency::codes(), true)
            ? (new MoneyFormat(determine_locale()))->money(Money::of($amount, $currency))
            : "{$amount} {$currency}";
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
            ],
        ));
    }
}

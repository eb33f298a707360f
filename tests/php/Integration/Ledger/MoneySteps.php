<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Ledger;

use Counterfoil\Payments\Offline\OfflineMethod;
use Counterfoil\Payments\Online\Wanted;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Payments\PaymentState;
use Counterfoil\Payments\Refunds\RefundsModule;
use Counterfoil\Payments\Reversals\ReversalReason;
use Counterfoil\Payments\Reversals\ReversalsModule;
use Counterfoil\Payments\Settled;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Viewer;

/** The random walk's steps in which money comes and goes: each is done, and told to the model. */
trait MoneySteps
{
    use BankSteps;

    /** Minor units: less than that the card network doesn't take. */
    private const LEAST = 50;
    private const PART_PERCENT = 10;

    private MoneyModel $model;

    private function one_of_the_last(): int
    {
        // Newer ones more often: older ones are paid.
        $ids = array_slice(array_keys($this->model->invoices), -8);

        return $ids[mt_rand(0, count($ids) - 1)];
    }

    /** @return non-empty-list<int> one to four, lowest first */
    private function some_of_the_last(): array
    {
        $ids = array_values(array_unique(array_map(fn (): int => $this->one_of_the_last(), range(0, mt_rand(0, 3)))));
        sort($ids);

        return $ids;
    }

    /** @return non-empty-list<int> mostly of those that can be paid */
    private function some_to_pay(): array
    {
        $ids = $this->some_of_the_last();
        $due = array_values(array_filter($ids, fn (int $id): bool => $this->model->due($id) > 0 && ! $this->is_on_its_way($id)));

        return $due === [] || mt_rand(0, 3) === 0 ? $ids : $due;
    }

    private function pay(Wanted $wanted, int $client_id): void
    {
        $payment = $this->begin($wanted, $client_id);
        if ($payment !== null) {
            $this->confirm($payment);
            $this->take_in($payment);
        }
    }

    /** @return Payment|null what was begun or is gone on with; null when it was refused */
    private function begin(Wanted $wanted, int $client_id): ?Payment
    {
        $ids = $wanted->invoice_ids;
        $asks = $wanted->amount === null ? array_combine($ids, array_map($this->model->due(...), $ids)) : [$ids[0] => $wanted->amount->amount];
        try {
            $payment = $this->plugin()->module(PaymentsModule::class)->pay()->chosen($wanted, $client_id, Actor::contact(1, 'Ada Lindqvist'))->payment;
        } catch (DomainError $error) {
            self::assertTrue($this->is_refused($ids, $asks, $wanted->amount?->amount), "{$error->reason}: " . json_encode($asks));

            return null;
        }
        if (! $this->is_with_bank($payment->id)) {
            $this->asks[$payment->id] = $asks;
            self::assertSame(array_sum($asks), $payment->amount->amount);
        }

        return $payment;
    }

    /**
     * @param list<int> $ids
     * @param array<int, int> $asks
     */
    private function is_refused(array $ids, array $asks, ?int $part): bool
    {
        $due = $this->model->due($ids[0]);
        $least = max(self::LEAST, intdiv($due * self::PART_PERCENT + 99, 100));

        return array_filter($ids, $this->is_on_its_way(...)) !== []
            || in_array(0, $asks, true) || array_sum($asks) < self::LEAST
            || ($part !== null && ($part < $least || $part > $due || $least >= $due));
    }

    /** What became of a payment at its gateway. */
    private function take_in(Payment $payment): void
    {
        $now = $this->refreshed($payment);
        if ($now->state === PaymentState::Succeeded && ! isset($this->model->payments[$payment->id])) {
            $this->model->came($this->asks[$payment->id], $now->received->amount, $payment->id);
        }
        if (! $now->is_under_way) {
            unset($this->asks[$payment->id]);
        }
    }

    private function record(int $id): void
    {
        $amount = mt_rand(1, 8000);
        try {
            $payment = $this->plugin()->module(PaymentsModule::class)->record_offline()->handle($id, Money::of($amount, 'EUR'), OfflineMethod::Cash, $this->day(-mt_rand(0, 9)), '', false, Actor::system(), bin2hex(random_bytes(8)));
        } catch (DomainError) {
            self::assertGreaterThan($this->model->due($id), $amount);

            return;
        }
        $this->model->came([$id => $amount], $amount, $payment->id, by_hand: true);
    }

    /** @param list<int> $ids what it is for; sometimes it is for none of them */
    private function came(array $ids, int $amount, int $client_id): void
    {
        $ids = mt_rand(0, 6) === 0 ? [] : $ids;
        $asks = array_combine($ids, array_map($this->model->due(...), $ids));
        $module = $this->plugin()->module(PaymentsModule::class);
        $payment = $this->plugin()->changes()->run(Actor::system(), function (Change $change) use ($module, $asks, $amount, $client_id): int {
            $module->payments()->lock_invoices(array_keys($asks));
            $id = $module->payments()->record_offline($asks, $client_id, Money::of($amount, 'EUR'), OfflineMethod::BankTransfer, '', false, $this->plugin()->clock()->now(), bin2hex(random_bytes(8)));
            $payment = $module->payments()->get($id, Viewer::system());
            $change->event('payment.recorded_offline', $payment->subjects(), $client_id);
            $module->allocate()->came($change, $payment, 'payment.recorded');

            return $id;
        });
        $this->model->came($asks, $amount, $payment, by_hand: true);
    }

    private function give_back(): void
    {
        $payment = $this->one_payment();
        $amount = mt_rand(1, 6000);
        if ($payment === null) {
            return;
        }
        try {
            $refund = $this->plugin()->module(RefundsModule::class)->refund()->handle($payment, Money::of($amount, 'EUR'), '', Viewer::system(), bin2hex(random_bytes(8)));
        } catch (DomainError) {
            self::assertTrue($amount > $this->model->left($payment) || $this->is_undecided($payment), "{$amount} of payment {$payment}");

            return;
        }
        $this->model->went_back($payment, $amount, (string) $refund->gateway_refund_id);
    }

    /** In the card network's own dashboard; the worker or a webhook brings it here. */
    private function given_back_elsewhere(): void
    {
        foreach (array_reverse(array_keys($this->model->payments)) as $id) {
            $payment = $this->payment_of($id);
            if ($payment->gateway_payment_id !== null && $this->model->left($id) > 100) {
                $refund = $this->stripe->control('POST', 'refund', ['payment_intent' => $payment->gateway_payment_id, 'amount' => 100, 'quiet' => true]);
                $this->plugin()->module(RefundsModule::class)->read_refunds()->handle($payment);
                $this->model->went_back($id, 100, (string) $refund['id']);

                return;
            }
        }
    }

    /** The payer's bank takes back what is left of a payment, or some of it. */
    private function reverse(): void
    {
        $payment = $this->one_payment();
        if ($payment === null || $this->model->left($payment) < 1) {
            return;
        }
        [$reason, $most] = mt_rand(0, 1) === 0 ? [ReversalReason::Returned, $this->model->left($payment)] : [ReversalReason::Disputed, mt_rand(1, $this->model->left($payment))];
        $source = 'dispute:' . bin2hex(random_bytes(8));
        $this->plugin()->changes()->run(Actor::system(), fn (Change $change): ?Settled => $this->plugin()->module(ReversalsModule::class)->reverse()->reverse($change, $this->payment_of($payment), Money::of($most, 'EUR'), $source, $reason));
        $this->model->withdrawn($source, $payment, $most);
    }

    private function restore(): void
    {
        $source = array_values(preg_grep('/^dispute:/', array_keys($this->model->reversals)) ?: [])[0] ?? null;
        if ($source !== null) {
            $this->plugin()->changes()->run(Actor::system(), fn (Change $change): ?Settled => $this->plugin()->module(ReversalsModule::class)->reverse()->restore($change, $this->payment_of($this->model->reversals[$source]['payment']), $source));
            $this->model->came_again($source);
        }
    }

    /** It was recorded by mistake. */
    private function undo(): void
    {
        $payment = $this->one_payment();
        if ($payment === null) {
            return;
        }
        try {
            $this->plugin()->module(ReversalsModule::class)->undo()->handle($payment, '', Viewer::system());
        } catch (DomainError) {
            self::assertFalse($this->model->may_be_undone($payment));

            return;
        }
        if ($this->model->may_be_undone($payment)) {
            $this->model->undone($payment);
        } else {
            self::assertTrue($this->model->is_undone($payment), 'Only what was undone before may be asked for once more.');
        }
    }

    private function one_payment(): ?int
    {
        return $this->model->payments === [] ? null : array_rand($this->model->payments);
    }

    private function payment_of(int $id): Payment
    {
        return $this->plugin()->module(PaymentsModule::class)->payments()->get($id, Viewer::system());
    }
}

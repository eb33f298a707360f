<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Ledger;

use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Payments\Offline\OfflineMethod;
use Counterfoil\Payments\Online\Wanted;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Payments\Refunds\RefundsModule;
use Counterfoil\Payments\Reversals\ReversalReason;
use Counterfoil\Payments\Reversals\ReversalsModule;
use Counterfoil\Payments\Settled;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Integration\Payments\PaysInvoices;

/** The random walk's steps in which money comes and goes: each is done, and told to the model. */
trait MoneySteps
{
    use PaysInvoices;

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

    /** @return list<int> one to four, lowest first */
    private function some_of_the_last(): array
    {
        $ids = array_values(array_unique(array_map(fn (): int => $this->one_of_the_last(), range(0, mt_rand(0, 3)))));
        sort($ids);

        return $ids;
    }

    private function pay(int $id): void
    {
        $due = $this->model->due($id);
        try {
            $payment = $this->paid($this->plugin()->module(InvoicesModule::class)->invoices()->get($id, Viewer::system()));
        } catch (DomainError $error) {
            self::assertContains($error->reason, $due === 0 ? ['nothing_due', 'invoice_void'] : ['amount_too_small']);

            return;
        }
        $this->model->came([$id => $due], $due, $payment->id);
    }

    /**
     * Several bills by one charge.
     *
     * @param list<int> $ids
     */
    private function pay_several(array $ids, int $client_id): void
    {
        $asks = array_combine($ids, array_map($this->model->due(...), $ids));
        $payment = $this->paid_as(Wanted::all($ids), $client_id);
        if ($payment === null) {
            self::assertTrue(in_array(0, $asks, true) || array_sum($asks) < self::LEAST);

            return;
        }
        $this->model->came($asks, array_sum($asks), $payment->id);
    }

    private function pay_part(int $id, int $client_id): void
    {
        $due = $this->model->due($id);
        $amount = mt_rand(1, 6000);
        $payment = $this->paid_as(Wanted::one($id, Money::of($amount, 'EUR')), $client_id);
        if ($payment === null) {
            $least = max(self::LEAST, intdiv($due * self::PART_PERCENT + 99, 100));
            self::assertTrue($amount < $least || $amount > $due || $least >= $due, "{$amount} of {$due}");

            return;
        }
        $this->model->came([$id => $amount], $amount, $payment->id);
    }

    private function paid_as(Wanted $wanted, int $client_id): ?Payment
    {
        try {
            $payment = $this->plugin()->module(PaymentsModule::class)->pay()->chosen($wanted, $client_id, Actor::contact(1, 'Ada Lindqvist'))->payment;
        } catch (DomainError) {
            return null;
        }
        $this->confirm($payment);

        return $this->refreshed($payment);
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
            $this->plugin()->module(RefundsModule::class)->refund()->handle($payment, Money::of($amount, 'EUR'), '', Viewer::system(), bin2hex(random_bytes(8)));
        } catch (DomainError) {
            self::assertGreaterThan($this->model->left($payment), $amount);

            return;
        }
        $this->model->went_back($payment, $amount);
    }

    /** In the card network's own dashboard; the worker or a webhook brings it here. */
    private function given_back_elsewhere(): void
    {
        foreach (array_reverse(array_keys($this->model->payments)) as $id) {
            $payment = $this->payment_of($id);
            if ($payment->gateway_payment_id !== null && $this->model->left($id) > 100) {
                wp_remote_post("{$this->stripe->url}/v1/refunds", ['headers' => ['Authorization' => 'Bearer ' . self::SECRET_KEY], 'body' => ['payment_intent' => $payment->gateway_payment_id, 'amount' => 100]]);
                $this->plugin()->module(RefundsModule::class)->read_refunds()->handle($payment);
                $this->model->went_back($id, 100);

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
        $source = array_key_first($this->model->reversals);
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

<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Ledger;

use Counterfoil\Payments\Payment;
use Counterfoil\Payments\Refunds\RefundsModule;
use Counterfoil\Tests\Integration\Payments\HearsOfDisputes;

/** The random walk's steps in which a bank takes its time, or has the say: debits, disputes, refunds that don't arrive. */
trait BankSteps
{
    use HearsOfDisputes;

    /** @var array<int, array<int, int>> what payments that were begun are to bring, by payment and invoice */
    private array $asks = [];

    /** @var list<int> payments that are with a bank */
    private array $with_bank = [];

    /** @var array<string, array{payment: int, amount: int, inquiry: bool}> those that aren't decided */
    private array $disputes = [];

    /** @var list<int> payments that were disputed: the fake lets each be once */
    private array $were_disputed = [];

    private function is_with_bank(int $payment): bool
    {
        return in_array($payment, $this->with_bank, true);
    }

    /** Whether a bank has a payment of this invoice: nobody can stop it. */
    private function is_on_its_way(int $invoice): bool
    {
        return array_filter($this->with_bank, fn (int $payment): bool => isset($this->asks[$payment][$invoice])) !== [];
    }

    private function is_undecided(int $payment): bool
    {
        return array_filter($this->disputes, static fn (array $one): bool => $one['payment'] === $payment && ! $one['inquiry']) !== [];
    }

    /** Somebody chose to pay by debit; it is with the bank. */
    private function debit(?Payment $payment): void
    {
        if ($payment !== null && ! $this->is_with_bank($payment->id)) {
            $this->confirm($payment, 'pm_sepa_debit', ['held' => true]);
            $this->with_bank[] = $payment->id;
            $this->take_in($payment);
        }
    }

    /** The bank says what became of it. */
    private function settle_debit(): void
    {
        if ($this->with_bank !== []) {
            [$id] = array_splice($this->with_bank, mt_rand(0, count($this->with_bank) - 1), 1);
            $payment = $this->payment_of($id);
            $this->stripe->control('POST', "payment_intents/{$payment->gateway_payment_id}/advance", ['outcome' => mt_rand(0, 3) === 0 ? 'failed' : 'succeeded', 'quiet' => true]);
            $this->take_in($payment);
        }
    }

    /** Whoever had left the form open sends it now, whatever has become of the invoice. */
    private function come_back(): void
    {
        $left = array_values(array_diff(array_keys($this->asks), $this->with_bank));
        if ($left !== []) {
            $payment = $this->payment_of($left[mt_rand(0, count($left) - 1)]);
            $this->confirm($payment);
            $this->take_in($payment);
        }
    }

    /** The payer's bank disputes a payment, asks about it, or returns a debit: all of it or a part, though some of it went back already. */
    private function open_dispute(): void
    {
        $ids = array_values(array_diff(array_keys(array_filter($this->model->payments, static fn (array $one): bool => ! $one['by_hand'])), $this->were_disputed));
        if ($ids === []) {
            return;
        }
        $id = $this->were_disputed[] = $ids[mt_rand(0, count($ids) - 1)];
        $payment = $this->payment_of($id);
        $amount = mt_rand(0, 1) === 0 ? $payment->received->amount : mt_rand(1, $payment->received->amount);
        $is_return = $payment->can_be_returned && mt_rand(0, 3) > 0;
        $inquiry = ! $is_return && mt_rand(0, 4) === 0;
        $dispute = $this->disputed($payment, ['amount' => $amount, 'inquiry' => $inquiry, ...($is_return ? ['outcome' => 'lost'] : [])]);
        $this->hears($dispute, 'created');
        if (! $inquiry) {
            $this->model->withdrawn("bank:{$dispute}", $id, $amount);
        }
        if (! $is_return) {
            $this->disputes[$dispute] = ['payment' => $id, 'amount' => $amount, 'inquiry' => $inquiry];
        }
    }

    private function go_on_with_dispute(): void
    {
        if ($this->disputes === []) {
            return;
        }
        $dispute = (string) array_rand($this->disputes);
        ['payment' => $payment, 'amount' => $amount, 'inquiry' => $inquiry] = $this->disputes[$dispute];
        $outcome = ['answered', 'won', 'lost'][mt_rand(0, 2)];
        $this->goes_on($dispute, $outcome);
        $this->hears($dispute);
        if ($outcome === 'answered') {
            return;
        }
        unset($this->disputes[$dispute]);
        if ($outcome === 'won' && ! $inquiry) {
            $this->model->came_again("bank:{$dispute}");
        } elseif ($outcome === 'lost' && $inquiry) {
            $this->model->withdrawn("bank:{$dispute}", $payment, $amount);
        }
    }

    /** The account it was to go to is closed. */
    private function refund_fails(): void
    {
        if ($this->model->refunds !== []) {
            $refund = (string) array_rand($this->model->refunds);
            $payment = $this->payment_of($this->model->refunds[$refund]['payment']);
            $this->stripe->control('POST', "refunds/{$refund}/advance", ['outcome' => 'failed', 'quiet' => true]);
            $this->plugin()->module(RefundsModule::class)->read_refunds()->handle($payment);
            $this->model->refund_failed($refund);
        }
    }

    /** What disputes and returned debits hold of our books is what the card network's say. */
    private function assert_disputes_agree(): void
    {
        $moved = array_filter((array) $this->stripe->control('GET', 'ledger')['entries'], static fn (array $entry): bool => str_starts_with((string) $entry['kind'], 'dispute'));
        $database = $this->plugin()->database();
        self::assertSame(
            -array_sum(array_column($moved, 'amount')),
            (int) $database->value("SELECT SUM(amount) FROM {$database->table('payment_reversals')} WHERE restored_at IS NULL AND (source LIKE 'dispute:stripe:%' OR source LIKE 'return:stripe:%')")
        );
    }
}

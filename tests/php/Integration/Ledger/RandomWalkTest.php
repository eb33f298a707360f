<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Ledger;

use Counterfoil\Clients\Client;
use Counterfoil\Invoices\CreditNotes\CreditExtent;
use Counterfoil\Invoices\CreditNotes\CreditNotesModule;
use Counterfoil\Invoices\CreditNotes\Surplus;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Ledger\LedgerModule;
use Counterfoil\Payments\Credit\CreditModule;
use Counterfoil\Payments\OfflineMethod;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Payments\RefundsModule;
use Counterfoil\Payments\Reversals\ReversalReason;
use Counterfoil\Payments\Reversals\ReversalsModule;
use Counterfoil\Payments\Settled;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Integration\Payments\PaysInvoices;
use Counterfoil\Tests\Support\IntegrationTestCase;

/** Whatever is done, in whatever order: what is kept is what a model of a dozen lines says. */
final class RandomWalkTest extends IntegrationTestCase
{
    use PaysInvoices;

    private const STEPS = 500;
    private const VERIFY_EVERY = 100;

    private MoneyModel $model;

    protected function setUp(): void
    {
        parent::setUp();
        $this->connect_stripe();
        $this->model = new MoneyModel();
    }

    public function test_law_15_steps_in_any_order_leave_the_books_equal(): void
    {
        $seed = (int) (getenv('COUNTERFOIL_SEED') ?: 20261126);
        mt_srand($seed);
        $client = $this->client();
        $steps = ['issue', 'issue', 'pay', 'record', 'record', 'spread', 'refund', 'refund', 'void', 'overpay', 'credit', 'credit', 'use', 'use', 'reverse', 'restore', 'elsewhere', 'seal'];
        for ($step = 1; $step <= $this->steps(); $step++) {
            $what = $this->model->invoices === [] ? 'issue' : $steps[mt_rand(0, count($steps) - 1)];
            match ($what) {
                'issue' => $this->issue($client),
                'pay' => $this->pay($this->one_of_the_last()),
                'record' => $this->record($this->one_of_the_last()),
                'spread' => $this->spread($client->id),
                'refund' => $this->give_back(),
                'void' => $this->void($this->one_of_the_last()),
                'overpay' => $this->came([$this->one_of_the_last()], mt_rand(1, 9000), $client->id),
                'credit' => $this->credit($this->one_of_the_last()),
                'use' => $this->use_credit($this->one_of_the_last(), $client->id),
                'reverse' => $this->reverse(),
                'restore' => $this->restore(),
                'elsewhere' => $this->given_back_elsewhere(),
                'seal' => $this->plugin()->module(LedgerModule::class)->seal()->handle(),
            };
            $this->assert_as_the_model_says("Seed {$seed}, step {$step}: {$what}");
            if ($step % self::VERIFY_EVERY === 0) {
                self::assertSame([], array_map(strval(...), iterator_to_array($this->plugin()->module(LedgerModule::class)->verify()->handle(), false)), "Seed {$seed}, step {$step}");
            }
        }
        self::assertGreaterThan(20, count($this->model->invoices));
        self::assertGreaterThan(20, count($this->model->payments));
        $this->assert_balances($client->id);
        $this->assert_books_agree();
    }

    /** More of them, and others: `COUNTERFOIL_STEPS=5000 COUNTERFOIL_SEED=7 vendor/bin/phpunit --filter RandomWalkTest`. */
    private function steps(): int
    {
        return (int) (getenv('COUNTERFOIL_STEPS') ?: self::STEPS);
    }

    private function issue(Client $client): void
    {
        $invoice = $this->issued($client, ['lines' => [$this->line(['unit_price' => mt_rand(0, 5) * 1000])]]);
        $this->model->issued($invoice->id, $invoice->total);
    }

    private function one_of_the_last(): int
    {
        // Newer ones more often: older ones are paid.
        $ids = array_slice(array_keys($this->model->invoices), -8);

        return $ids[mt_rand(0, count($ids) - 1)];
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

    private function record(int $id): void
    {
        $amount = mt_rand(1, 8000);
        try {
            $payment = $this->plugin()->module(PaymentsModule::class)->record_offline()->handle($id, Money::of($amount, 'EUR'), OfflineMethod::Cash, $this->day(-mt_rand(0, 9)), '', false, Actor::system(), bin2hex(random_bytes(8)));
        } catch (DomainError) {
            self::assertGreaterThan($this->model->due($id), $amount);

            return;
        }
        $this->model->came([$id => $amount], $amount, $payment->id);
    }

    /** One payment for several invoices, or for none. */
    private function spread(int $client_id): void
    {
        $this->came(array_values(array_unique(array_map(fn (): int => $this->one_of_the_last(), range(0, mt_rand(0, 3))))), mt_rand(1, 20_000), $client_id);
    }

    /** @param list<int> $ids */
    private function came(array $ids, int $amount, int $client_id): void
    {
        sort($ids);
        $ids = mt_rand(0, 6) === 0 ? [] : $ids;
        $asks = [];
        foreach ($ids as $id) {
            $asks[$id] = $this->model->due($id);
        }
        $module = $this->plugin()->module(PaymentsModule::class);
        $payment = $this->plugin()->changes()->run(Actor::system(), function (Change $change) use ($module, $asks, $amount, $client_id): int {
            $module->payments()->lock_invoices(array_keys($asks));
            $id = $module->payments()->record_offline($asks, $client_id, Money::of($amount, 'EUR'), OfflineMethod::BankTransfer, '', false, $this->plugin()->clock()->now(), bin2hex(random_bytes(8)));
            $payment = $module->payments()->get($id, Viewer::system());
            $change->event('payment.recorded_offline', $payment->subjects(), $client_id);
            $module->allocate()->came($change, $payment, 'payment.recorded');

            return $id;
        });
        $this->model->came($asks, $amount, $payment);
    }

    private function one_payment(): ?int
    {
        return $this->model->payments === [] ? null : array_rand($this->model->payments);
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
        $module = $this->plugin()->module(PaymentsModule::class);
        foreach (array_reverse(array_keys($this->model->payments)) as $id) {
            $payment = $module->payments()->get($id, Viewer::system());
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
        $amount = mt_rand(0, 1) === 0 ? $this->model->left($payment) : mt_rand(1, $this->model->left($payment));
        $source = 'dispute:' . bin2hex(random_bytes(8));
        $this->plugin()->changes()->run(Actor::system(), fn (Change $change): ?Settled => $this->plugin()->module(ReversalsModule::class)->reverse()->reverse($change, $this->payment($payment), Money::of($amount, 'EUR'), $source, ReversalReason::Disputed));
        $this->model->withdrawn($source, $payment, $amount);
    }

    private function restore(): void
    {
        $source = array_key_first($this->model->reversals);
        if ($source !== null) {
            $this->plugin()->changes()->run(Actor::system(), fn (Change $change): ?Settled => $this->plugin()->module(ReversalsModule::class)->reverse()->restore($change, $this->payment($this->model->reversals[$source]['payment']), $source));
            $this->model->came_again($source);
        }
    }

    private function use_credit(int $id, int $client_id): void
    {
        $amount = mt_rand(1, 4000);
        try {
            $this->plugin()->module(CreditModule::class)->use()->handle($id, Money::of($amount, 'EUR'), Viewer::system(), bin2hex(random_bytes(8)));
        } catch (DomainError) {
            self::assertGreaterThan(min($this->model->due($id), $this->model->credit()), $amount);

            return;
        }
        self::assertLessThanOrEqual($this->model->due($id), $amount);
        self::assertSame(0, $this->model->used($id, $amount));
    }

    private function payment(int $id): Payment
    {
        return $this->plugin()->module(PaymentsModule::class)->payments()->get($id, Viewer::system());
    }

    private function void(int $id): void
    {
        $had_money = $this->model->invoices[$id]['paid'] > 0;
        try {
            $this->plugin()->module(InvoicesModule::class)->void()->handle($id, Actor::system());
        } catch (DomainError) {
            self::assertTrue($this->model->invoices[$id]['void'] || $had_money || $this->model->invoices[$id]['credited'] > 0 || $this->model->invoices[$id]['total'] === 0 || $this->model->is_for($id));

            return;
        }
        self::assertFalse($had_money);
        $this->model->voided($id);
    }

    private function credit(int $id): void
    {
        $amount = mt_rand(1, 5000);
        $invoice = $this->plugin()->module(InvoicesModule::class)->invoices()->get($id, Viewer::system());
        try {
            $this->plugin()->module(CreditNotesModule::class)->credit()->handle($id, $invoice->version, CreditExtent::amount($amount), 'Random', Surplus::Keep, Viewer::system(), bin2hex(random_bytes(8)));
        } catch (DomainError) {
            self::assertTrue($this->model->invoices[$id]['void'] || $this->model->invoices[$id]['credited'] + $amount > $this->model->invoices[$id]['total']);

            return;
        }
        $this->model->credited($id, $amount);
    }

    private function assert_as_the_model_says(string $message): void
    {
        foreach (array_slice($this->model->invoices, -10, preserve_keys: true) as $id => $one) {
            $invoice = $this->plugin()->module(InvoicesModule::class)->invoices()->get($id, Viewer::system());
            self::assertSame(
                [$this->model->due($id), $one['paid'], $one['refunded'], $this->model->over($id)],
                [$invoice->due()->amount, $invoice->paid, $invoice->refunded, $invoice->credit()->amount],
                "{$message}, invoice {$id}"
            );
        }
    }

    private function assert_balances(int $client_id): void
    {
        self::assertSame(
            ['EUR' => ['receivable' => $this->model->receivable(), 'credit' => $this->model->credit()]],
            $this->plugin()->module(LedgerModule::class)->postings()->balances_of($client_id, Viewer::system())
        );
    }
}

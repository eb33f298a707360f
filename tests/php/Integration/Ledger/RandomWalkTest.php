<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Ledger;

use Counterfoil\Invoices\CreditNotes\CreditExtent;
use Counterfoil\Invoices\CreditNotes\CreditNotesModule;
use Counterfoil\Invoices\CreditNotes\Surplus;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Ledger\LedgerModule;
use Counterfoil\Payments\OfflineMethod;
use Counterfoil\Payments\PaymentsModule;
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

    private const STEPS = 240;
    private const VERIFY_EVERY = 20;

    /** @var array<int, array{total: int, paid: int, refunded: int, credited: int, void: bool, was_paid: bool}> by invoice */
    private array $model = [];

    /** @var array<int, array{left: int, invoices: list<int>}> by payment: what can be given back, and what it is for */
    private array $payments = [];

    protected function setUp(): void
    {
        parent::setUp();
        $this->connect_stripe();
    }

    public function test_law_15_steps_in_any_order_leave_the_books_equal(): void
    {
        $seed = (int) (getenv('COUNTERFOIL_SEED') ?: 20261126);
        mt_srand($seed);
        $client = $this->client();
        $steps = ['issue', 'issue', 'pay', 'record', 'record', 'spread', 'refund', 'refund', 'void', 'overpay', 'credit', 'credit', 'elsewhere', 'seal'];
        for ($step = 1; $step <= self::STEPS; $step++) {
            $what = $this->model === [] ? 'issue' : $steps[mt_rand(0, count($steps) - 1)];
            match ($what) {
                'issue' => $this->issue($this->issued($client, ['lines' => [$this->line(['unit_price' => mt_rand(0, 5) * 1000])]])),
                'pay' => $this->pay($this->one_of_the_last()),
                'record' => $this->record($this->one_of_the_last()),
                'spread' => $this->spread($client->id),
                'refund' => $this->give_back(),
                'void' => $this->void($this->one_of_the_last()),
                'overpay' => $this->came([$this->one_of_the_last()], mt_rand(1, 9000), $client->id),
                'credit' => $this->credit($this->one_of_the_last()),
                'elsewhere' => $this->given_back_elsewhere(),
                'seal' => $this->plugin()->module(LedgerModule::class)->seal()->handle(),
            };
            $this->assert_as_the_model_says("Seed {$seed}, step {$step}: {$what}");
            if ($step % self::VERIFY_EVERY === 0) {
                self::assertSame([], array_map(strval(...), iterator_to_array($this->plugin()->module(LedgerModule::class)->verify()->handle(), false)), "Seed {$seed}, step {$step}");
            }
        }
        self::assertGreaterThan(20, count($this->model));
        self::assertGreaterThan(20, count($this->payments));
        $this->assert_balances($client->id);
        $this->assert_books_agree();
    }

    private function issue(Invoice $invoice): void
    {
        $this->model[$invoice->id] = ['total' => $invoice->total, 'paid' => 0, 'refunded' => 0, 'credited' => 0, 'void' => false, 'was_paid' => $invoice->total === 0];
    }

    private function one_of_the_last(): int
    {
        // Newer ones more often: older ones are paid.
        $ids = array_slice(array_keys($this->model), -8);

        return $ids[mt_rand(0, count($ids) - 1)];
    }

    private function pay(int $id): void
    {
        $due = $this->due($id);
        try {
            $payment = $this->paid($this->plugin()->module(InvoicesModule::class)->invoices()->get($id, Viewer::system()));
        } catch (DomainError $error) {
            self::assertContains($error->reason, $due === 0 ? ['nothing_due', 'invoice_void'] : ['amount_too_small']);

            return;
        }
        $this->add([$id => $due], $due, $payment->id);
    }

    private function record(int $id): void
    {
        $amount = mt_rand(1, 8000);
        try {
            $payment = $this->plugin()->module(PaymentsModule::class)->record_offline()->handle($id, Money::of($amount, 'EUR'), OfflineMethod::Cash, $this->day(-mt_rand(0, 9)), '', false, Actor::system(), bin2hex(random_bytes(8)));
        } catch (DomainError) {
            self::assertGreaterThan($this->due($id), $amount);

            return;
        }
        $this->add([$id => $amount], $amount, $payment->id);
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
            $asks[$id] = $this->due($id);
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
        $this->add($asks, $amount, $payment);
    }

    /** @param array<int, int> $asks */
    private function add(array $asks, int $amount, int $payment): void
    {
        $this->payments[$payment] = ['left' => $amount, 'invoices' => array_keys($asks)];
        foreach ($asks as $id => $asked) {
            $share = $id === array_key_last($asks) ? $amount : min($asked, $amount);
            $amount -= $share;
            $this->model[$id]['paid'] += $share;
            $this->note_paid($id);
        }
    }

    private function give_back(): void
    {
        $candidates = array_keys(array_filter($this->payments, static fn (array $payment): bool => count($payment['invoices']) < 2));
        if ($candidates === []) {
            return;
        }
        $payment = $candidates[mt_rand(0, count($candidates) - 1)];
        $amount = mt_rand(1, 6000);
        try {
            $this->plugin()->module(PaymentsModule::class)->refund()->handle($payment, Money::of($amount, 'EUR'), '', Viewer::system(), bin2hex(random_bytes(8)));
        } catch (DomainError) {
            self::assertGreaterThan($this->payments[$payment]['left'], $amount);

            return;
        }
        $this->went_back($payment, $amount);
    }

    /** In the card network's own dashboard; the worker or a webhook brings it here. */
    private function given_back_elsewhere(): void
    {
        $module = $this->plugin()->module(PaymentsModule::class);
        foreach (array_reverse(array_keys($this->payments)) as $id) {
            $payment = $module->payments()->get($id, Viewer::system());
            if ($payment->gateway_payment_id !== null && $this->payments[$id]['left'] > 100) {
                wp_remote_post("{$this->stripe->url}/v1/refunds", ['headers' => ['Authorization' => 'Bearer ' . self::SECRET_KEY], 'body' => ['payment_intent' => $payment->gateway_payment_id, 'amount' => 100]]);
                $module->read_refunds()->handle($payment);
                $this->went_back($id, 100);

                return;
            }
        }
    }

    private function went_back(int $payment, int $amount): void
    {
        ['left' => $left, 'invoices' => $invoices] = $this->payments[$payment];
        $this->payments[$payment] = ['left' => $left - $amount, 'invoices' => $invoices];
        foreach ($invoices as $id) {
            $this->model[$id]['refunded'] += $amount;
        }
    }

    private function void(int $id): void
    {
        $had_money = $this->model[$id]['paid'] > 0;
        try {
            $this->plugin()->module(InvoicesModule::class)->void()->handle($id, Actor::system());
        } catch (DomainError) {
            self::assertTrue($this->model[$id]['void'] || $had_money || $this->model[$id]['credited'] > 0 || $this->model[$id]['total'] === 0 || $this->is_for($id));

            return;
        }
        self::assertFalse($had_money);
        $this->model[$id]['void'] = true;
    }

    /** Whether a payment names it, even if nothing of it was left for it. */
    private function is_for(int $id): bool
    {
        return array_filter($this->payments, static fn (array $payment): bool => in_array($id, $payment['invoices'], true)) !== [];
    }

    private function credit(int $id): void
    {
        $amount = mt_rand(1, 5000);
        $invoice = $this->plugin()->module(InvoicesModule::class)->invoices()->get($id, Viewer::system());
        try {
            $this->plugin()->module(CreditNotesModule::class)->credit()->handle($id, $invoice->version, CreditExtent::amount($amount), 'Random', Surplus::Keep, Viewer::system(), bin2hex(random_bytes(8)));
        } catch (DomainError) {
            self::assertTrue($this->model[$id]['void'] || $this->model[$id]['credited'] + $amount > $this->model[$id]['total']);

            return;
        }
        $this->model[$id]['credited'] += $amount;
        $this->note_paid($id);
    }

    private function asked(int $id): int
    {
        return $this->model[$id]['void'] ? 0 : $this->model[$id]['total'] - $this->model[$id]['credited'];
    }

    private function note_paid(int $id): void
    {
        $one = $this->model[$id];
        $is_asked_for = $one['total'] === 0 || $this->asked($id) > 0;
        $this->model[$id]['was_paid'] = $one['was_paid'] || (! $one['void'] && $is_asked_for && $one['paid'] - $one['refunded'] >= $this->asked($id));
    }

    private function due(int $id): int
    {
        $one = $this->model[$id];

        return $one['void'] || $one['was_paid'] ? 0 : max(0, $this->asked($id) - $one['paid'] + $one['refunded']);
    }

    private function over(int $id): int
    {
        $one = $this->model[$id];

        return max(0, $one['paid'] - $one['refunded'] - $this->asked($id));
    }

    private function assert_as_the_model_says(string $message): void
    {
        foreach (array_slice($this->model, -10, preserve_keys: true) as $id => $one) {
            $invoice = $this->plugin()->module(InvoicesModule::class)->invoices()->get($id, Viewer::system());
            self::assertSame(
                [$this->due($id), $one['paid'], $one['refunded'], $this->over($id)],
                [$invoice->due()->amount, $invoice->paid, $invoice->refunded, $invoice->credit()->amount],
                "{$message}, invoice {$id}"
            );
        }
    }

    private function assert_balances(int $client_id): void
    {
        $unallocated = array_sum(array_map(static fn (array $payment): int => $payment['invoices'] === [] ? $payment['left'] : 0, $this->payments));
        self::assertSame(
            ['EUR' => ['receivable' => array_sum(array_map($this->due(...), array_keys($this->model))), 'credit' => $unallocated + array_sum(array_map($this->over(...), array_keys($this->model)))]],
            $this->plugin()->module(LedgerModule::class)->postings()->balances_of($client_id, Viewer::system())
        );
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Invoices;

use Counterfoil\Clients\Client;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Invoices\InvoiceStatus;
use Counterfoil\Invoices\Issuing\IssuingModule;
use Counterfoil\Invoices\ProFormas\ProFormasModule;
use Counterfoil\Invoices\Settlement;
use Counterfoil\Ledger\LedgerModule;
use Counterfoil\Payments\Credit\CreditModule;
use Counterfoil\Payments\Offline\OfflineMethod;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Integration\Payments\Killed;
use Counterfoil\Tests\Integration\Payments\PaysInvoices;
use Counterfoil\Tests\Support\IntegrationTestCase;

/** Pro-formas in any order of what can happen to them, killed at every step, and what they ask of the database. */
final class ProFormaWalkTest extends IntegrationTestCase
{
    use PaysInvoices;

    private const STEPS = 150;
    private const MOST_STEPS = 160;

    /** @var array<int, array{total: int, kept: int, is_done: bool}> by pro-forma: what came and stayed while it was open */
    private array $model = [];

    public function test_law_15_steps_in_any_order_leave_the_books_equal(): void
    {
        $seed = (int) (getenv('COUNTERFOIL_SEED') ?: 20261126);
        mt_srand($seed);
        $client = $this->client();
        $steps = ['issue', 'issue', 'record', 'record', 'record', 'over', 'refund', 'withdraw', 'credit', 'seal'];
        for ($step = 1; $step <= self::STEPS; $step++) {
            $what = $this->model === [] ? 'issue' : $steps[mt_rand(0, count($steps) - 1)];
            match ($what) {
                'issue' => $this->begin($client),
                'record' => $this->record($this->one()),
                'over' => $this->over($this->one()),
                'refund' => $this->give_back($this->one()),
                'withdraw' => $this->withdraw($this->one()),
                'credit' => $this->use_credit($client, $this->one()),
                'seal' => $this->plugin()->module(LedgerModule::class)->seal()->handle(),
            };
            $this->assert_as_the_model_says("Seed {$seed}, step {$step}: {$what}");
            if ($step % 15 === 0) {
                self::assertSame([], array_map(strval(...), iterator_to_array($this->plugin()->module(LedgerModule::class)->verify()->handle(), false)), "Seed {$seed}, step {$step}: {$what}");
            }
        }
        self::assertGreaterThan(3, $this->rows_in('invoices', 'pro_forma_id IS NOT NULL'));
        self::assertGreaterThan(1, $this->rows_in('invoices', "status = 'withdrawn'"));
        $net = (int) $this->plugin()->database()->value("SELECT SUM(net) FROM {$this->plugin()->database()->table('invoices')} WHERE pro_forma_id IS NOT NULL");
        self::assertSame(-$net, (int) $this->plugin()->database()->value("SELECT SUM(amount) FROM {$this->plugin()->database()->table('ledger_entries')} WHERE account = 'revenue'"));
    }

    public function test_law_7_killed_while_the_money_makes_the_invoice(): void
    {
        $client = $this->client();
        for ($step = 1; $step < self::MOST_STEPS; $step++) {
            $pro_forma = $this->issued($client, ['kind' => 'pro_forma']);
            $record = fn () => $this->plugin()->module(PaymentsModule::class)->record_offline()->handle($pro_forma->id, Money::of(12300, 'EUR'), OfflineMethod::Cash, $this->day(), '', true, Actor::system(), "cash-{$step}");
            $killed = Killed::at($step, $record);
            if ($killed && $this->rows_in('invoices', "pro_forma_id = {$pro_forma->id}") === 0) {
                self::assertSame([Settlement::Unpaid, 12300, 0], [$this->invoice_now($pro_forma)->settlement, $this->invoice_now($pro_forma)->due()->amount, $this->rows_in('payments', "idempotency_key = 'cash-{$step}'")], "Step {$step}");
            }
            $record();

            $made = $this->plugin()->module(InvoicesModule::class)->invoices()->get((int) $this->plugin()->module(InvoicesModule::class)->invoices()->made_of($pro_forma->id), Viewer::system());
            self::assertSame([Settlement::Paid, 12300, sprintf('INV-%04d', $step)], [$made->settlement, $made->paid, $made->number], "Step {$step}");
            self::assertSame(1, $this->rows_in('outbox', "message = 'invoice' AND invoice_id = {$made->id}"), "Step {$step}");
            if (! $killed) {
                break;
            }
        }
        self::assertGreaterThan(25, $step);
        self::assertLessThan(self::MOST_STEPS, $step);
        self::assertSame([], array_map(strval(...), iterator_to_array($this->plugin()->module(LedgerModule::class)->verify()->handle(), false)));
    }

    public function test_issuing_one_asks_the_database_as_little_as_issuing_an_invoice(): void
    {
        $client = $this->client();
        $counts = [];
        foreach (['pro_forma', 'invoice', 'pro_forma', 'invoice'] as $kind) {
            $draft = $this->draft($client, ['kind' => $kind]);
            $count = 0;
            $note = static function (string $sql) use (&$count): string {
                $count += (int) str_contains($sql, 'counterfoil_');

                return $sql;
            };
            add_filter('query', $note, 1);
            $this->plugin()->module(IssuingModule::class)->issue()->handle($draft->id, $draft->version, Actor::system());
            remove_filter('query', $note, 1);
            $counts[$kind] = $count;
        }

        self::assertGreaterThan(10, $counts['invoice']);
        self::assertLessThanOrEqual($counts['invoice'] + 1, $counts['pro_forma']);
    }

    private function begin(Client $client): void
    {
        $pro_forma = $this->issued($client, ['kind' => 'pro_forma', 'lines' => [$this->line(['unit_price' => mt_rand(1, 5) * 1000])]]);
        $this->model[$pro_forma->id] = ['total' => $pro_forma->total, 'kept' => 0, 'is_done' => false];
    }

    private function record(int $id): void
    {
        $left = $this->model[$id]['total'] - $this->model[$id]['kept'];
        $amount = mt_rand(0, 1) === 0 ? max(1, $left) : mt_rand(1, 3000);
        try {
            $this->plugin()->module(PaymentsModule::class)->record_offline()->handle($id, Money::of($amount, 'EUR'), OfflineMethod::Cash, $this->day(), '', false, Actor::system(), bin2hex(random_bytes(8)));
        } catch (DomainError) {
            self::assertTrue($this->model[$id]['is_done'] || $amount > $left);

            return;
        }
        $this->came($id, $amount);
    }

    private function over(int $id): void
    {
        if (! $this->model[$id]['is_done']) {
            $this->payment($this->invoice($id), $amount = mt_rand(1, 9000));
            $this->came($id, $amount);
        }
    }

    private function came(int $id, int $amount): void
    {
        ['total' => $total, 'kept' => $kept] = $this->model[$id];
        $this->model[$id] = ['total' => $total, 'kept' => $kept + $amount, 'is_done' => $kept + $amount >= $total];
    }

    private function give_back(int $id): void
    {
        $payments = $this->plugin()->module(PaymentsModule::class)->payments()->of_invoice($id, Viewer::system());
        $payment = $payments[0] ?? null;
        $left = $payment === null ? 0 : $payment->allocations[0]->amount - $payment->refunded->amount;
        if ($payment !== null && ! $this->model[$id]['is_done'] && $left > 0 && $payment->received->amount === $payment->allocations[0]->amount) {
            $amount = mt_rand(1, $left);
            $this->refund($payment->id, $amount);
            $this->model[$id] = ['kept' => $this->model[$id]['kept'] - $amount] + $this->model[$id];
        }
    }

    private function withdraw(int $id): void
    {
        try {
            $this->plugin()->module(ProFormasModule::class)->withdraw()->handle($id, Actor::system());
        } catch (DomainError) {
            self::assertTrue($this->model[$id]['is_done']);

            return;
        }
        self::assertFalse($this->model[$id]['is_done']);
        self::assertSame($this->model[$id]['kept'], $this->invoice($id)->credit()->amount);
        $this->model[$id] = ['is_done' => true] + $this->model[$id];
    }

    private function use_credit(Client $client, int $id): void
    {
        $amount = mt_rand(1, 2000);
        try {
            $this->plugin()->module(CreditModule::class)->use()->handle($id, Money::of($amount, 'EUR'), Viewer::system(), bin2hex(random_bytes(8)));
        } catch (DomainError) {
            return;
        }
        $this->came($id, $amount);
    }

    private function one(): int
    {
        $ids = array_slice(array_keys($this->model), -6);

        return $ids[mt_rand(0, count($ids) - 1)];
    }

    private function invoice(int $id): Invoice
    {
        return $this->plugin()->module(InvoicesModule::class)->invoices()->get($id, Viewer::system());
    }

    private function assert_as_the_model_says(string $message): void
    {
        foreach (array_slice($this->model, -6, preserve_keys: true) as $id => $one) {
            $now = $this->invoice($id);
            $made = $this->plugin()->module(InvoicesModule::class)->invoices()->made_of($id);
            self::assertSame($one['is_done'] ? 0 : $one['total'] - $one['kept'], $now->due()->amount, "{$message}, {$now->number}");
            self::assertSame($one['is_done'] ? 0 : $one['kept'], $now->prepaid()->amount, "{$message}, {$now->number}");
            self::assertSame($now->settlement === Settlement::Invoiced, $made !== null, "{$message}, {$now->number}");
            self::assertSame($one['is_done'], $made !== null || $now->status === InvoiceStatus::Withdrawn, "{$message}, {$now->number}");
        }
    }
}

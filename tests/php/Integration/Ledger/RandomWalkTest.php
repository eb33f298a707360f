<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Ledger;

use Counterfoil\Clients\Client;
use Counterfoil\Invoices\CreditNotes\CreditExtent;
use Counterfoil\Invoices\CreditNotes\CreditNotesModule;
use Counterfoil\Invoices\CreditNotes\Surplus;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Invoices\Issuing\IssuingModule;
use Counterfoil\Ledger\LedgerModule;
use Counterfoil\Payments\Credit\CreditModule;
use Counterfoil\Payments\Parts\PartsModule;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Support\IntegrationTestCase;

/** Whatever is done, in whatever order: what is kept is what a model of a dozen lines says. */
final class RandomWalkTest extends IntegrationTestCase
{
    use MoneySteps;

    private const STEPS = 500;
    private const VERIFY_EVERY = 100;

    protected function setUp(): void
    {
        parent::setUp();
        $this->connect_stripe();
        $this->plugin()->module(PartsModule::class)->settings()->save(true, self::PART_PERCENT, Actor::system());
        $this->model = new MoneyModel();
    }

    public function test_law_15_steps_in_any_order_leave_the_books_equal(): void
    {
        $seed = (int) (getenv('COUNTERFOIL_SEED') ?: 20261126);
        mt_srand($seed);
        $client = $this->client();
        $steps = ['issue', 'issue', 'issue', 'pay', 'pay several', 'pay part', 'record', 'record', 'spread', 'refund', 'refund', 'void', 'overpay', 'credit', 'credit', 'use', 'use', 'reverse', 'restore', 'undo', 'undo', 'elsewhere', 'seal'];
        for ($step = 1; $step <= $this->steps(); $step++) {
            $what = $this->model->invoices === [] ? 'issue' : $steps[mt_rand(0, count($steps) - 1)];
            match ($what) {
                'issue' => $this->issue($client),
                'pay' => $this->pay($this->one_of_the_last()),
                'pay several' => $this->pay_several($this->some_of_the_last(), $client->id),
                'pay part' => $this->pay_part($this->one_of_the_last(), $client->id),
                'record' => $this->record($this->one_of_the_last()),
                'spread' => $this->came($this->some_of_the_last(), mt_rand(1, 20_000), $client->id),
                'refund' => $this->give_back(),
                'void' => $this->void($this->one_of_the_last()),
                'overpay' => $this->came([$this->one_of_the_last()], mt_rand(1, 9000), $client->id),
                'credit' => $this->credit($this->one_of_the_last()),
                'use' => $this->use_credit($this->one_of_the_last(), $client->id),
                'reverse' => $this->reverse(),
                'restore' => $this->restore(),
                'undo' => $this->undo(),
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

    private function void(int $id): void
    {
        $had_money = $this->model->invoices[$id]['paid'] > 0;
        try {
            $this->plugin()->module(IssuingModule::class)->void()->handle($id, Actor::system());
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

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
use Counterfoil\Payments\Online\Wanted;
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

    private const STEPS = 400;
    private const VERIFY_EVERY = 100;

    /** All of this is on the way. */
    private const HAPPENS = [
        'credit.used', 'credit_note.issued', 'dispute.inquiry', 'dispute.lost', 'dispute.opened', 'dispute.won', 'invoice.due_again', 'invoice.voided', 'payment.cancelled',
        'payment.failed', 'payment.processing', 'payment.restored', 'payment.reversed', 'payment.succeeded', 'refund.failed', 'refund.made',
    ];

    protected function setUp(): void
    {
        parent::setUp();
        $this->connect_stripe();
        $this->stripe->control('POST', 'methods', ['on' => 'sepa_debit']);
        $this->plugin()->module(PartsModule::class)->settings()->save(true, self::PART_PERCENT, [], Actor::system());
        $this->model = new MoneyModel();
    }

    public function test_law_15_steps_in_any_order_leave_the_books_equal(): void
    {
        $seed = (int) (getenv('COUNTERFOIL_SEED') ?: 20261126);
        mt_srand($seed);
        $client = $this->client();
        $weights = ['issue' => 6, 'pay' => 1, 'pay several' => 2, 'pay part' => 2, 'leave' => 2, 'debit' => 3, 'come back' => 2, 'settle' => 3, 'record' => 2, 'spread' => 1, 'refund' => 3, 'refund fails' => 1, 'void' => 2, 'overpay' => 1, 'credit' => 2, 'use' => 2, 'reverse' => 1, 'restore' => 1, 'dispute' => 2, 'go on' => 2, 'undo' => 1, 'elsewhere' => 1, 'seal' => 1];
        $steps = array_merge(...array_map(static fn (string $what, int $weight): array => array_fill(0, $weight, $what), array_keys($weights), $weights));
        for ($step = 1; $step <= $this->steps(); $step++) {
            $what = $this->model->invoices === [] ? 'issue' : $steps[mt_rand(0, count($steps) - 1)];
            match ($what) {
                'issue' => $this->issue($client),
                'pay' => $this->pay(Wanted::one($this->one_of_the_last()), $client->id),
                'pay several' => $this->pay(Wanted::all($this->some_to_pay()), $client->id),
                'pay part' => $this->pay(Wanted::one($this->one_of_the_last(), Money::of(mt_rand(1, 6000), 'EUR')), $client->id),
                'leave' => $this->begin(Wanted::all($this->some_to_pay()), $client->id),
                'debit' => $this->debit($this->begin(Wanted::all($this->some_to_pay()), $client->id)),
                'come back' => $this->come_back(),
                'settle' => $this->settle_debit(),
                'record' => $this->record($this->one_of_the_last()),
                'spread' => $this->came($this->some_of_the_last(), mt_rand(1, 20_000), $client->id),
                'refund' => $this->give_back(),
                'refund fails' => $this->refund_fails(),
                'void' => $this->void($this->one_of_the_last()),
                'overpay' => $this->came([$this->one_of_the_last()], mt_rand(1, 9000), $client->id),
                'credit' => $this->credit($this->one_of_the_last()),
                'use' => $this->use_credit($this->one_of_the_last(), $client->id),
                'reverse' => $this->reverse(),
                'restore' => $this->restore(),
                'dispute' => $this->open_dispute(),
                'go on' => $this->go_on_with_dispute(),
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
        $this->assert_disputes_agree();
        if ($this->steps() >= self::STEPS) {
            self::assertSame([], array_diff(self::HAPPENS, $this->kinds_of_events()), 'The walk misses some of it.');
        }
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
            self::assertTrue($this->model->invoices[$id]['void'] || $had_money || $this->model->invoices[$id]['credited'] > 0 || $this->model->invoices[$id]['total'] === 0 || $this->model->is_for($id) || $this->is_on_its_way($id));

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

    /** @return list<string> */
    private function kinds_of_events(): array
    {
        return array_map(strval(...), array_column($this->plugin()->database()->rows("SELECT DISTINCT type FROM {$this->plugin()->database()->table('events')}"), 'type'));
    }

    private function assert_balances(int $client_id): void
    {
        self::assertSame(
            ['EUR' => ['receivable' => $this->model->receivable(), 'credit' => $this->model->credit()]],
            $this->plugin()->module(LedgerModule::class)->postings()->balances_of($client_id, Viewer::system())
        );
    }
}

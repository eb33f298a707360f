<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Gateways;

use Counterfoil\Payments\Online\Wanted;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\SharedModule;
use Counterfoil\Tests\Integration\Payments\Killed;
use Counterfoil\Tests\Support\IntegrationTestCase;
use PHPUnit\Framework\Attributes\DataProvider;

/**
 * Law 7: a call that dies anywhere is taken up by the worker, or comes again because it was never answered. Every step of
 * it: `COUNTERFOIL_ROUNDS=1 vendor/bin/phpunit --filter KilledWhileHearingTest`.
 */
final class KilledWhileHearingTest extends IntegrationTestCase
{
    use HearsStories;

    private const MOST_STEPS = 200;

    protected function setUp(): void
    {
        parent::setUp();
        $this->connect_stripe();
        $this->stripe->control('POST', 'methods', ['on' => 'sepa_debit']);
        $this->office_is_reachable();
    }

    /** @return iterable<string, array{string, list<string>, string}> */
    public static function stories(): iterable
    {
        yield 'several by one charge' => ['4242424242424242', [], 'paid'];
        yield 'a debit that was returned' => ['pm_sepa_debit_returned', ['settles', 'comes back'], 'unpaid'];
        yield 'money withdrawn' => ['4242424242424242', ['disputed'], 'unpaid'];
    }

    /**
     * The newest call is the first that is heard at all.
     *
     * @param list<string> $happens
     */
    #[DataProvider('stories')]
    public function test_abuse_39_killed_at_any_step_of_a_call(string $method, array $happens, string $end): void
    {
        $stride = getenv('COUNTERFOIL_ROUNDS') === false ? 7 : 1;
        for ($step = 1; $step < self::MOST_STEPS; $step += $stride) {
            $client = $this->client("Client {$step}", "client{$step}@harbour.test");
            $invoices = [$this->issued($client), $this->issued($client)];
            $payment = $this->plugin()->module(PaymentsModule::class)->pay()->chosen(Wanted::all([$invoices[0]->id, $invoices[1]->id]), $client->id, Actor::contact(1, 'Ada Lindqvist'))->payment;
            $this->news();
            $this->confirm($payment, $method);
            foreach ($happens as $what) {
                $this->happens($what, $payment, '');
            }
            $calls = array_values(array_filter($this->news(), static fn (array $event): bool => preg_match('/^(payment_intent|charge\.dispute)\./', (string) $event['type']) === 1));
            $call = $calls[count($calls) - 1];

            $killed = Killed::at($step, fn () => $this->call($call));
            $this->calls_about($call);
            $this->days_pass(1);
            $this->plugin()->module(SharedModule::class)->worker()->run(only: ['gateway.event']);

            foreach ($this->facts_of($payment, $invoices)['bills'] as $bill) {
                self::assertSame($end === 'paid' ? ['paid', 12300, 0, 0, 0] : ['unpaid', 0, 0, 12300, 0], $bill, "Step {$step}");
            }
            self::assertSame(1, $this->rows_in('outbox', "message = 'receipt' AND client_id = {$client->id}"), "Step {$step}");
            if (! $killed) {
                break;
            }
        }
        self::assertGreaterThan(20, $step);
        self::assertLessThan(self::MOST_STEPS, $step);
    }
}

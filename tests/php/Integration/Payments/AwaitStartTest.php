<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Payments;

use Closure;
use Counterfoil\Payments\Online\AwaitStart;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Payments\PaymentView;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Support\IntegrationTestCase;
use DateTimeImmutable;

/** Another tab is at the gateway. What it does meanwhile happens while this one sleeps; nobody really does. */
final class AwaitStartTest extends IntegrationTestCase
{
    use PaysInvoices;

    protected function setUp(): void
    {
        parent::setUp();
        $this->connect_stripe();
    }

    public function test_the_second_tab_gets_what_the_first_one_began(): void
    {
        [$waiting, $intent] = $this->at_the_gateway();

        [$view, $slept] = $this->await($waiting, function (int $slept) use ($waiting, $intent): void {
            if ($slept === 300) {
                $this->plugin()->module(PaymentsModule::class)->payments()->attach($waiting->id, $intent);
            }
        });

        self::assertSame(300, $slept, 'Not a moment longer than it has to.');
        self::assertSame([$waiting->id, $intent], [$view->payment->id, $view->payment->gateway_payment_id]);
        self::assertStringContainsString('_secret_', (string) $view->answer?->client_secret);
        self::assertSame(1, $this->calls('/v1/payment_intents'));
    }

    public function test_it_waits_for_a_second_and_a_half_at_most(): void
    {
        [$waiting] = $this->at_the_gateway();

        [$view, $slept] = $this->await($waiting, static fn (int $slept) => null);

        self::assertSame(1500, $slept);
        self::assertNull($view->payment->gateway_payment_id);
        self::assertTrue($view->is_unanswered);
    }

    /** @return array{Payment, string} a payment that is begun, as it was before its intent's id arrived, and that id */
    private function at_the_gateway(): array
    {
        $begun = $this->begun($this->issued($this->client()));
        $this->plugin()->database()->update('payments', ['gateway_payment_id' => null], ['id' => $begun->id]);

        return [$this->plugin()->module(PaymentsModule::class)->payments()->get($begun->id, Viewer::system()), (string) $begun->gateway_payment_id];
    }

    /**
     * @param Closure(int): void $meanwhile what happens after so many milliseconds
     * @return array{PaymentView, int} and the milliseconds it slept
     */
    private function await(Payment $payment, Closure $meanwhile): array
    {
        $clock = new class ($meanwhile) implements Clock {
            public int $slept = 0;

            /** @param Closure(int): void $meanwhile */
            public function __construct(private readonly Closure $meanwhile)
            {
            }

            public function now(): DateTimeImmutable
            {
                return new DateTimeImmutable('2026-03-31 12:00:00 UTC');
            }

            public function sleep(int $milliseconds): void
            {
                $this->slept += $milliseconds;
                ($this->meanwhile)($this->slept);
            }
        };
        $payments = $this->plugin()->module(PaymentsModule::class);
        $view = (new AwaitStart($clock, $payments->payments(), $payments->refresh()))->handle(PaymentView::unanswered($payment));

        return [$view, $clock->slept];
    }
}

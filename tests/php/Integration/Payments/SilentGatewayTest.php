<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Payments;

use Closure;
use Counterfoil\Invoices\Settlement;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Tests\Support\IntegrationTestCase;

/** A gateway that takes the question and does not answer: everybody gets what is known within seconds, and nothing is lost. */
final class SilentGatewayTest extends IntegrationTestCase
{
    use PaysInvoices;

    protected function setUp(): void
    {
        parent::setUp();
        $this->connect_stripe();
    }

    private function falls_silent(): void
    {
        foreach (['GET', 'POST'] as $method) {
            $this->stripe->control('POST', 'faults', ['kind' => 'timeout', 'times' => 50, 'match' => ['method' => $method, 'path' => '/v1/*']]);
        }
    }

    private function speaks_again(): void
    {
        $this->stripe->control('DELETE', 'faults');
    }

    /** @return array{string, string} what Site Health says */
    private function health(): array
    {
        $tests = apply_filters('site_status_tests', ['direct' => []]);
        $found = $tests['direct']['counterfoil_gateway']['test']();

        return [$found['status'], $found['label']];
    }

    /** @return float seconds */
    private static function timed(Closure $work): float
    {
        $begun = hrtime(true);
        $work();

        return (hrtime(true) - $begun) / 1_000_000_000;
    }

    public function test_a_page_waits_once_and_the_next_ones_not_at_all(): void
    {
        $client = $this->client();
        $invoices = array_map(fn (): object => $this->issued($client), range(1, 4));
        foreach ($invoices as $invoice) {
            $this->confirm($this->begun($invoice));
        }
        $this->falls_silent();
        $catch_up = fn () => $this->plugin()->module(PaymentsModule::class)->catch_up()->handle($client->id);

        self::assertLessThan(4.5, self::timed($catch_up), 'Four payments are asked about within one budget.');
        self::assertNotNull($this->plugin()->silences()->since('stripe'));
        self::assertSame(['critical', 'Stripe isn’t responding'], $this->health());
        $asked = count($this->gatekeeper->requests);
        self::assertLessThan(0.5, self::timed($catch_up));
        self::assertCount($asked, $this->gatekeeper->requests, 'It is remembered.');

        // The worker goes on asking, and when it is back all is known.
        $this->speaks_again();
        $this->later(130);
        foreach ($invoices as $invoice) {
            self::assertSame(Settlement::Paid, $this->invoice_now($invoice)->settlement);
        }
        self::assertNull($this->plugin()->silences()->since('stripe'));
        self::assertSame(['good', 'Payment gateways are responding'], $this->health());
    }

    public function test_whoever_wants_to_pay_meanwhile_is_told_so_at_once_and_nothing_is_begun(): void
    {
        $client = $this->client();
        $invoice = $this->issued($client);
        $user = $this->payer($client);
        $this->plugin()->silences()->begin('stripe');
        $this->falls_silent();
        $begun = hrtime(true);
        $answer = $this->rest('POST', "/counterfoil/v1/portal/invoices/{$invoice->id}/payments", [], $user);

        self::assertLessThan(1.0, (hrtime(true) - $begun) / 1_000_000_000);
        self::assert_status(503, $answer);
        self::assertSame('Online payments aren’t available right now. You weren’t charged. Please try again in a few minutes.', $answer->get_data()['message']);
        self::assertSame(0, $this->rows_in('payments'));

        $this->speaks_again();
        $this->later(61);
        self::assert_status(201, $this->rest('POST', "/counterfoil/v1/portal/invoices/{$invoice->id}/payments", [], $user));
    }

    public function test_a_connection_that_is_cut_is_no_silence(): void
    {
        $payment = $this->begun($this->issued($this->client()));
        $this->stripe->control('POST', 'faults', ['kind' => 'cut-before', 'times' => 1, 'match' => ['method' => 'GET', 'path' => '/v1/payment_intents/*']]);
        $this->refreshed($payment);

        self::assertNull($this->plugin()->silences()->since('stripe'));
    }
}

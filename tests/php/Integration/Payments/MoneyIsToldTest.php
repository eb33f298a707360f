<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Payments;

use Counterfoil\Tests\Support\IntegrationTestCase;
use Counterfoil\Tests\Support\ListensToHooks;

/** Each movement of money leaves its events and fires its hooks once, after the commit, whoever asks and however often. */
final class MoneyIsToldTest extends IntegrationTestCase
{
    use ListensToHooks;
    use PaysInvoices;

    private int $staff;

    protected function setUp(): void
    {
        parent::setUp();
        $this->connect_stripe();
        $this->staff = $this->administrator();
    }

    public function test_a_card_payment_and_its_refund(): void
    {
        $invoice = $this->issued($this->client());
        $this->listen();
        $payment = $this->begun($invoice);
        $this->told(['payment.started'], []);
        $this->confirm($payment);
        $this->refreshed($payment);
        $this->told(['payment.succeeded', 'invoice.paid'], ['payment_succeeded', 'invoice_paid']);
        $this->refreshed($payment);
        $this->told([], []);

        $answer = $this->rest('POST', "/counterfoil/v1/payments/{$payment->id}/refunds", ['amount' => ['amount' => 1000, 'currency' => 'EUR'], 'reason' => 'Too much'], $this->staff, ['Idempotency-Key' => 'once']);
        self::assert_status(200, $answer);
        $this->told(['refund.started', 'refund.made'], ['refund_made']);
        self::assert_status(200, $this->rest('POST', "/counterfoil/v1/payments/{$payment->id}/refunds", ['amount' => ['amount' => 1000, 'currency' => 'EUR'], 'reason' => 'Too much'], $this->staff, ['Idempotency-Key' => 'once']));
        $this->told([], []);
    }

    public function test_money_that_is_recorded_by_hand(): void
    {
        $invoice = $this->issued($this->client());
        $this->listen();
        $half = intdiv($invoice->total, 2);
        foreach ([[$half, []], [$invoice->total - $half, ['invoice.paid']]] as [$amount, $more]) {
            self::assert_status(200, $this->rest('POST', "/counterfoil/v1/invoices/{$invoice->id}/offline-payments", [
                'amount' => ['amount' => $amount, 'currency' => 'EUR'],
                'method' => 'bank_transfer',
                'paid_on' => $this->day(),
                'reference' => '',
                'send_receipt' => false,
            ], $this->staff));
            $this->told(['payment.recorded_offline', ...$more], ['payment_succeeded', ...($more === [] ? [] : ['invoice_paid'])]);
        }
    }

    public function test_an_invoice_that_is_void(): void
    {
        $invoice = $this->issued($this->client());
        $this->listen();
        self::assert_status(200, $this->rest('POST', "/counterfoil/v1/invoices/{$invoice->id}/void", null, $this->staff));
        $this->told(['invoice.voided'], ['invoice_voided']);
        self::assert_status(409, $this->rest('POST', "/counterfoil/v1/invoices/{$invoice->id}/void", null, $this->staff));
        $this->told([], []);
    }

    /** Nothing to pay is paid: the same is told as of money that came. */
    public function test_an_invoice_over_nothing(): void
    {
        $client = $this->client();
        $this->listen();
        $this->issued($client, ['lines' => [['unit_price' => 0] + $this->line()]]);
        self::assertSame(1, $this->fired['counterfoil_invoice_paid'] ?? 0);
        self::assertSame(1, $this->fired['counterfoil_invoice_issued'] ?? 0);
    }
}

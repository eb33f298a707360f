<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Payments;

use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\Settlement;
use Counterfoil\Payments\Offline\OfflineMethod;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Payments\PaymentState;
use Counterfoil\Payments\Portal\PayPagesModule;
use Counterfoil\Payments\Refunds\RefundsModule;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Support\FitsContract;
use Counterfoil\Tests\Support\IntegrationTestCase;
use Counterfoil\Tests\Support\ReadsOverview;

/** An invoice is paid in another way while somebody pays it: what could still be charged is ended, and asked about until that is known. */
final class ClosedWhilePayingTest extends IntegrationTestCase
{
    use FitsContract;
    use PaysInvoices;
    use ReadsOverview;

    protected function setUp(): void
    {
        parent::setUp();
        $this->connect_stripe();
    }

    public function test_abuse_34_marked_as_paid_while_the_gateway_begins_a_payment(): void
    {
        $invoice = $this->issued($this->client());
        $is_first = true;
        add_filter('http_request_args', function (array $arguments, string $url) use ($invoice, &$is_first): array {
            if ($is_first && str_ends_with($url, '/v1/payment_intents') && ($arguments['method'] ?? '') === 'POST') {
                $is_first = false;
                $this->mark_paid($invoice);
            }

            return $arguments;
        }, 10, 2);

        try {
            $this->plugin()->module(PaymentsModule::class)->pay()->handle($invoice->id, $invoice->client_id, Actor::contact(1, 'Ada Lindqvist'));
            self::fail('A way to pay was handed out.');
        } catch (DomainError $error) {
            self::assertSame('nothing_due', $error->reason);
        }

        self::assertFalse($is_first);
        $this->assert_cannot_be_charged($invoice);
    }

    public function test_abuse_34_a_cancel_that_is_not_answered_is_settled_by_the_worker(): void
    {
        $invoice = $this->issued($this->client());
        $payment = $this->begun($invoice);
        $silence = ['kind' => 'cut-before', 'times' => 4];
        $this->stripe->control('POST', 'faults', $silence + ['match' => ['method' => 'POST', 'path' => '/v1/payment_intents/*']]);
        $this->stripe->control('POST', 'faults', $silence + ['match' => ['method' => 'GET', 'path' => '/v1/payment_intents/*']]);
        $this->mark_paid($invoice);
        self::assertTrue($this->plugin()->module(PaymentsModule::class)->payments()->get($payment->id, Viewer::system())->is_under_way);

        // It is asked every few minutes, and not ever more seldom.
        for ($minutes = 0; $minutes < 15; $minutes += 5) {
            $this->later(300);
        }

        $this->assert_cannot_be_charged($invoice);
    }

    public function test_whoever_has_the_form_open_is_given_nothing_to_pay_with_any_more(): void
    {
        $invoice = $this->issued($this->client());
        $payment = $this->begun($invoice);
        $module = $this->plugin()->module(PaymentsModule::class);
        self::assertNotNull($this->plugin()->module(PayPagesModule::class)->portal_resource()->to_wire($module->refresh()->handle($payment->id, Viewer::system()))['gateway']);
        $this->stripe->control('POST', 'faults', ['kind' => 'cut-before', 'times' => 2, 'match' => ['method' => 'POST', 'path' => '/v1/payment_intents/*']]);
        $this->mark_paid($invoice);

        self::assertNull($this->plugin()->module(PayPagesModule::class)->portal_resource()->to_wire($module->refresh()->handle($payment->id, Viewer::system()))['gateway']);
    }

    /** It could not be ended in time: nothing is lost, the agency hears of it by mail and on the overview, and can give it back. */
    public function test_abuse_64_money_that_comes_anyway_is_credit_and_the_agency_is_told(): void
    {
        $settings = $this->plugin()->settings();
        $settings->set('business', ['email' => 'office@agency.test', 'name' => 'Agency'] + $settings->get('business'));
        $invoice = $this->issued($this->client());
        $payment = $this->begun($invoice);
        foreach (['GET', 'POST'] as $method) {
            $this->stripe->control('POST', 'faults', ['kind' => 'cut-before', 'times' => 4, 'match' => ['method' => $method, 'path' => '/v1/payment_intents/*']]);
        }
        $this->mark_paid($invoice);
        $this->stripe->control('DELETE', 'faults');
        $this->confirm($payment);
        $this->later(200);

        self::assertSame([Settlement::Paid, 12300], [$this->invoice_now($invoice)->settlement, $this->invoice_now($invoice)->credit()->amount]);
        self::assertSame(1, $this->rows_in('outbox', "message = 'unusual_payment' AND recipient = 'office@agency.test'"));
        $problems = fn (): array => self::notices($this->overview_of($this->administrator()), 'money');
        self::assertSame([[$invoice->number, 'Harbour & Pine', 'This payment was received after the invoice was paid. The excess was added to the client’s credit balance.']], $problems());

        $this->plugin()->module(RefundsModule::class)->refund()->handle($payment->id, $payment->amount, '', Viewer::system(), 'back');
        self::assertSame([], $problems());
    }

    private function mark_paid(Invoice $invoice): void
    {
        $this->plugin()->module(PaymentsModule::class)->record_offline()->handle($invoice->id, $invoice->total(), OfflineMethod::BankTransfer, $this->day(), '', false, Actor::system(), "bank-{$invoice->id}");
    }

    private function assert_cannot_be_charged(Invoice $invoice): void
    {
        $cards = array_filter($this->plugin()->module(PaymentsModule::class)->payments()->of_invoice($invoice->id, Viewer::system()), static fn (Payment $payment): bool => $payment->gateway_payment_id !== null);
        self::assertCount(1, $cards);
        foreach ($cards as $card) {
            self::assertSame([PaymentState::Cancelled, false], [$card->state, $card->is_under_way]);
            $this->confirm($card);
        }
        self::assertSame(0, $this->ledger()['charges']);
        self::assertSame([Settlement::Paid, 0], [$this->invoice_now($invoice)->settlement, $this->invoice_now($invoice)->credit()->amount]);
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Payments;

use Counterfoil\Invoices\Settlement;
use Counterfoil\Payments\PaymentResource;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Payments\PaymentState;
use Counterfoil\Plugin;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Support\FitsContract;
use Counterfoil\Tests\Support\IntegrationTestCase;

/** From the click on Pay to the receipt. */
final class PayInvoiceTest extends IntegrationTestCase
{
    use FitsContract;
    use PaysInvoices;

    protected function setUp(): void
    {
        parent::setUp();
        $this->connect_stripe();
    }

    public function test_a_card_pays_an_invoice(): void
    {
        $client = $this->client();
        $invoice = $this->issued($client);
        $user = $this->payer($client);

        $ready = self::fits('portal.pay', $this->rest('POST', "/counterfoil/v1/portal/invoices/{$invoice->id}/payments", [], $user));
        self::assertSame('ready', $ready['state']);
        self::assertSame(['amount' => 12300, 'currency' => 'EUR'], $ready['amount']);
        self::assertSame('pk_test_AGENCY_publicpublic9999', $ready['gateway']['params']['publishable_key']);
        self::assertStringContainsString('_secret_', $ready['gateway']['params']['client_secret']);
        $payment = $this->plugin()->module(PaymentsModule::class)->payments()->get($ready['id'], Viewer::system());
        $this->confirm($payment);

        $done = self::fits('portal.payment', $this->rest('POST', "/counterfoil/v1/portal/payments/{$payment->id}/refresh", [], $user));
        self::assertSame('succeeded', $done['state']);
        self::assertNull($done['gateway']);

        $paid = $this->plugin()->module(PaymentsModule::class)->payments()->get($payment->id, Viewer::system());
        self::assertSame('Visa ending in 4242', (new PaymentResource())->to_wire($paid)['method']);
        self::assertFalse($paid->is_under_way);
        self::assertSame(Settlement::Paid, $this->invoice_now($invoice)->settlement);
        self::assertSame(['payment.started', 'payment.succeeded', 'invoice.paid'], array_slice($this->happened($invoice->id), -3));
        self::assertSame(1, $this->rows_in('outbox', "message = 'receipt'"));
        $this->assert_books_agree();
    }

    public function test_a_declined_card_says_why_and_another_goes_through(): void
    {
        $invoice = $this->issued($this->client());
        $payment = $this->begun($invoice);
        $this->confirm($payment, '4000000000009995');

        $failed = $this->refreshed($payment);
        self::assertSame(PaymentState::Failed, $failed->state);
        self::assertTrue($failed->is_under_way);
        self::assertSame('Your card has insufficient funds. Please use another card.', $failed->failure_in_words());
        $this->refreshed($payment);
        self::assertSame(['payment.failed'], array_slice($this->happened($invoice->id), -1));
        self::assertSame(1, count(array_keys($this->happened($invoice->id), 'payment.failed', true)), 'One failure is one event, however often it is looked at.');

        $this->confirm($payment, '4000000000000069');
        self::assertSame('expired_card', $this->refreshed($payment)->failure_code);
        $this->confirm($payment);
        self::assertSame(PaymentState::Succeeded, $this->refreshed($payment)->state);
        self::assertSame(1, $this->calls('/v1/payment_intents'));
        $this->assert_books_agree();
    }

    public function test_a_card_with_3d_secure_asks_and_goes_through(): void
    {
        $invoice = $this->issued($this->client());
        $payment = $this->begun($invoice);
        $this->confirm($payment, '4000002760003184');
        self::assertSame(PaymentState::RequiresAction, $this->refreshed($payment)->state);

        $this->stripe->control('POST', "payment_intents/{$payment->gateway_payment_id}/advance", ['outcome' => 'succeeded']);
        self::assertSame(PaymentState::Succeeded, $this->refreshed($payment)->state);
    }

    public function test_a_slow_payment_is_processing_until_it_is_there(): void
    {
        $invoice = $this->issued($this->client());
        $payment = $this->begun($invoice);
        $this->confirm($payment, 'pm_card_processing');
        self::assertSame(PaymentState::Processing, $this->refreshed($payment)->state);
        $again = $this->begun($invoice);
        self::assertSame($payment->id, $again->id);

        $this->stripe->control('POST', "payment_intents/{$payment->gateway_payment_id}/advance", ['outcome' => 'succeeded']);
        $this->later(600);
        self::assertSame(Settlement::Paid, $this->invoice_now($invoice)->settlement);
    }

    public function test_closing_the_tab_loses_nothing(): void
    {
        $invoice = $this->issued($this->client());
        $this->confirm($this->begun($invoice));

        $this->later(180);

        self::assertSame(Settlement::Paid, $this->invoice_now($invoice)->settlement);
        self::assertSame(1, $this->rows_in('outbox', "message = 'receipt'"));
        $this->later(7200);
        self::assertSame(1, $this->rows_in('outbox', "message = 'receipt'"), 'One receipt, however often the worker runs.');
    }

    public function test_coming_back_shows_what_became_of_the_own_payments(): void
    {
        $client = $this->client();
        $other = $this->client('Other', 'o@x.test');
        $invoice = $this->issued($client);
        $theirs = $this->issued($other);
        $this->confirm($this->begun($invoice));
        $this->confirm($this->begun($theirs));

        $this->plugin()->module(PaymentsModule::class)->catch_up()->handle($client->id);

        self::assertSame(Settlement::Paid, $this->invoice_now($invoice)->settlement);
        self::assertSame(Settlement::Unpaid, $this->invoice_now($theirs)->settlement);
    }

    public function test_coming_back_asks_only_about_what_was_just_left_and_bears_no_answer(): void
    {
        $client = $this->client();
        $payment = $this->begun($this->issued($client));
        $this->confirm($payment);
        $this->stripe->control('POST', 'faults', ['kind' => '500', 'match' => ['method' => 'GET', 'path' => '/v1/payment_intents/*'], 'times' => 1]);
        $this->plugin()->module(PaymentsModule::class)->catch_up()->handle($client->id);
        self::assertTrue($this->plugin()->module(PaymentsModule::class)->payments()->get($payment->id, Viewer::system())->is_under_way);

        $this->plugin()->database()->update('payments', ['created_at' => Timestamps::to_row($this->plugin()->clock()->now()->modify('-21 minutes'))], ['id' => $payment->id]);
        $this->plugin()->module(PaymentsModule::class)->catch_up()->handle($client->id);
        self::assertTrue($this->plugin()->module(PaymentsModule::class)->payments()->get($payment->id, Viewer::system())->is_under_way);

        $this->plugin()->database()->update('payments', ['created_at' => Timestamps::to_row($this->plugin()->clock()->now()->modify('-19 minutes'))], ['id' => $payment->id]);
        $this->plugin()->module(PaymentsModule::class)->catch_up()->handle($client->id);
        self::assertFalse($this->plugin()->module(PaymentsModule::class)->payments()->get($payment->id, Viewer::system())->is_under_way);
    }

    public function test_a_payment_nobody_goes_on_with_ends_after_a_day(): void
    {
        $invoice = $this->issued($this->client());
        $payment = $this->begun($invoice);

        $this->later(86_500);

        $ended = $this->plugin()->module(PaymentsModule::class)->payments()->get($payment->id, Viewer::system());
        self::assertSame(PaymentState::Cancelled, $ended->state);
        self::assertFalse($ended->is_under_way);
        self::assertNotSame($payment->id, $this->begun($invoice)->id);
    }

    public function test_a_declined_payment_that_is_given_up_keeps_its_reason(): void
    {
        $payment = $this->begun($this->issued($this->client()));
        $this->confirm($payment, '4000000000009995');
        $this->refreshed($payment);

        $this->later(90_000);

        $ended = $this->plugin()->module(PaymentsModule::class)->payments()->get($payment->id, Viewer::system());
        self::assertSame(PaymentState::Cancelled, $ended->state);
        self::assertSame('insufficient_funds', $ended->failure_code);
    }

    public function test_an_invoice_whose_payment_form_is_open_can_be_declared_void(): void
    {
        $invoice = $this->issued($this->client());
        $payment = $this->begun($invoice);

        $answer = self::fits('invoices.void', $this->rest('POST', "/counterfoil/v1/invoices/{$invoice->id}/void", ['reason' => ''], $this->administrator(), ['Idempotency-Key' => 'void']));

        self::assertSame('void', $answer['state']);
        self::assertSame(PaymentState::Cancelled, $this->plugin()->module(PaymentsModule::class)->payments()->get($payment->id, Viewer::system())->state);
        $this->confirm($payment);
        self::assertSame(0, $this->ledger()['charges']);
    }

    public function test_an_invoice_that_is_being_paid_cannot_be_declared_void(): void
    {
        $invoice = $this->issued($this->client());
        $payment = $this->begun($invoice);
        $this->confirm($payment);

        self::refused(409, [], $this->rest('POST', "/counterfoil/v1/invoices/{$invoice->id}/void", ['reason' => ''], $this->administrator()));
        self::assertSame(Settlement::Paid, $this->invoice_now($invoice)->settlement);
    }

    public function test_amounts_that_cards_cannot_be_charged_are_refused_clearly(): void
    {
        $tiny = $this->issued($this->client(), ['lines' => [$this->line(['unit_price' => 30, 'tax' => ['name' => 'VAT', 'rate' => '0', 'category' => 'O']])]]);
        $client = $this->client('Gulf', 'amir@gulf.test', '', 'KWD');
        $fine = $this->issued($client, ['currency' => 'KWD', 'lines' => [$this->line(['unit_price' => 12345, 'tax' => ['name' => 'VAT', 'rate' => '0', 'category' => 'O']])]]);
        $user = $this->payer($client, 'amir@gulf.test');

        self::refused(409, [], $this->rest('POST', "/counterfoil/v1/portal/invoices/{$fine->id}/payments", [], $user));
        $refusal = $this->rest('POST', "/counterfoil/v1/portal/invoices/{$fine->id}/payments", [], $user)->get_data();
        self::assertSame('counterfoil_amount_too_fine', $refusal['code']);
        try {
            $this->begun($tiny);
            self::fail('Below the least amount.');
        } catch (\Counterfoil\Shared\DomainError $error) {
            self::assertStringContainsString('€0.50', $error->getMessage());
        }
        self::assertSame(0, $this->rows_in('payments'));
        self::assertSame(0, $this->calls('/v1/payment_intents'));
    }

    public function test_currencies_without_and_with_three_decimals_arrive_as_they_are(): void
    {
        foreach (['JPY' => 5000, 'KWD' => 12340, 'ISK' => 900] as $currency => $amount) {
            $client = $this->client("In {$currency}", strtolower("{$currency}@harbour.test"), '', $currency);
            $invoice = $this->issued($client, ['currency' => $currency, 'lines' => [$this->line(['unit_price' => $amount, 'tax' => ['name' => 'VAT', 'rate' => '0', 'category' => 'O']])]]);
            $payment = $this->paid($invoice);
            self::assertSame($amount, $payment->received->amount);
            self::assertNull($payment->flag);
            self::assertSame(Settlement::Paid, $this->invoice_now($invoice)->settlement);
        }
        self::assertSame(90000, $this->ledger('isk')['charged'], 'Stripe writes whole krónur with two decimals.');
        self::assertSame(5000, $this->ledger('jpy')['charged']);
        self::assertSame(12340, $this->ledger('kwd')['charged']);
    }

    public function test_without_keys_cards_are_not_offered(): void
    {
        Plugin::instance()->settings()->set('stripe', []);
        $client = $this->client();
        $invoice = $this->issued($client);

        self::assert_status(503, $this->rest('POST', "/counterfoil/v1/portal/invoices/{$invoice->id}/payments", [], $this->payer($client)));
        self::assertSame(0, $this->rows_in('payments'));
    }
}

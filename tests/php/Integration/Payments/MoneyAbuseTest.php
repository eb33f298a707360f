<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Payments;

use Counterfoil\Activity\Actor;
use Counterfoil\Invoices\Settlement;
use Counterfoil\Payments\OfflineMethod;
use Counterfoil\Payments\PaymentState;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Tests\Support\FitsContract;
use Counterfoil\Tests\Support\IntegrationTestCase;

/** The money part of the list of abuse cases; each test is named after its number there. */
final class MoneyAbuseTest extends IntegrationTestCase
{
    use FitsContract;
    use PaysInvoices;

    protected function setUp(): void
    {
        parent::setUp();
        $this->connect_stripe();
    }

    public function test_abuse_01_somebody_elses_payment_looks_like_none(): void
    {
        $ours = $this->client();
        $theirs = $this->client('Other', 'eve@other.test');
        $payment = $this->begun($this->issued($ours));
        $eve = $this->payer($theirs, 'eve@other.test');
        $calls = count($this->gatekeeper->requests);

        $foreign = $this->rest('POST', "/counterfoil/v1/portal/payments/{$payment->id}/refresh", [], $eve);
        $missing = $this->rest('POST', '/counterfoil/v1/portal/payments/999999/refresh', [], $eve);
        self::assert_status(404, $foreign);
        self::assertSame($missing->get_data(), $foreign->get_data());
        $foreign = $this->rest('POST', "/counterfoil/v1/portal/invoices/{$payment->invoice_id}/payments", [], $eve);
        $missing = $this->rest('POST', '/counterfoil/v1/portal/invoices/999999/payments', [], $eve);
        self::assert_status(404, $foreign);
        self::assertSame($missing->get_data(), $foreign->get_data());

        self::assertCount($calls, $this->gatekeeper->requests);
        self::assertSame(1, $this->rows_in('payments'));
    }

    public function test_abuse_03_who_may_only_look_does_not_pay(): void
    {
        $client = $this->client();
        $invoice = $this->issued($client);
        $user = $this->payer($client);
        $role = $this->plugin()->database->insert('roles', ['slug' => 'view-only', 'name' => 'View only', 'built_in' => 1, 'permissions' => '["billing.view"]']);
        $this->plugin()->database->update('contacts', ['role_id' => $role], ['user_id' => $user]);

        self::assert_status(403, $this->rest('POST', "/counterfoil/v1/portal/invoices/{$invoice->id}/payments", [], $user));
        self::assert_status(403, $this->rest('POST', "/counterfoil/v1/portal/invoices/{$invoice->id}/payments", [], $this->user()));
        self::assert_status(401, $this->rest('POST', "/counterfoil/v1/portal/invoices/{$invoice->id}/payments", []));

        self::assertSame(0, $this->rows_in('payments'));
        $this->assert_no_request();
    }

    public function test_abuse_12_and_13_a_stale_nonce_and_a_link_pay_nothing(): void
    {
        $client = $this->client();
        $invoice = $this->issued($client);
        $user = $this->payer($client);

        self::assert_status(403, $this->rest('POST', "/counterfoil/v1/portal/invoices/{$invoice->id}/payments", [], $user, nonce: 'stale'));
        self::assert_status(401, $this->rest('POST', "/counterfoil/v1/portal/invoices/{$invoice->id}/payments", [], $user, nonce: null));
        self::assertContains($this->rest('GET', "/counterfoil/v1/portal/invoices/{$invoice->id}/payments", null, $user)->get_status(), [404, 405]);

        self::assertSame(0, $this->rows_in('payments'));
        $this->assert_no_request();
    }

    public function test_abuse_27_an_amount_from_the_browser_is_refused(): void
    {
        $client = $this->client();
        $invoice = $this->issued($client);
        $user = $this->payer($client);
        foreach (['amount' => 1, 'currency' => 'JPY', 'client_id' => 1, 'invoice_id' => 1, 'state' => 'succeeded'] as $field => $value) {
            self::refused(400, ["/{$field}"], $this->rest('POST', "/counterfoil/v1/portal/invoices/{$invoice->id}/payments", [$field => $value], $user));
        }
        self::assertSame(0, $this->rows_in('payments'));
        self::assertSame(0, $this->calls('/v1/payment_intents'));

        $this->rest('POST', "/counterfoil/v1/portal/invoices/{$invoice->id}/payments", [], $user);
        $asked = $this->stripe->control('GET', 'requests?method=POST&path=/v1/payment_intents')['requests'];
        self::assertCount(1, $asked);
        wp_parse_str($asked[0]['body'], $fields);
        self::assertSame(['12300', 'eur'], [$fields['amount'], $fields['currency']]);
    }

    public function test_abuse_28_the_intent_of_another_invoice_settles_nothing(): void
    {
        $first = $this->begun($this->issued($this->client()));
        $invoice = $this->issued($this->client('Other', 'eve@other.test'));
        $second = $this->begun($invoice);
        $this->confirm($first);
        // Somebody manages to put the paid intent of one invoice into the payment of another.
        $this->plugin()->database->update('payments', ['gateway_payment_id' => null], ['id' => $first->id]);
        $this->plugin()->database->update('payments', ['gateway_payment_id' => $first->gateway_payment_id], ['id' => $second->id]);

        try {
            $this->plugin()->payments->refresh()->handle($second->id, $second->client_id);
            self::fail('It was taken for its own.');
        } catch (DomainError $error) {
            self::assertSame(409, $error->status);
        }

        self::assertSame(Settlement::Unpaid, $this->invoice_now($invoice)->settlement);
        self::assertSame(0, $this->rows_in('outbox', "message = 'receipt'"));
        self::assertNotSame('', $this->plugin()->payments->payments()->get($second->id)->flag);
        self::assertSame('payment.flagged', $this->last_event($invoice));
    }

    public function test_abuse_29_another_amount_is_recorded_and_flagged(): void
    {
        $less = $this->issued($this->client());
        $payment = $this->begun($less);
        $this->stripe->control('POST', 'tamper', ['payment_intent' => $payment->gateway_payment_id, 'amount' => 10000]);
        $payment = $this->refreshed($payment);
        self::assertSame([PaymentState::Succeeded, 10000], [$payment->state, $payment->received->amount]);
        self::assertStringContainsString('€123.00', $payment->flag);
        self::assertSame(Settlement::PartPaid, $this->invoice_now($less)->settlement);
        self::assertNotContains('invoice.paid', $this->happened($less->id));

        $more = $this->issued($this->client('More', 'mo@more.test'));
        $payment = $this->begun($more);
        $this->stripe->control('POST', 'tamper', ['payment_intent' => $payment->gateway_payment_id, 'amount' => 20000]);
        $payment = $this->refreshed($payment);
        self::assertNotSame('', $payment->flag);
        $invoice = $this->invoice_now($more);
        self::assertSame([Settlement::Paid, 7700], [$invoice->settlement, $invoice->credit()->amount]);
    }

    public function test_abuse_29_another_currency_is_recorded_and_settles_nothing(): void
    {
        $invoice = $this->issued($this->client());
        $payment = $this->begun($invoice);
        $this->stripe->control('POST', 'tamper', ['payment_intent' => $payment->gateway_payment_id, 'currency' => 'usd']);
        $payment = $this->refreshed($payment);

        self::assertSame([PaymentState::Succeeded, 0], [$payment->state, $payment->received->amount]);
        self::assertStringContainsString('$123.00', $payment->flag);
        self::assertSame(Settlement::Unpaid, $this->invoice_now($invoice)->settlement);
        self::assertSame(0, $this->rows_in('outbox', "message = 'receipt'"));
    }

    public function test_abuse_33_a_draft_a_void_a_paid_and_a_refunded_invoice_are_not_paid(): void
    {
        $client = $this->client();
        $user = $this->payer($client);
        $draft = $this->draft($client);
        $void = $this->issued($client);
        $this->plugin()->invoices->void()->handle($void->id, Actor::system());
        $paid = $this->issued($client);
        $this->paid($paid);
        $refunded = $this->issued($client);
        $this->plugin()->payments->refund()->handle($this->paid($refunded)->id, $refunded->total(), '', Actor::system(), 'all');
        $rows = $this->rows_in('payments');
        $charges = $this->ledger()['charges'];
        $begun = $this->calls('/v1/payment_intents');

        foreach ([$void, $paid, $refunded] as $invoice) {
            self::refused(409, [], $this->rest('POST', "/counterfoil/v1/portal/invoices/{$invoice->id}/payments", [], $user));
        }
        // Of drafts the client knows nothing.
        self::assert_status(404, $this->rest('POST', "/counterfoil/v1/portal/invoices/{$draft->id}/payments", [], $user));
        $body = ['amount' => ['amount' => 12300, 'currency' => 'EUR'], 'method' => 'cash', 'paid_on' => $this->day(), 'reference' => '', 'send_receipt' => true];
        foreach ([$draft, $void, $paid, $refunded] as $invoice) {
            self::refused(409, [], $this->rest('POST', "/counterfoil/v1/invoices/{$invoice->id}/offline-payments", $body, $this->administrator()));
        }

        self::assertSame($rows, $this->rows_in('payments'));
        self::assertSame($charges, $this->ledger()['charges']);
        self::assertSame($begun, $this->calls('/v1/payment_intents'));
    }

    public function test_abuse_34_marked_paid_while_a_card_is_open_ends_the_card_payment(): void
    {
        $invoice = $this->issued($this->client());
        $payment = $this->begun($invoice);

        $this->plugin()->payments->record_offline()->handle($invoice->id, $invoice->total(), OfflineMethod::BankTransfer, $this->day(), '', true, Actor::system(), 'bank');

        self::assertSame(PaymentState::Cancelled, $this->plugin()->payments->payments()->get($payment->id)->state);
        $this->confirm($payment);
        self::assertSame(0, $this->ledger()['charges'], 'The open card form can’t take the money any more.');
        self::assertSame(Settlement::Paid, $this->invoice_now($invoice)->settlement);
        self::assertSame(0, $this->invoice_now($invoice)->credit()->amount);
    }

    public function test_abuse_34_money_of_both_is_recorded_and_the_surplus_is_credit(): void
    {
        foreach (['it has just gone through' => '4242424242424242', 'the bank is at it' => 'pm_card_processing'] as $name => $card) {
            $invoice = $this->issued($this->client($name, md5($name) . '@harbour.test'));
            $payment = $this->begun($invoice);
            $this->confirm($payment, $card);

            $this->plugin()->payments->record_offline()->handle($invoice->id, $invoice->total(), OfflineMethod::BankTransfer, $this->day(), '', true, Actor::system(), md5($name));
            if ($card === 'pm_card_processing') {
                $this->stripe->control('POST', "payment_intents/{$payment->gateway_payment_id}/advance", ['outcome' => 'succeeded']);
                $this->later(600);
            }

            $now = $this->invoice_now($invoice);
            self::assertSame([Settlement::Paid, 24600, 12300], [$now->settlement, $now->paid, $now->credit()->amount], $name);
            self::assertSame(1, count(array_keys($this->happened($invoice->id), 'invoice.paid', true)), $name);
        }
        $this->assert_books_agree();
    }

    public function test_abuse_34_a_part_paid_offline_leaves_the_rest_to_the_card(): void
    {
        $invoice = $this->issued($this->client());
        $open = $this->begun($invoice);
        $body = ['amount' => ['amount' => 2300, 'currency' => 'EUR'], 'method' => 'cheque', 'paid_on' => $this->day(-1), 'reference' => 'No. 17', 'send_receipt' => false];
        $answer = self::fits('invoices.mark-paid', $this->rest('POST', "/counterfoil/v1/invoices/{$invoice->id}/offline-payments", $body, $this->administrator(), ['Idempotency-Key' => 'a']));
        self::assertSame('part_paid', $answer['state']);
        self::assertSame('Cheque', $answer['payments'][1]['method']);
        self::assertSame(0, $this->rows_in('outbox', "message = 'receipt'"));

        $rest = $this->begun($invoice);
        self::assertNotSame($open->id, $rest->id);
        self::assertSame(10000, $rest->amount->amount);
        $this->confirm($rest);
        $this->refreshed($rest);
        self::assertSame(Settlement::Paid, $this->invoice_now($invoice)->settlement);
        self::assertSame(0, $this->invoice_now($invoice)->credit()->amount);
    }

    public function test_offline_money_is_recorded_once_for_a_key_and_checked(): void
    {
        $invoice = $this->issued($this->client());
        $staff = $this->administrator();
        $body = ['amount' => ['amount' => 300, 'currency' => 'EUR'], 'method' => 'cash', 'paid_on' => $this->day(), 'reference' => '', 'send_receipt' => true];
        $path = "/counterfoil/v1/invoices/{$invoice->id}/offline-payments";

        self::assert_status(200, $this->rest('POST', $path, $body, $staff, ['Idempotency-Key' => 'k']));
        self::assert_status(200, $this->rest('POST', $path, $body, $staff, ['Idempotency-Key' => 'k']));
        self::assertSame(1, $this->rows_in('payments'));
        // The process was killed before its answer was kept: sent again, it goes on where it was.
        $this->plugin()->database->delete('idempotency_keys', ['idempotency_key' => 'k']);
        self::assert_status(200, $this->rest('POST', $path, $body, $staff, ['Idempotency-Key' => 'k']));
        self::assertSame(1, $this->rows_in('payments'));

        self::refused(400, ['/amount/amount'], $this->rest('POST', $path, ['amount' => ['amount' => 12001, 'currency' => 'EUR']] + $body, $staff));
        self::refused(400, ['/amount/amount'], $this->rest('POST', $path, ['amount' => ['amount' => 0, 'currency' => 'EUR']] + $body, $staff));
        self::refused(400, ['/amount/currency'], $this->rest('POST', $path, ['amount' => ['amount' => 1, 'currency' => 'USD']] + $body, $staff));
        self::refused(400, ['/paid_on'], $this->rest('POST', $path, ['paid_on' => $this->day(2)] + $body, $staff));
        self::refused(400, ['/paid_on'], $this->rest('POST', $path, ['paid_on' => '2026-02-30'] + $body, $staff));
        self::assertSame(1, $this->rows_in('payments'));
        self::assertSame(300, $this->invoice_now($invoice)->paid);
    }

    public function test_abuse_36_keys_of_another_account_or_mode_do_not_meddle_with_open_payments(): void
    {
        $invoice = $this->issued($this->client());
        $payment = $this->begun($invoice);
        $staff = $this->administrator();
        $path = '/counterfoil/v1/settings/payments';

        self::refused(409, [], $this->rest('PUT', $path, ['mode' => 'test', 'statement_descriptor' => '', 'test' => ['secret_key' => 'sk_test_OTHER_secretsecret']], $staff));
        self::refused(409, [], $this->rest('PUT', $path, ['mode' => 'live', 'statement_descriptor' => ''], $staff));
        self::refused(409, [], $this->rest('PUT', $path, ['mode' => 'test', 'statement_descriptor' => '', 'test' => ['secret_key' => '']], $staff));
        self::assertSame(self::SECRET_KEY, $this->plugin()->stripe->settings()->keys('test')->secret_key);
        // Another key of the same account is fine.
        self::fits('payment-settings.update', $this->rest('PUT', $path, ['mode' => 'test', 'statement_descriptor' => '', 'test' => ['secret_key' => 'sk_test_AGENCY_rolledover0000']], $staff));

        $this->confirm($payment);
        self::assertSame(PaymentState::Succeeded, $this->refreshed($payment)->state);
        self::fits('payment-settings.update', $this->rest('PUT', $path, ['mode' => 'test', 'statement_descriptor' => '', 'test' => ['secret_key' => 'sk_test_OTHER_secretsecret']], $staff));
        // What the old account took can't be given back by the new one.
        $begun = $this->calls('/v1/refunds');
        self::refused(409, [], $this->rest('POST', "/counterfoil/v1/payments/{$payment->id}/refunds", ['amount' => ['amount' => 1, 'currency' => 'EUR'], 'reason' => ''], $staff));
        self::assertSame($begun, $this->calls('/v1/refunds'));
        self::assertSame(0, $this->rows_in('refunds'));
    }

    public function test_abuse_36_whoever_pays_is_not_told_of_accounts_and_keys(): void
    {
        $client = $this->client();
        $user = $this->payer($client);
        $payment = $this->begun($this->issued($client));
        $this->plugin()->database->update('payments', ['account' => 'acct_old'], ['id' => $payment->id]);

        $looked = $this->rest('POST', "/counterfoil/v1/portal/payments/{$payment->id}/refresh", [], $user);
        $again = $this->rest('POST', "/counterfoil/v1/portal/invoices/{$payment->invoice_id}/payments", [], $user);

        self::assertSame('processing', self::fits('portal.payment', $looked)['state']);
        self::refused(409, [], $again);
        self::assertDoesNotMatchRegularExpression('/acct_|stripe_|Stripe/', serialize([$looked->get_data()['message'], $again->get_data()]));
        self::assertSame(1, $this->rows_in('payments'));
        self::assertSame(1, $this->made('payment_intents'));
    }

    public function test_abuse_37_the_worker_run_twice_does_everything_once(): void
    {
        $payment = $this->begun($this->issued($this->client()));
        $this->confirm($payment);

        $this->later(600);
        $this->later(0);
        $this->later(600);

        self::assertSame(1, $this->rows_in('outbox', "message = 'receipt'"));
        self::assertSame(1, count(array_keys($this->happened($payment->invoice_id), 'payment.succeeded', true)));
        $this->assert_books_agree();
    }

    public function test_abuse_58_keys_are_nowhere_to_be_read(): void
    {
        $staff = $this->administrator();
        $answer = self::fits('payment-settings.get', $this->rest('GET', '/counterfoil/v1/settings/payments', null, $staff));
        self::assertSame('1234', $answer['test']['secret_key']['last4']);
        self::assertSame('5678', $answer['test']['webhook_secret']['last4']);
        $payment = $this->paid($this->issued($this->client()));
        $tested = self::fits('payment-settings.test', $this->rest('POST', '/counterfoil/v1/settings/payments/test', ['mode' => 'test'], $staff));
        self::assertTrue($tested['ok']);

        $database = $this->plugin()->database;
        $written = serialize([
            $answer,
            $tested,
            get_option('counterfoil_payments'),
            ...array_map(static fn (string $table): array => $database->rows("SELECT * FROM {$database->table($table)}"), ['events', 'payments', 'gateway_events', 'outbox', 'idempotency_keys']),
        ]);
        $secret = IntentSecret::of($this->stripe->url, (string) $payment->gateway_payment_id, self::SECRET_KEY);
        foreach ([self::SECRET_KEY, self::WEBHOOK_SECRET, $secret] as $needle) {
            self::assertStringNotContainsString($needle, $written);
        }
        self::assert_status(403, $this->rest('GET', '/counterfoil/v1/settings/payments', null, $this->user('editor')));
    }

    public function test_a_refused_key_is_said_without_being_shown(): void
    {
        $staff = $this->administrator();
        $this->rest('PUT', '/counterfoil/v1/settings/payments', ['mode' => 'test', 'statement_descriptor' => '', 'test' => ['secret_key' => 'sk_test_AGENCY_expired']], $staff);
        $tested = self::fits('payment-settings.test', $this->rest('POST', '/counterfoil/v1/settings/payments/test', ['mode' => 'test'], $staff));
        self::assertFalse($tested['ok']);
        self::assertStringNotContainsString('AGENCY_expired', $tested['message']);

        $invoice = $this->issued($this->client());
        try {
            $this->begun($invoice);
            self::fail('The key is refused.');
        } catch (DomainError $error) {
            self::assertSame(503, $error->status);
            self::assertStringNotContainsString('sk_', $error->getMessage());
        }
        self::assertSame(Money::of(12300, 'EUR')->amount, $this->invoice_now($invoice)->due()->amount);
    }
}

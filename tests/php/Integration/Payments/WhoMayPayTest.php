<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Payments;

use Counterfoil\Tests\Support\FitsContract;
use Counterfoil\Tests\Support\IntegrationTestCase;

/** Who begins a payment, and what they may say about it. */
final class WhoMayPayTest extends IntegrationTestCase
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
        $role = $this->plugin()->database()->insert('roles', ['slug' => 'view-only', 'name' => 'View only', 'built_in' => 1, 'permissions' => '["billing.view"]']);
        $this->plugin()->database()->update('contacts', ['role_id' => $role], ['user_id' => $user]);

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
}

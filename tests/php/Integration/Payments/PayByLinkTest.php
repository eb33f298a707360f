<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Payments;

use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\Issuing\IssuingModule;
use Counterfoil\Payments\Links\Bearer;
use Counterfoil\Payments\Links\LinksModule;
use Counterfoil\Payments\Links\Passes;
use Counterfoil\Payments\Links\PayLink;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Plugin;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Support\FitsContract;
use Counterfoil\Tests\Support\IntegrationTestCase;
use PHPUnit\Framework\Attributes\After;

/** Whoever holds a link pays its bill, and calls nothing else. */
final class PayByLinkTest extends IntegrationTestCase
{
    use FitsContract;
    use PaysInvoices;

    protected function setUp(): void
    {
        parent::setUp();
        $_COOKIE = [];
        $this->connect_stripe();
    }

    #[After]
    protected function forget_passes(): void
    {
        $_COOKIE = [];
    }

    public function test_a_bill_is_paid_without_a_login(): void
    {
        $invoice = $this->issued($this->client());
        $link = $this->pass($invoice);

        $started = $this->rest('POST', "/counterfoil/v1/portal/bills/{$link}/payments", []);
        self::assert_status(201, $started);
        $payment = $this->plugin()->module(PaymentsModule::class)->payments()->get((int) $started->get_data()['id'], Viewer::system());
        $this->confirm($payment);
        $done = $this->rest('POST', "/counterfoil/v1/portal/bills/{$link}/payments/{$payment->id}/refresh", []);
        self::assert_status(200, $done);
        self::assertSame('succeeded', $done->get_data()['state']);
        self::assertTrue($this->invoice_now($invoice)->due()->is_zero());
        // Who began it is the address the link was sent to.
        self::assertSame($this->link($invoice)->recipient, $this->value("SELECT actor_name FROM {events} WHERE type = 'payment.started'"));
        // The bank leads back to the page without the secret.
        self::assertStringContainsString('view=bill', (string) ((array) $started->get_data()['gateway']['params'])['return_url']);
        self::assertStringNotContainsString('bill-link', (string) wp_json_encode($started->get_data()));
        // Paid: it can be looked at for a while, and not paid again.
        self::assert_status(409, $this->rest('POST', "/counterfoil/v1/portal/bills/{$link}/payments", []));
        $this->assert_books_agree();
    }

    public function test_abuse_27_an_amount_from_the_browser_is_refused(): void
    {
        $link = $this->pass($this->issued($this->client()));
        foreach (['amount' => 1, 'currency' => 'JPY', 'client_id' => 1, 'invoice_id' => 1] as $field => $value) {
            self::refused(400, ["/{$field}"], $this->rest('POST', "/counterfoil/v1/portal/bills/{$link}/payments", [$field => $value]));
        }
        self::assertSame(0, $this->rows_in('payments'));
    }

    public function test_abuse_28_a_payment_of_another_bill_is_not_there(): void
    {
        $client = $this->client();
        $link = $this->pass($this->issued($client));
        $other = $this->begun($this->issued($client));
        $calls = count($this->gatekeeper->requests);

        $foreign = $this->rest('POST', "/counterfoil/v1/portal/bills/{$link}/payments/{$other->id}/refresh", []);
        self::assert_status(404, $foreign);
        self::assertSame($this->rest('POST', "/counterfoil/v1/portal/bills/{$link}/payments/999999/refresh", [])->get_data(), $foreign->get_data());
        self::assertCount($calls, $this->gatekeeper->requests);
    }

    public function test_abuse_32_pay_clicked_again_and_in_the_portal_is_one_charge(): void
    {
        $client = $this->client();
        $invoice = $this->issued($client);
        $link = $this->pass($invoice);
        for ($click = 0; $click < 4; ++$click) {
            self::assert_status(201, $this->rest('POST', "/counterfoil/v1/portal/bills/{$link}/payments", []));
        }
        $this->begun($invoice);

        self::assertSame(1, $this->rows_in('payments'));
        self::assertSame(1, $this->calls('/v1/payment_intents'));
    }

    public function test_abuse_33_a_void_bill_and_a_revoked_link_are_not_there(): void
    {
        $client = $this->client();
        [$void, $revoked] = [$this->issued($client), $this->issued($client)];
        [$one, $two] = [$this->pass($void), $this->pass($revoked)];
        $this->plugin()->module(IssuingModule::class)->void()->handle($void->id, Actor::system());
        $this->plugin()->module(LinksModule::class)->links()->revoke($revoked->id);

        foreach ([$one, $two] as $link) {
            self::assert_status(404, $this->rest('POST', "/counterfoil/v1/portal/bills/{$link}/payments", []));
        }
        self::assertSame(0, $this->rows_in('payments'));
    }

    public function test_abuse_55_a_pass_calls_no_other_operation(): void
    {
        $this->pass($this->issued($this->client()));
        foreach (Plugin::instance()->contract()->entries() as $id => $entry) {
            if (in_array($entry['needs'], ['link', 'visitor'], true)) {
                continue;
            }
            $path = '/counterfoil/v1' . strtr($entry['path'], ['{id}' => '1', '{payment}' => '1']);
            self::assert_status(401, $entry['method'] === 'GET' ? $this->rest('GET', $path) : $this->rest($entry['method'], $path, []));
        }
    }

    public function test_abuse_55_a_pass_ends_and_can_not_be_made_longer(): void
    {
        $invoice = $this->issued($this->client());
        $link = $this->pass($invoice);
        [$until, $signature] = explode('.', (string) $_COOKIE[Passes::name($link)]);
        $_COOKIE[Passes::name($link)] = ((int) $until + 3_600) . ".{$signature}";
        self::assert_status(404, $this->rest('POST', "/counterfoil/v1/portal/bills/{$link}/payments", []));

        $this->pass($invoice);
        $this->later(Passes::LIFETIME + 60);
        self::assert_status(404, $this->rest('POST', "/counterfoil/v1/portal/bills/{$link}/payments", []));
    }

    public function test_abuse_55_another_site_and_a_batch_pay_nothing(): void
    {
        $link = $this->pass($this->issued($this->client()));
        $_SERVER['HTTP_SEC_FETCH_SITE'] = 'cross-site';
        try {
            self::assert_status(403, $this->rest('POST', "/counterfoil/v1/portal/bills/{$link}/payments", []));
        } finally {
            unset($_SERVER['HTTP_SEC_FETCH_SITE']);
        }
        $batch = $this->rest('POST', '/batch/v1', ['requests' => [['method' => 'POST', 'path' => "/counterfoil/v1/portal/bills/{$link}/payments", 'body' => []]]]);
        self::assertNotSame(201, $batch->get_data()['responses'][0]['status'] ?? $batch->get_status());
        self::assertSame(0, $this->rows_in('payments'));
    }

    /** @return int the link's id, whose pass the browser has now */
    private function pass(Invoice $invoice): int
    {
        $link = $this->link($invoice);
        $this->plugin()->module(LinksModule::class)->passes()->give(new Bearer($link, $invoice, ['billing.view', 'billing.manage']));

        return $link->id;
    }

    private function link(Invoice $invoice): PayLink
    {
        return $this->plugin()->module(LinksModule::class)->links()->find((int) $this->value("SELECT id FROM {pay_links} WHERE invoice_id = {$invoice->id}")) ?? self::fail('The mail has no link.');
    }

    private function value(string $sql): string
    {
        return (string) $this->plugin()->database()->value((string) preg_replace_callback('/\{(\w+)\}/', fn (array $name): string => $this->plugin()->database()->table($name[1]), $sql));
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Gateways;

use Counterfoil\Invoices\OnlinePayment;
use Counterfoil\Invoices\Settlement;
use Counterfoil\Payments\Gateway\GatewayRegistry;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Clock\DayFormat;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Integration\Payments\PaysInvoices;
use Counterfoil\Tests\Support\FitsContract;
use Counterfoil\Tests\Support\IntegrationTestCase;

/** A gateway of somebody else comes in by the same door, takes money, calls, and changes nothing in Payments. */
final class SecondGatewayTest extends IntegrationTestCase
{
    use FitsContract;
    use PaysInvoices;

    private GatewayRegistry $registry;

    protected function setUp(): void
    {
        parent::setUp();
        CoinBoxModule::$box = null;
        add_filter('counterfoil_modules', static fn (array $modules): array => [...$modules, CoinBoxModule::class]);
        $this->registry = $this->plugin()->module(PaymentsModule::class)->registry();
        $this->registry->forget();
    }

    protected function tearDown(): void
    {
        parent::tearDown();
        $this->registry->forget();
    }

    private function choose_the_box(): void
    {
        $this->plugin()->settings()->set('payments', ['gateway' => 'coin-box']);
    }

    private function box(): CoinBox
    {
        $box = $this->registry->set_up('coin-box');
        self::assertInstanceOf(CoinBox::class, $box);

        return $box;
    }

    public function test_the_one_that_is_used_is_a_setting(): void
    {
        self::assertCount(2, $this->registry->all());
        self::assertNotSame('Coin box', $this->registry->chosen()?->title());
        $this->choose_the_box();
        self::assertSame('Coin box', $this->registry->chosen()?->title());
        self::assertSame('coin-box', $this->registry->current()->name());
        self::assertContains('Hang up the coin box', [...array_column($this->rest('GET', '/counterfoil/v1/overview', null, $this->administrator())->get_data()['checklist'], 'title')]);
    }

    public function test_it_takes_money_and_its_call_settles_the_invoice(): void
    {
        $this->choose_the_box();
        $invoice = $this->issued($client = $this->client());
        $user = $this->payer($client);

        $ready = self::fits('portal.pay', $this->rest('POST', "/counterfoil/v1/portal/invoices/{$invoice->id}/payments", null, $user));
        self::assertSame(['name' => 'coin-box', 'script' => 'https://example.test/coin-box.js', 'params' => ['slot' => 'slot']], $ready['gateway']);

        $payment = $this->plugin()->module(PaymentsModule::class)->payments()->get($ready['id'], Viewer::system());
        $this->box()->drop($payment);
        // WordPress compares routes without regard to case.
        $call = fn (string $path, string $coin): int => $this->rest('POST', $path, "coin-{$payment->id}", headers: ['X-Coin' => $coin, 'Content-Type' => 'text/plain'])->get_status();
        self::assertSame(400, $call('/counterfoil/v1/webhooks/coin-box', 'a button'));
        self::assertSame(404, $call('/counterfoil/v1/webhooks/nobody', 'genuine'));
        self::assertSame(Settlement::Unpaid, $this->invoice_now($invoice)->settlement);
        self::assertSame(200, $call('/COUNTERFOIL/v1/Webhooks/Coin-Box', 'genuine'));
        self::assertSame(200, $call('/counterfoil/v1/webhooks/coin-box', 'genuine'));

        self::assertSame(Settlement::Paid, $this->invoice_now($invoice)->settlement);
        self::assertSame(1, $this->rows_in('gateway_events', "gateway = 'coin-box' AND state = 'done'"));
        self::assertSame(0, $this->rows_in('queue', "job = 'gateway.event'"));
    }

    public function test_abuse_62_a_call_that_is_too_large_is_not_read_however_its_address_is_written(): void
    {
        foreach (['/counterfoil/v1/webhooks/coin-box', '/CounterFoil/V1/WEBHOOKS/coin-box'] as $path) {
            self::assert_status(413, $this->rest('POST', $path, str_repeat('x', 5 * 1024 * 1024), headers: ['X-Coin' => 'genuine']));
        }
        self::assertSame(0, $this->rows_in('gateway_events'));
    }

    public function test_its_own_limits_say_what_is_offered(): void
    {
        $this->choose_the_box();
        $offer = $this->plugin()->provided(OnlinePayment::class);

        self::assertTrue($offer->is_offered(Money::of(10, 'EUR')));
        self::assertFalse($offer->is_offered(Money::of(15, 'EUR')));
        self::assertFalse($offer->is_offered(Money::of(20_010, 'EUR')));
        self::assertFalse($offer->is_offered(Money::of(100, 'PLN')), 'It takes no other currency.');
        $invoice = $this->issued($this->client('Zloty', 'zofia@zloty.test', '', 'PLN'), ['currency' => 'PLN']);
        try {
            $this->begun($invoice);
            self::fail('It takes no other currency.');
        } catch (DomainError $error) {
            self::assertSame(['currency_not_taken', 409], [$error->reason, $error->status]);
        }
    }

    public function test_a_method_that_takes_days_says_until_when(): void
    {
        $this->choose_the_box();
        $client = $this->client();
        $user = $this->payer($client);
        $said = function (int $days) use ($client, $user): string {
            $payment = $this->begun($this->issued($client));
            $this->box()->roll($payment, $days);

            return self::fits('portal.payment', $this->rest('POST', "/counterfoil/v1/portal/payments/{$payment->id}/refresh", null, $user))['message'];
        };

        self::assertStringContainsString('We expect it by ' . (new DayFormat('en_US'))->day(Calendar::add_business_days($this->day(), 3)), $said(3));
        self::assertStringContainsString('Your bank is still processing the payment.', $said(0));
    }

    public function test_what_gives_nothing_back_says_so(): void
    {
        $this->choose_the_box();
        $payment = $this->begun($this->issued($this->client()));
        $this->box()->drop($payment);
        $payment = $this->refreshed($payment);

        self::refused(409, [], $this->rest('POST', "/counterfoil/v1/payments/{$payment->id}/refunds", ['amount' => ['amount' => 100, 'currency' => 'EUR'], 'reason' => ''], $this->administrator()));
        self::assertSame(0, $this->rows_in('refunds'));
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Subscriptions;

use Counterfoil\Clients\Client;
use Counterfoil\Payments\Methods\Consent;
use Counterfoil\Payments\Methods\KeepMethod;
use Counterfoil\Payments\Methods\KeptMethod;
use Counterfoil\Payments\Methods\MethodsModule;
use Counterfoil\Payments\Methods\RemovedWhy;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Support\IntegrationTestCase;

/** What subscriptions are charged to: a card that was left twice, the one that a failed renewal was completed with, and one that is gone. */
final class KeptCardsTest extends IntegrationTestCase
{
    use ChargesSubscriptions;

    private Client $client;

    protected function setUp(): void
    {
        parent::setUp();
        $this->connect_stripe();
        $this->at('2027-01-31 10:00');
        $this->client = $this->client();
    }

    public function test_a_card_that_is_left_twice_is_kept_once_and_what_was_charged_to_it_follows(): void
    {
        $first = $this->kept($this->client);
        $other = $this->kept($this->client, 'pm_card_mastercard');
        $stranger = $this->kept($this->client('Other', 'other@harbour.test'));
        [$own, $default] = [$this->subscribe($this->client), $this->subscribe($this->client)];
        $this->plugin()->database()->update('subscriptions', ['method_id' => $first->id], ['id' => $own->id]);
        $second = $this->kept($this->client);

        self::assertSame([$second->id, $other->id], $this->methods());
        self::assertTrue($this->method($second)->is_default);
        self::assertSame(RemovedWhy::Replaced, $this->method($first)->removed_why);
        self::assertNull($this->method($stranger)->removed_why);
        self::assertSame([$second->id, null], [$this->subscription($own->id)->method_id, $this->subscription($default->id)->method_id]);
        $this->work();
        self::assertSame([2, 24600], [$this->ledger()['charges'], $this->ledger()['charged']]);
        self::assertSame('', $this->keeping_gateway()->method($first->gateway_method_id)->customer, 'It is out at the gateway too.');
    }

    public function test_while_the_earlier_one_is_charged_it_stays(): void
    {
        $first = $this->kept($this->client, 'pm_sepa_debit');
        $this->subscribe($this->client);
        $this->work();
        $second = $this->kept($this->client, 'pm_sepa_debit');
        self::assertEqualsCanonicalizing([$first->id, $second->id], $this->methods());
        self::assertSame(1, $this->rows_in('queue', "job = '" . KeepMethod::JOB . "'"));
        $this->plugin()->database()->execute("UPDATE {$this->plugin()->database()->table('payment_allocations')} SET under_way = NULL");
        $this->plugin()->module(MethodsModule::class)->keep()->replace($second->id);

        self::assertSame([$second->id], $this->methods());
        self::assertTrue($this->method($second)->is_default);
    }

    public function test_the_card_that_completes_a_failed_renewal_is_charged_from_then_on(): void
    {
        $bad = $this->kept($this->client, 'pm_card_chargeCustomerFail');
        $subscription = $this->subscribe($this->client);
        $untouched = $this->subscribe($this->client, ['starts_on' => '2027-03-20']);
        $this->work();
        $bill = $this->bills($this->client)[0];
        $payment = $this->begun($bill);
        self::assertSame([Consent::VERSION, null], [$payment->consent, $payment->method_id]);
        $this->confirm($payment);
        $this->refreshed($payment);
        $this->work();

        $new = $this->methods()[1];
        self::assertNotSame($bad->id, $new);
        self::assertTrue($this->method($bad)->is_default, 'The client’s default is theirs to choose.');
        self::assertSame([$new, null], [$this->subscription($subscription->id)->method_id, $this->subscription($untouched->id)->method_id]);
        self::assertSame(1, $this->rows_in('events', "type = 'subscription.method_chosen'"));
        $this->at('2027-02-28 10:00');
        $this->work();
        self::assertSame([2, 24600], [$this->ledger()['charges'], $this->ledger()['charged']]);
        $this->assert_books_agree();

        // Once it is gone, the client's default is charged.
        $this->plugin()->module(MethodsModule::class)->remove()->handle($new, RemovedWhy::Client, Viewer::system());
        self::assertNull($this->subscription($subscription->id)->method_id);
    }

    /** @return list<int> ids of the client's, the default first, then the newest */
    private function methods(): array
    {
        return array_map(static fn (KeptMethod $one): int => $one->id, $this->plugin()->module(MethodsModule::class)->methods()->of_client($this->client->id, Viewer::system()));
    }

    private function method(KeptMethod $method): KeptMethod
    {
        return $this->plugin()->module(MethodsModule::class)->methods()->get($method->id, Viewer::system());
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Subscriptions;

use Counterfoil\Business\BusinessModule;
use Counterfoil\Business\TaxRate;
use Counterfoil\Clients\Client;
use Counterfoil\Invoices\InvoiceState;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\Renewals\RenewalsModule;
use Counterfoil\Subscriptions\Renewals\RenewalState;
use Counterfoil\Subscriptions\SubscriptionStatus;
use Counterfoil\Tests\Support\IntegrationTestCase;

final class RenewTest extends IntegrationTestCase
{
    use MakesSubscriptions;

    private Client $client;

    protected function setUp(): void
    {
        parent::setUp();
        $this->at('2027-01-31 10:00');
        $this->client = $this->client();
    }

    public function test_it_is_billed_at_once_and_then_every_period_on_its_own_days(): void
    {
        $subscription = $this->subscribe($this->client);
        $this->work();
        self::assertSame(['2027-01-31 – 2027-02-27: 10000'], $this->billed($this->client));

        foreach (['2027-02-27 23:50', '2027-02-28 00:10', '2027-03-30 12:00', '2027-03-31 12:00', '2027-03-31 18:00', '2027-04-30 09:00'] as $moment) {
            $this->at($moment);
            $this->work();
        }

        self::assertSame(['2027-01-31 – 2027-02-27: 10000', '2027-02-28 – 2027-03-30: 10000', '2027-03-31 – 2027-04-29: 10000', '2027-04-30 – 2027-05-30: 10000'], $this->billed($this->client));
        self::assertSame(['2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30'], array_map(static fn ($bill): ?string => $bill->issue_date, $this->bills($this->client)));
        self::assertSame('2027-05-31', $this->subscription($subscription->id)->next()?->from);
        self::assertCount(4, array_filter($this->outbox->mails, static fn (array $mail): bool => str_contains($mail['subject'], 'Invoice')));
    }

    public function test_nothing_due_costs_one_query(): void
    {
        $this->subscribe($this->client);
        $this->work();
        $renew = $this->plugin()->module(RenewalsModule::class)->renew_due();
        $renew->handle();
        $before = $GLOBALS['wpdb']->num_queries;
        self::assertNull($renew->handle());

        self::assertSame(1, $GLOBALS['wpdb']->num_queries - $before);
    }

    public function test_bills_may_come_some_days_ahead(): void
    {
        $this->set_renewing(['lead_days' => 7]);
        $this->subscribe($this->client);
        $this->work();
        $this->at('2027-02-20 23:00');
        $this->work();
        self::assertCount(1, $this->bills($this->client));
        $this->at('2027-02-21 01:00');
        $this->work();

        self::assertSame('2027-02-28 – 2027-03-30: 10000', $this->billed($this->client)[1]);
    }

    public function test_a_trial_is_free_and_a_set_up_fee_comes_with_the_first_bill(): void
    {
        $this->subscribe($this->client, ['trial_days' => 14, 'items' => [$this->item()]]);
        $this->subscribe($this->client, ['trial_days' => 14, 'items' => [$this->item(['setup_fee' => 5000])]]);
        $this->work();
        self::assertSame([' – : 5000'], $this->billed($this->client));
        $this->at('2027-02-13 10:00');
        $this->work();
        self::assertCount(1, $this->bills($this->client));
        $this->at('2027-02-14 10:00');
        $this->work();

        self::assertSame([' – : 5000', '2027-02-14 – 2027-03-13: 10000', '2027-02-14 – 2027-03-13: 10000'], $this->billed($this->client));
    }

    public function test_it_ends_after_its_cycles(): void
    {
        $subscription = $this->subscribe($this->client, ['cycles' => 2]);
        foreach (['2027-01-31 10:01', '2027-02-28 10:00', '2027-03-30 10:00'] as $moment) {
            $this->at($moment);
            $this->work();
        }
        self::assertSame(SubscriptionStatus::Active, $this->subscription($subscription->id)->status);
        $this->at('2027-03-31 10:00');
        $this->work();

        self::assertSame(SubscriptionStatus::Ended, $this->subscription($subscription->id)->status);
        self::assertSame('2027-03-31', $this->subscription($subscription->id)->ended_on);
        self::assertCount(2, $this->bills($this->client));
    }

    public function test_a_paused_one_is_not_billed_and_goes_on_with_the_days_until_its_billing_day(): void
    {
        $subscription = $this->subscribe($this->client);
        $this->work();
        $this->at('2027-02-10 10:00');
        $this->subscriptions()->pause()->handle($subscription->id, '2027-04-20', Viewer::system());
        foreach (['2027-02-28 10:00', '2027-03-31 10:00', '2027-04-19 10:00'] as $moment) {
            $this->at($moment);
            $this->work();
        }
        self::assertCount(1, $this->bills($this->client));
        $this->at('2027-04-20 10:00');
        $this->work();
        $this->work();
        $this->at('2027-04-30 10:00');
        $this->work();

        // 10 of the 30 days from 31 March to 29 April.
        self::assertSame(['2027-01-31 – 2027-02-27: 10000', '2027-04-20 – 2027-04-29: 3333', '2027-04-30 – 2027-05-30: 10000'], $this->billed($this->client));
    }

    public function test_resumed_within_a_period_that_is_paid_it_goes_on_as_before(): void
    {
        $subscription = $this->subscribe($this->client);
        $this->work();
        $this->subscriptions()->pause()->handle($subscription->id, null, Viewer::system());
        $this->at('2027-02-15 10:00');
        $this->subscriptions()->resume()->handle($subscription->id, Viewer::system());
        $this->at('2027-02-28 10:00');
        $this->work();

        self::assertSame('2027-02-28 – 2027-03-30: 10000', $this->billed($this->client)[1]);
    }

    public function test_cancelled_at_the_end_of_its_period_it_is_not_billed_again(): void
    {
        $subscription = $this->subscribe($this->client);
        $this->work();
        $this->subscriptions()->cancel()->at_period_end($subscription->id, Viewer::system());
        self::assertSame('2027-02-28', $this->subscription($subscription->id)->ends_on);
        $this->at('2027-02-28 10:00');
        $this->work();

        self::assertSame(SubscriptionStatus::Ended, $this->subscription($subscription->id)->status);
        self::assertCount(1, $this->bills($this->client));
    }

    public function test_an_end_within_a_period_is_billed_until_it(): void
    {
        $subscription = $this->subscribe($this->client);
        $this->work();
        $this->subscriptions()->cancel()->on($subscription->id, '2027-03-10', Viewer::system());
        $this->at('2027-02-28 10:00');
        $this->work();
        $this->at('2027-03-10 10:00');
        $this->work();

        // 10 of 31 days
        self::assertSame('2027-02-28 – 2027-03-09: 3226', $this->billed($this->client)[1]);
        self::assertSame(SubscriptionStatus::Ended, $this->subscription($subscription->id)->status);
    }

    public function test_one_that_can_not_be_billed_tells_the_agency_once_and_is_billed_when_it_is_mended(): void
    {
        // A line with a rate of zero and no reason for it can't be issued.
        $this->subscribe($this->client, ['items' => [$this->item(['tax' => ['name' => 'VAT', 'rate' => '0']])]]);
        $this->work();
        $this->at('2027-01-31 12:00');
        $this->work();
        self::assertSame([], $this->bills($this->client));
        self::assertSame(['The subscription of Harbour & Pine can’t be billed'], array_column($this->outbox->mails, 'subject'));

        $this->at('2027-01-31 13:00');
        $this->work();
        self::assertSame([1, 0, 1], [$this->rows_in('events', "type = 'invoice.created'"), $this->rows_in('events', "type = 'invoice.deleted'"), $this->rows_in('events', "type = 'subscription.blocked'")], 'its draft stays while nothing changes');
        $notices = fn (): array => array_column($this->rest('GET', '/counterfoil/v1/overview', null, $this->administrator())->get_data()['notices'] ?? [], 'title');
        self::assertContains('1 invoice of a subscription can’t be issued.', $notices());

        $this->plugin()->database()->execute("UPDATE {$this->plugin()->database()->table('subscription_items')} SET tax = NULL");
        $this->plugin()->database()->transaction(fn () => $this->plugin()->module(BusinessModule::class)->tax_rates()->save([new TaxRate(0, 'VAT', '', 'S', '23', '', '')], 0));
        $this->at('2027-01-31 14:00');
        $this->work();
        self::assertSame(12300, $this->bills($this->client)[0]->total);
        self::assertNotContains('1 invoice of a subscription can’t be issued.', $notices());
    }

    public function test_a_bill_that_is_paid_or_voided_says_so_to_its_renewal(): void
    {
        $this->subscribe($this->client);
        $this->work();
        $bill = $this->bills($this->client)[0];
        $state = fn (): ?RenewalState => $this->plugin()->module(RenewalsModule::class)->renewals()->of_invoice($bill->id)?->state;
        self::assertSame(RenewalState::Billed, $state());
        $this->payment($bill, $bill->total);

        self::assertSame(RenewalState::Paid, $state());
        self::assertSame(InvoiceState::Paid, $this->bills($this->client)[0]->state('2027-02-01'));
        self::assertSame(1, $this->rows_in('subscriptions'), 'paying it starts no other one');
    }
}

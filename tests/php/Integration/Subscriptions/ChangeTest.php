<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Subscriptions;

use Counterfoil\Business\BusinessModule;
use Counterfoil\Clients\Client;
use Counterfoil\Invoices\CreditNotes\CreditExtent;
use Counterfoil\Invoices\CreditNotes\CreditNote;
use Counterfoil\Invoices\CreditNotes\CreditNotesModule;
use Counterfoil\Invoices\CreditNotes\Surplus;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Payments\Offline\OfflineMethod;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\Periods\Share;
use Counterfoil\Subscriptions\Renewals\RenewalsModule;
use Counterfoil\Subscriptions\Renewals\RenewalState;
use Counterfoil\Subscriptions\Subscription;
use Counterfoil\Tests\Support\IntegrationTestCase;

/** Other plans, quantities, prices and rhythms: at once and from the next period on. Days are exact to the minor unit. */
final class ChangeTest extends IntegrationTestCase
{
    use MakesSubscriptions;

    private Client $client;

    protected function setUp(): void
    {
        parent::setUp();
        $this->at('2027-04-01 10:00');
        $this->client = $this->client();
    }

    public function test_at_once_unused_days_are_credited_and_billed_anew(): void
    {
        $subscription = $this->subscribe($this->client);
        $this->work();
        $bill = $this->bills($this->client)[0];
        $this->plugin()->module(PaymentsModule::class)->record_offline()->handle($bill->id, Money::of($bill->total, 'EUR'), OfflineMethod::BankTransfer, '2027-04-01', '', false, Actor::system(), 'paid');
        $this->at('2027-04-11 10:00');
        $preview = $this->rest('POST', "/counterfoil/v1/subscriptions/{$subscription->id}/change-preview", $this->to($subscription, 20000), $this->administrator());
        self::assert_status(200, $preview);
        self::assertSame([1, 2], [count($this->bills($this->client)), $this->subscription($subscription->id)->version], 'a preview changes nothing');

        $this->change($subscription, $this->to($subscription, 20000));
        $this->work();

        self::assertSame(['2027-04-01 – 2027-04-30: 10000', '2027-04-11 – 2027-04-30: 13333'], $this->billed($this->client));
        self::assertSame([[6667, 'Subscription changed on April 11, 2027', 'Care plan (20 of 30 days unused)']], array_map(static fn (CreditNote $note): array => [$note->totals->net, $note->reason, $note->totals->lines[0]->description], $this->notes()));
        self::assertSame($preview->get_data()['credits'][0]['total']['amount'], $this->notes()[0]->totals->total);
        self::assertSame($preview->get_data()['bill']['total']['amount'], $this->bills($this->client)[1]->total);
        self::assertSame($this->notes()[0]->totals->total, $this->bills($this->client)[1]->paid, 'what had been paid for those days pays what comes in their stead');
        $this->at('2027-05-01 10:00');
        $this->work();
        self::assertSame('2027-05-01 – 2027-05-31: 20000', $this->billed($this->client)[2]);
    }

    public function test_where_credit_pays_new_invoices_automatically_it_is_used_once(): void
    {
        self::assert_status(200, $this->rest('PUT', '/counterfoil/v1/settings/credit', ['use_automatically' => true], $this->administrator()));
        $subscription = $this->subscribe($this->client);
        $this->work();
        $bill = $this->bills($this->client)[0];
        $this->plugin()->module(PaymentsModule::class)->record_offline()->handle($bill->id, Money::of($bill->total, 'EUR'), OfflineMethod::BankTransfer, '2027-04-01', '', false, Actor::system(), 'paid');
        $this->at('2027-04-11 10:00');
        $this->change($subscription, $this->to($subscription, 20000));
        $this->work();

        self::assertSame($this->notes()[0]->totals->total, $this->bills($this->client)[1]->paid);
        $renewal = $this->plugin()->module(RenewalsModule::class)->renewals()->of_invoice($this->bills($this->client)[1]->id);
        self::assertSame([RenewalState::Billed, ''], [$renewal?->state, $renewal?->blocked]);
    }

    public function test_before_its_first_bill_a_change_keeps_the_set_up_fee(): void
    {
        $subscription = $this->subscribe($this->client, ['starts_on' => '2027-04-20', 'items' => [$this->item(['setup_fee' => 5000])]]);
        $this->change($subscription, $this->to($subscription, 20000));
        $this->at('2027-04-20 10:00');
        $this->work();

        self::assertSame(25000, $this->bills($this->client)[0]->net);
    }

    public function test_what_is_credited_and_what_is_used_are_what_was_billed_over_any_chain_of_changes(): void
    {
        $subscription = $this->subscribe($this->client, ['items' => [$this->item(['unit_price' => 9999]), $this->item(['unit_price' => 3333])]]);
        $this->work();
        foreach (['2027-04-01' => 7777, '2027-04-04' => 12345, '2027-04-12' => 1, '2027-04-13' => 55555, '2027-04-30' => 777] as $day => $price) {
            $this->at("{$day} 11:00");
            $this->change($subscription, $this->to($this->subscription($subscription->id), $price));
            $this->work();
        }

        $net = array_sum(array_map(static fn (Invoice $invoice): int => $invoice->net, $this->bills($this->client))) - array_sum(array_map(static fn (CreditNote $note): int => $note->totals->net, $this->notes()));
        // Three days of the first, then each one's used days of the days it was billed for.
        $billed = fn (int $price, int $days): int => Share::of_first($price, $days, 30);
        $used = $billed(7777, 30) - Share::between(7777, 3, 30, 30)
            + Share::of_first($billed(12345, 27), 8, 27)
            + Share::of_first($billed(1, 19), 1, 19)
            + Share::of_first($billed(55555, 18), 17, 18)
            + $billed(777, 1);
        self::assertSame($used, $net);
    }

    /** It is the day before again. What was used at the first price stays, and is not taken from the whole month anew. */
    public function test_another_zone_of_the_business_brings_no_day_back_that_a_change_has_settled(): void
    {
        $subscription = $this->subscribe($this->client);
        $this->work();
        $this->at('2027-04-16 01:00');
        $this->change($subscription, $this->to($subscription, 20000));
        $this->work();
        $settings = $this->plugin()->settings();
        $settings->set('business', ['timezone' => 'America/Los_Angeles'] + $settings->get('business'));
        self::assertSame('2027-04-15', $this->plugin()->module(BusinessModule::class)->calendar()->today());
        $this->change($subscription, $this->to($this->subscription($subscription->id), 30000));
        $this->work();

        self::assertSame(['2027-04-01 – 2027-04-30: 10000', '2027-04-16 – 2027-04-30: 10000', '2027-04-16 – 2027-04-30: 15000'], $this->billed($this->client));
        self::assertSame([5000, 10000], array_map(static fn (CreditNote $note): int => $note->totals->net, $this->notes()));
    }

    public function test_another_rhythm_is_counted_from_the_day_it_changes(): void
    {
        $subscription = $this->subscribe($this->client);
        $this->work();
        $this->at('2027-04-16 10:00');
        $this->change($subscription, ['interval' => ['unit' => 'year', 'count' => 1]] + $this->to($subscription, 100000));
        $this->work();

        self::assertSame(['2027-04-01 – 2027-04-30: 10000', '2027-04-16 – 2028-04-15: 100000'], $this->billed($this->client));
        self::assertSame([5000], array_map(static fn (CreditNote $note): int => $note->totals->net, $this->notes()));
        self::assertSame('2028-04-16', $this->subscription($subscription->id)->next()?->from);
    }

    public function test_from_the_next_period_nothing_happens_before_it_and_it_can_be_withdrawn_until_then(): void
    {
        $subscription = $this->subscribe($this->client);
        $this->work();
        $this->at('2027-04-11 10:00');
        $this->change($subscription, ['when' => 'next'] + $this->to($subscription, 20000));
        self::assertSame(10000, $this->subscription($subscription->id)->items[0]->unit_price);
        self::assertSame([], $this->notes());
        $staff = $this->administrator();
        self::assert_status(200, $this->rest('POST', "/counterfoil/v1/subscriptions/{$subscription->id}/withdraw-change", [], $staff));
        self::assert_status(409, $this->rest('POST', "/counterfoil/v1/subscriptions/{$subscription->id}/withdraw-change", [], $staff));
        $this->change($subscription, ['when' => 'next', 'interval' => ['unit' => 'month', 'count' => 3]] + $this->to($this->subscription($subscription->id), 27000));
        $this->at('2027-05-01 10:00');
        $this->work();
        $this->at('2027-08-01 10:00');
        $this->work();

        self::assertSame(['2027-04-01 – 2027-04-30: 10000', '2027-05-01 – 2027-07-31: 27000', '2027-08-01 – 2027-10-31: 27000'], $this->billed($this->client));
        self::assertNull($this->subscription($subscription->id)->planned);
    }

    public function test_a_period_behind_is_billed_by_what_counted_for_it(): void
    {
        $subscription = $this->subscribe($this->client);
        $this->work();
        $this->change($subscription, ['when' => 'next', 'interval' => ['unit' => 'month', 'count' => 1]] + $this->to($subscription, 20000));
        $database = $this->plugin()->database();
        $database->execute("UPDATE {$database->table('subscriptions')} SET planned_on = '2027-06-01'");
        $this->at('2027-06-02 10:00');
        $this->work();

        self::assertSame(['2027-05-01 – 2027-05-31: 10000', '2027-06-01 – 2027-06-30: 20000'], array_slice($this->billed($this->client), 1));
    }

    public function test_canceled_now_its_unused_days_are_credited_or_given_back(): void
    {
        $subscription = $this->subscribe($this->client);
        $this->work();
        $bill = $this->bills($this->client)[0];
        $this->at('2027-04-21 10:00');
        $staff = $this->administrator();
        $preview = $this->rest('GET', "/counterfoil/v1/subscriptions/{$subscription->id}/cancel-preview", [], $staff)->get_data();
        self::assert_status(200, $this->rest('POST', "/counterfoil/v1/subscriptions/{$subscription->id}/cancel", ['when' => 'now', 'unused' => 'credit'], $staff));
        $this->work();

        self::assertSame(3333, $this->notes()[0]->totals->net);
        self::assertSame($preview['credits'][0]['total']['amount'], $this->notes()[0]->totals->total);
        $after = $this->bills($this->client)[0];
        self::assertSame($bill->total - $this->notes()[0]->totals->total, $after->due()->amount, 'less is due');
    }

    public function test_what_was_credited_by_hand_is_not_credited_again(): void
    {
        $subscription = $this->subscribe($this->client);
        $this->work();
        $bill = $this->bills($this->client)[0];
        $credit = fn (CreditExtent $extent, string $key): CreditNote => $this->plugin()->module(CreditNotesModule::class)->credit()->handle($bill->id, $this->bills($this->client)[0]->version, $extent, 'Goodwill', Surplus::Keep, Viewer::system(), $key);
        $credit(CreditExtent::amount(10000), 'by-hand');
        $this->at('2027-04-11 10:00');
        $this->change($subscription, $this->to($subscription, 20000));
        $this->work();

        // Of 123.00 only 23.00 are left, though 82.00 are unused.
        self::assertSame([10000, 2300], array_map(static fn (CreditNote $note): int => $note->totals->total, $this->notes()));
        self::assertCount(2, $this->bills($this->client), 'the new bill comes all the same');

        $credit = $this->plugin()->module(CreditNotesModule::class)->credit();
        $last = $this->bills($this->client)[1];
        $credit->handle($last->id, $last->version, CreditExtent::rest(), 'Goodwill', Surplus::Keep, Viewer::system(), 'all');
        self::assert_status(200, $this->rest('POST', "/counterfoil/v1/subscriptions/{$subscription->id}/cancel", ['when' => 'now', 'unused' => 'credit'], $this->administrator()));
        $this->work();
        self::assertCount(3, $this->notes());
        self::assertSame(0, $this->rows_in('subscription_changes', 'is_settled = 0'));
    }

    public function test_what_can_not_be_changed_says_so(): void
    {
        $subscription = $this->subscribe($this->client, ['cycles' => 3]);
        $staff = $this->administrator();
        $path = "/counterfoil/v1/subscriptions/{$subscription->id}/change";
        $body = $this->to($subscription, 5000);
        self::assertSame('counterfoil_being_billed', $this->rest('POST', $path, $body, $staff)->get_data()['code'], 'its first bill is not out yet');
        $this->work();
        self::assertArrayHasKey('/interval', $this->rest('POST', $path, ['interval' => ['unit' => 'week', 'count' => 1]] + $body, $staff)->get_data()['data']['fields'] ?? []);
        self::assertSame('counterfoil_subscription_changed', $this->rest('POST', $path, ['version' => 99] + $body, $staff)->get_data()['code']);
        self::assert_status(200, $this->rest('POST', "/counterfoil/v1/subscriptions/{$subscription->id}/pause", ['resume_on' => null], $staff));
        self::assertSame('counterfoil_paused', $this->rest('POST', $path, ['version' => $this->subscription($subscription->id)->version] + $body, $staff)->get_data()['code']);
    }

    /** @return array<string, mixed> the body of a change to one item at a price */
    private function to(Subscription $subscription, int $price): array
    {
        return [
            'when' => 'now',
            'version' => $subscription->version,
            'interval' => $subscription->interval->to_wire(),
            'items' => [array_diff_key($this->item(['unit_price' => $price]), ['setup_fee' => 0])],
        ];
    }

    /** @param array<string, mixed> $body */
    private function change(Subscription $subscription, array $body): void
    {
        self::assert_status(200, $this->rest('POST', "/counterfoil/v1/subscriptions/{$subscription->id}/change", ['version' => $this->subscription($subscription->id)->version] + $body, $this->administrator()));
    }

    /** @return list<CreditNote> oldest first */
    private function notes(): array
    {
        $notes = $this->plugin()->module(CreditNotesModule::class)->notes();

        return array_merge(...array_map(static fn (Invoice $bill): array => $notes->of_invoice($bill->id), $this->bills($this->client)));
    }
}

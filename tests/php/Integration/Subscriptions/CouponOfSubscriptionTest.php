<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Subscriptions;

use Counterfoil\Clients\Client;
use Counterfoil\Coupons\Coupon;
use Counterfoil\Coupons\CouponsModule;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\Issuing\IssuingModule;
use Counterfoil\Invoices\Settlement;
use Counterfoil\Ledger\LedgerModule;
use Counterfoil\Payments\Methods\KeepsForLater;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\Forecast\ForecastBill;
use Counterfoil\Subscriptions\Forecast\ForecastModule;
use Counterfoil\Tests\Integration\Coupons\MakesCoupons;
use Counterfoil\Tests\Support\FitsContract;
use Counterfoil\Tests\Support\IntegrationTestCase;

/** Coupons that subscriptions start with: their limits, which bills they lower, and that each is one use. */
final class CouponOfSubscriptionTest extends IntegrationTestCase
{
    use FitsContract;
    use MakesCoupons;
    use MakesSubscriptions;

    private Client $client;

    protected function setUp(): void
    {
        parent::setUp();
        $this->at('2027-01-10 10:00');
        $this->client = $this->client();
    }

    public function test_it_counts_for_its_periods_and_is_one_use(): void
    {
        $this->coupon(['code' => 'TWICE', 'value' => ['type' => 'percent', 'percent' => '20'], 'duration' => 'cycles', 'cycles' => 2]);
        $subscription = $this->subscribe($this->client, ['coupon' => ' twice ', 'items' => [$this->item(['setup_fee' => 5000])]]);
        $forecast = array_slice(array_map(static fn (ForecastBill $bill): int => $bill->totals->net, $this->forecast($subscription->id)), 0, 3);
        foreach (['2027-01-10', '2027-02-10', '2027-03-10'] as $day) {
            $this->at("{$day} 10:30");
            $this->work();
        }

        self::assertSame([12000, 8000, 10000], array_map(static fn (Invoice $bill): int => $bill->net, $this->bills($this->client)), 'the set-up fee of the first one is lowered too');
        self::assertSame([12000, 8000, 10000], $forecast);
        self::assertSame('Care plan (coupon TWICE)', $this->plugin()->module(\Counterfoil\Invoices\InvoicesModule::class)->invoices()->lines($this->bills($this->client)[0]->id)[0]->description);
        self::assertSame([1, 5000], [$this->used('TWICE')->uses, $this->taken_off('TWICE')]);
        $shown = self::fits('subscriptions.get', $this->rest('GET', "/counterfoil/v1/subscriptions/{$subscription->id}", null, $this->administrator()))['coupon'];
        self::assertSame(['TWICE', '20% off', 2, 0], [$shown['code'], $shown['worth'], $shown['periods'], $shown['left']]);
        self::assertSame(10000, $this->subscription($subscription->id)->mrr, 'it ends, so it does not lower what recurs');
        $this->assert_agrees();
    }

    public function test_who_keeps_a_card_for_it_reads_what_is_charged_once_the_coupon_has_ended(): void
    {
        $this->coupon(['code' => 'TWICE', 'value' => ['type' => 'percent', 'percent' => '20'], 'duration' => 'cycles', 'cycles' => 2]);
        $this->coupon(['code' => 'FRIEND', 'value' => ['type' => 'percent', 'percent' => '50'], 'duration' => 'forever']);
        $this->subscribe($this->client, ['coupon' => 'TWICE']);
        $this->subscribe($this->client, ['coupon' => 'FRIEND']);
        $this->work();

        self::assertSame(
            [['Care plan: €123.00 every month'], ['Care plan (coupon FRIEND): €61.50 every month']],
            array_map(fn (Invoice $bill): array => $this->plugin()->provided(KeepsForLater::class)->charges_of([$bill->id]), $this->bills($this->client))
        );
    }

    public function test_forever_lowers_what_recurs_and_is_shared_by_days(): void
    {
        $this->coupon(['code' => 'FRIEND', 'value' => ['type' => 'amount', 'amounts' => [['amount' => 1000, 'currency' => 'EUR']]], 'duration' => 'forever']);
        $subscription = $this->subscribe($this->client, ['coupon' => 'FRIEND', 'items' => [$this->item(), $this->item(['description' => 'Hosting', 'unit_price' => 3000, 'discount' => ['type' => 'percent', 'percent' => '50']])]]);
        $this->work();
        self::assertSame([10500, 10500], [$this->bills($this->client)[0]->net, $this->subscription($subscription->id)->mrr]);
        $this->plugin()->database()->transaction(fn () => $this->subscriptions()->billing_days()->set($this->client->id, 20));
        $part = $this->subscribe($this->client, ['coupon' => 'FRIEND']);
        $this->work();
        // 10 of 31 days of 90 EUR.
        self::assertSame([2903, 9000], [$this->bills($this->client)[1]->net, $this->subscription($part->id)->mrr]);
        $this->assert_agrees();
    }

    public function test_all_off_starts_at_nothing(): void
    {
        $this->coupon(['code' => 'GIFT', 'value' => ['type' => 'percent', 'percent' => '100']]);
        $this->subscribe($this->client, ['coupon' => 'GIFT', 'items' => [$this->item(['setup_fee' => 5000])]]);
        $this->work();
        self::assertSame([[0, Settlement::Paid]], array_map(static fn (Invoice $bill): array => [$bill->total, $bill->settlement], $this->bills($this->client)));
        $this->at('2027-02-10 10:00');
        $this->work();
        self::assertSame(12300, $this->bills($this->client)[1]->total);
    }

    public function test_a_trial_uses_it_up_and_it_counts_from_the_first_paid_period(): void
    {
        $this->coupon(['code' => 'ONE', 'value' => ['type' => 'percent', 'percent' => '50'], 'max_uses' => 1]);
        $this->subscribe($this->client, ['coupon' => 'ONE', 'trial_days' => 14]);
        self::assertSame('coupon_used_up', $this->refused(['coupon' => 'ONE']));
        $this->work();
        foreach (['2027-01-24', '2027-02-24'] as $day) {
            $this->at("{$day} 10:00");
            $this->work();
        }
        self::assertSame([5000, 10000], array_map(static fn (Invoice $bill): int => $bill->net, $this->bills($this->client)));
    }

    public function test_its_limits_hold_and_nothing_starts_beyond_them(): void
    {
        $this->coupon(['code' => 'EACH', 'max_uses_per_client' => 1]);
        $this->coupon(['code' => 'LATER', 'valid_from' => '2027-03-01']);
        $this->coupon(['code' => 'DOLLARS', 'value' => ['type' => 'amount', 'amounts' => [['amount' => 1000, 'currency' => 'USD']]]]);
        $this->subscribe($this->client, ['coupon' => 'EACH']);
        $reasons = array_map(fn (string $code): string => $this->refused(['coupon' => $code]), ['EACH', 'LATER', 'DOLLARS', 'NONE']);
        self::assertSame(['coupon_used_by_client', 'coupon_scheduled', 'coupon_other_currency', 'coupon_unknown'], $reasons);
        self::assertCount(1, $this->subscriptions()->subscriptions()->of_client($this->client->id, Viewer::system()));
        $this->subscribe($this->client(), ['coupon' => 'EACH']);
        self::assertSame(2, $this->used('EACH')->uses);
    }

    public function test_it_can_be_used_again_once_it_ended_and_no_bill_with_it_stands(): void
    {
        $this->coupon(['code' => 'BACK', 'max_uses' => 1, 'value' => ['type' => 'percent', 'percent' => '50']]);
        $later = $this->subscribe($this->client, ['coupon' => 'BACK', 'starts_on' => '2027-03-01']);
        $this->subscriptions()->cancel()->handle($later->id, 'now', null, Viewer::system());
        self::assertSame(0, $this->used('BACK')->uses);

        $billed = $this->subscribe($this->client, ['coupon' => 'BACK']);
        $this->work();
        $this->subscriptions()->cancel()->handle($billed->id, 'now', null, Viewer::system());
        self::assertSame(1, $this->used('BACK')->uses, 'its bill stands');
        $this->plugin()->module(IssuingModule::class)->void()->handle($this->bills($this->client)[0]->id, Actor::system());
        self::assertSame([0, 0], [$this->used('BACK')->uses, $this->taken_off('BACK')]);
        $this->assert_agrees();
    }

    public function test_a_change_at_once_keeps_it_for_the_days_that_are_billed_anew(): void
    {
        $this->coupon(['code' => 'ONCE', 'value' => ['type' => 'percent', 'percent' => '50']]);
        $subscription = $this->subscribe($this->client, ['coupon' => 'ONCE', 'starts_on' => '2027-01-10']);
        $this->work();
        $this->at('2027-01-20 10:00');
        self::assert_status(200, $this->rest('POST', "/counterfoil/v1/subscriptions/{$subscription->id}/change", ['when' => 'now', 'version' => $this->subscription($subscription->id)->version, 'interval' => ['unit' => 'month', 'count' => 1], 'items' => [array_diff_key($this->item(['unit_price' => 20000]), ['setup_fee' => 0])]], $this->administrator()));
        $this->work();
        // 21 of 31 days of half of 200 EUR.
        self::assertSame([5000, 6774], array_map(static fn (Invoice $bill): int => $bill->net, $this->bills($this->client)));
        $this->at('2027-02-10 10:00');
        $this->work();
        self::assertSame(20000, $this->bills($this->client)[2]->net);
    }

    public function test_a_paid_bills_coupon_counts_for_the_periods_that_follow(): void
    {
        $this->coupon(['code' => 'THREE', 'duration' => 'cycles', 'cycles' => 3, 'value' => ['type' => 'percent', 'percent' => '10']]);
        $draft = $this->draft($this->client, ['coupon' => 'THREE']);
        $this->plugin()->database()->update('invoice_lines', ['interval_unit' => 'month', 'interval_count' => 1], ['invoice_id' => $draft->id]);
        $bill = $this->plugin()->module(IssuingModule::class)->issue()->handle($draft->id, $draft->version, Actor::system());
        $this->plugin()->module(\Counterfoil\Payments\PaymentsModule::class)->record_offline()->handle($bill->id, $bill->due(), \Counterfoil\Payments\Offline\OfflineMethod::Cash, '2027-01-10', '', false, Actor::system(), 'cash');
        foreach (['2027-02-10', '2027-03-10', '2027-04-10'] as $day) {
            $this->at("{$day} 10:00");
            $this->work();
        }
        $nets = array_map(static fn (Invoice $one): int => $one->net, $this->bills($this->client));
        self::assertSame([$nets[0], $nets[0], $nets[0]], array_slice($nets, 0, 3));
        self::assertGreaterThan($nets[0], $nets[3]);
        self::assertSame(1, $this->used('THREE')->uses, 'the bill was its use');
        self::assertCount(2, self::fits('coupons.uses', $this->rest('GET', "/counterfoil/v1/coupons/{$this->used('THREE')->id}/uses", null, $this->administrator()))['items']);
        $this->assert_agrees();
    }

    private function used(string $code): Coupon
    {
        return $this->plugin()->module(CouponsModule::class)->coupons()->find_by_code($code) ?? self::fail();
    }

    /** Minor units, in euros. */
    private function taken_off(string $code): int
    {
        $coupon = self::fits('coupons.get', $this->rest('GET', "/counterfoil/v1/coupons/{$this->used($code)->id}", null, $this->administrator()));

        return (int) array_sum(array_column($coupon['taken_off'], 'amount'));
    }

    /** @param array<string, mixed> $changes */
    private function refused(array $changes): string
    {
        $answer = $this->rest('POST', '/counterfoil/v1/subscriptions', $this->subscribe_body($this->client->id, $changes), $this->administrator());
        self::assert_status(400, $answer);
        self::assertSame(['/coupon'], array_keys($answer->get_data()['data']['fields']));

        return str_replace('counterfoil_', '', $answer->get_data()['code']);
    }

    /** @return list<ForecastBill> */
    private function forecast(int $id): array
    {
        $read = $this->plugin()->module(ForecastModule::class)->read();

        return iterator_to_array($read->of_subscription($id, Viewer::system(), $read->span()), false);
    }

    private function assert_agrees(): void
    {
        self::assertSame([], iterator_to_array($this->plugin()->module(LedgerModule::class)->verify()->handle(), false));
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Subscriptions\Stories;

use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\Changes\ChangesModule;
use Counterfoil\Subscriptions\Changes\NewTerms;
use Counterfoil\Subscriptions\PriceRises\PriceRisesModule;
use Counterfoil\Subscriptions\PriceRises\PriceRiseTerms;
use Counterfoil\Tests\Support\IntegrationTestCase;

/** Parts of a period, several subscriptions on one day and months in which nothing ran, together. */
final class CatchUpStoriesTest extends IntegrationTestCase
{
    use TellsStories;

    public function test_another_quantity_within_the_days_before_the_billing_day(): void
    {
        // 20 of 30 days are 6667, and a fee of 500; of these 11 days are credited, 11 * 3 of 30 are 11000 and billed.
        $this->begins('2027-04-11')->leaves('card_visa')->is_billed_on(1)->starts(['items' => [$this->item(['setup_fee' => 500])]])->until('2027-04-20');
        $terms = NewTerms::from_wire(['interval' => ['unit' => 'month', 'count' => 1], 'items' => [$this->item(['quantity' => '3'])]]);
        $this->plugin()->module(ChangesModule::class)->change()->now($this->started[0], $this->subscription($this->started[0])->version, $terms, Viewer::system());
        $this->happens()->until('2027-05-02')
            ->then('active 2027-06-01', ['2027-04-11 8815 paid', '2027-04-20 13530 paid', '2027-05-01 36900 paid'], 'succeeded 54735', 'invoice 3, receipt 3, credit_note 1', charged: 54735);
        self::assertSame(['2027-04-11 – 2027-04-30: 6667', ' – : 500', '2027-04-20 – 2027-04-30: 11000', '2027-05-01 – 2027-05-31: 30000'], $this->billed($this->who));
    }

    public function test_a_price_rise_within_months_in_which_nothing_ran(): void
    {
        $this->begins('2027-01-31')->leaves('card_visa')->starts()->until('2027-02-02');
        $body = ['subscriptions' => [$this->started[0]], 'plan_id' => null, 'value' => ['type' => 'percent', 'percent' => '10'], 'from' => '2027-03-15', 'notice_days' => 0, 'message' => ''];
        $this->plugin()->module(PriceRisesModule::class)->raise()->handle(PriceRiseTerms::from_wire($body, $this->day()), Viewer::system());
        $this->asleep_until('2027-05-15')->agency_confirms('start')
            ->then('active 2027-05-31', ['2027-01-31 12300 paid', '2027-05-15 12300 paid', '2027-05-15 13530 paid', '2027-05-15 13530 paid'], 'succeeded 51660', 'invoice 4, receipt 4, subscription_held 1, price_rise 1', charged: 51660);
        self::assertSame(['2027-02-28 – 2027-03-30: 10000', '2027-03-31 – 2027-04-29: 11000', '2027-04-30 – 2027-05-30: 11000'], array_slice($this->billed($this->who), 1));
    }

    public function test_what_runs_out_is_on_one_bill_with_what_goes_on(): void
    {
        $this->begins('2027-01-01', ['catch_up' => 'together'])->leaves('card_visa')->is_billed_on(1)->starts(['cycles' => 2])->starts(['items' => [$this->item(['unit_price' => 2000])]])->asleep_until('2027-03-10')->until('2027-04-02')
            ->then('ended 2027-03-01, active 2027-05-01', ['2027-01-01 12300 paid', '2027-01-01 2460 paid', '2027-03-10 17220 paid', '2027-04-01 2460 paid'], 'succeeded 34440', 'invoice 4, receipt 4', charged: 34440);
    }

    public function test_one_waits_for_the_agency_and_another_of_the_client_does_not(): void
    {
        $this->begins('2027-01-01', ['catch_up' => 'together'])->leaves('card_visa')->is_billed_on(1)->starts()->starts(['interval' => ['unit' => 'year', 'count' => 1], 'starts_on' => '2027-02-01', 'items' => [$this->item(['unit_price' => 50000])]])->asleep_until('2027-05-10')
            ->then('active, active 2028-02-01', ['2027-01-01 12300 paid', '2027-05-10 61500 paid'], 'succeeded 73800', 'invoice 2, receipt 2, subscription_held 1', charged: 73800);
        $this->agency_confirms('start')
            ->then('active 2027-06-01, active 2028-02-01', ['2027-01-01 12300 paid', '2027-05-10 61500 paid', '2027-05-10 49200 paid'], 'succeeded 123000', 'invoice 3, receipt 3, subscription_held 1', charged: 123000);
    }

    /** The worker stood still over the last try and the next period: that one began while the subscription ran. */
    public function test_the_last_step_comes_after_the_periods_that_are_behind(): void
    {
        $this->begins('2027-01-31', ['retry_days' => [3], 'last_step' => 'cancel'])->leaves('card_chargeCustomerFail')->starts()->until('2027-02-01')->comes('2027-03-02 12:00')->only('subscriptions.charge');
        $this->happens()
            ->then('ended 2027-03-02', ['2027-01-31 12300 unpaid 12300', '2027-03-02 12300 unpaid 12300'], 'failed 36900', 'invoice 2, renewal_failed 3, subscription_unpaid 1', owed: 24600);
    }

    /** Paused, what the agency says of the days that are behind would be left out with the pause. */
    public function test_the_last_step_pauses_nothing_that_is_on_hold(): void
    {
        $this->begins('2027-01-31', ['retry_days' => [3], 'last_step' => 'pause'])->leaves('card_chargeCustomerFail')->starts()->until('2027-02-01')->comes('2027-05-02 12:00')->only('subscriptions.charge');
        self::assertSame([true, 'active'], [$this->subscription($this->started[0])->is_held, $this->subscription($this->started[0])->status->value]);
        self::assertSame(['' => 1], array_count_values($this->steps_told()), 'Nothing was paused, so nothing is said to be.');
        $this->happens()->agency_confirms('start');

        self::assertCount(4, $this->bills($this->who));
        self::assertSame('paused', $this->until('2027-05-10')->subscription($this->started[0])->status->value, 'once they are not paid either');
    }

    /** @return list<string> what the agency's emails about unpaid subscriptions say was done */
    private function steps_told(): array
    {
        $database = $this->plugin()->database();

        return array_map(static fn (array $row): string => (string) json_decode((string) $row['data'], true)['step'], $database->rows("SELECT data FROM {$database->table('outbox')} WHERE message = 'subscription_unpaid' ORDER BY id"));
    }

    public function test_two_currencies_on_one_day_are_two_bills(): void
    {
        $this->begins('2027-07-01')->leaves('card_visa')->is_billed_on(1)->starts()->starts(['currency' => 'USD'])->until('2027-08-02');

        self::assertSame(['2027-07-01 EUR 12300', '2027-07-01 USD 12300', '2027-08-01 EUR 12300', '2027-08-01 USD 12300'], array_map(static fn ($bill): string => "{$bill->issue_date} {$bill->currency->code} {$bill->total}", $this->bills($this->who)));
    }

    public function test_a_trial_a_fee_a_billing_day_an_end_and_bills_ahead(): void
    {
        // 1.5 * 333 are 500; 19 of 28 days of it and of 10000 are 339 and 6786.
        $this->begins('2027-01-31', ['lead_days' => 5])->leaves('card_visa')->is_billed_on(1)->starts(['trial_days' => 10, 'cycles' => 2, 'items' => [$this->item(['setup_fee' => 1000]), $this->item(['unit_price' => 333, 'quantity' => '1.5'])]])->until('2027-06-20')
            ->then('ended 2027-05-01', ['2027-01-31 1230 paid', '2027-02-05 8764 paid', '2027-02-24 12915 paid', '2027-03-27 12915 paid'], 'succeeded 35824', 'invoice 4, receipt 4', charged: 35824);
        self::assertSame([' – : 1000', '2027-02-10 – 2027-02-28: 6786', '2027-02-10 – 2027-02-28: 339', '2027-03-01 – 2027-03-31: 10000'], array_slice($this->billed($this->who), 0, 4));
    }
}

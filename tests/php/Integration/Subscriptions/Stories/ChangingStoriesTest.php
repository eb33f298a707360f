<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Subscriptions\Stories;

use Counterfoil\Tests\Support\IntegrationTestCase;

/** Paused, gone on, ended, caught up with, and several on one bill. */
final class ChangingStoriesTest extends IntegrationTestCase
{
    use TellsStories;

    public function test_paused_until_a_day_and_gone_on_by_itself(): void
    {
        // 10 of the 30 days from 31 March to 29 April: 3333 and VAT.
        $this->begins('2027-01-31')->leaves('card_visa')->starts()->until('2027-02-10')->pauses(until: '2027-04-20')->until('2027-05-01')
            ->then('active 2027-05-31', ['2027-01-31 12300 paid', '2027-04-20 4100 paid', '2027-04-30 12300 paid'], 'succeeded 28700', 'invoice 3, receipt 3', charged: 28700);
    }

    public function test_paused_and_resumed_within_days_that_are_paid(): void
    {
        $this->begins('2027-01-31')->leaves('card_visa')->starts()->until('2027-02-10')->pauses()
            ->then('paused', ['2027-01-31 12300 paid'], 'succeeded 12300', 'invoice 1, receipt 1', charged: 12300);
        $this->until('2027-02-20')->resumes()->until('2027-03-01')
            ->then('active 2027-03-31', ['2027-01-31 12300 paid', '2027-02-28 12300 paid'], 'succeeded 24600', 'invoice 2, receipt 2', charged: 24600);
    }

    public function test_paused_for_good_nothing_is_billed(): void
    {
        $this->begins('2027-01-31')->leaves('card_visa')->starts()->until('2027-02-10')->pauses()->until('2027-12-31')
            ->then('paused', ['2027-01-31 12300 paid'], 'succeeded 12300', 'invoice 1, receipt 1', charged: 12300);
    }

    public function test_a_pause_before_anything_was_charged_again_stops_no_bill_that_is_out(): void
    {
        $this->begins('2027-01-31')->leaves('card_chargeCustomerFail')->starts()->pauses()->prefers('card_visa')->until('2027-03-31')
            ->then('paused', ['2027-01-31 12300 paid'], 'failed 12300, succeeded 12300', 'invoice 1, renewal_failed 1, receipt 1', charged: 12300);
    }

    public function test_the_cycles_that_a_pause_left_out_come_after_it(): void
    {
        $this->begins('2027-01-01')->leaves('card_visa')->starts(['cycles' => 3])->until('2027-01-15')->pauses(until: '2027-05-01')->until('2027-08-01')
            ->then('ended 2027-07-01', ['2027-01-01 12300 paid', '2027-05-01 12300 paid', '2027-06-01 12300 paid'], 'succeeded 36900', 'invoice 3, receipt 3', charged: 36900);
    }

    public function test_cancelled_now(): void
    {
        $this->begins('2027-01-31')->leaves('card_visa')->starts()->until('2027-02-10')->cancels('now')->until('2027-06-01')
            ->then('ended 2027-02-10', ['2027-01-31 12300 paid'], 'succeeded 12300', 'invoice 1, receipt 1', charged: 12300);
    }

    public function test_cancelled_at_the_end_of_its_period(): void
    {
        $this->begins('2027-01-31')->leaves('card_visa')->starts()->until('2027-02-10')->cancels('period_end')->until('2027-06-01')
            ->then('ended 2027-02-28', ['2027-01-31 12300 paid'], 'succeeded 12300', 'invoice 1, receipt 1', charged: 12300);
    }

    public function test_cancelled_on_a_day_within_a_period_to_come(): void
    {
        // 10 of 31 days: 3226 and VAT of 742.
        $this->begins('2027-01-31')->leaves('card_visa')->starts()->until('2027-02-10')->cancels('2027-03-10')->until('2027-06-01')
            ->then('ended 2027-03-10', ['2027-01-31 12300 paid', '2027-02-28 3968 paid'], 'succeeded 16268', 'invoice 2, receipt 2', charged: 16268);
    }

    public function test_cancelled_and_kept_after_all(): void
    {
        $this->begins('2027-01-31')->leaves('card_visa')->starts()->until('2027-02-10')->cancels('period_end')->until('2027-02-20')->stays_after_all()->until('2027-03-01')
            ->then('active 2027-03-31', ['2027-01-31 12300 paid', '2027-02-28 12300 paid'], 'succeeded 24600', 'invoice 2, receipt 2', charged: 24600);
    }

    public function test_kept_after_all_when_its_last_days_were_billed_the_rest_of_the_period_is_billed_too(): void
    {
        // 10 and 21 of 31 days are 3226 and 6774, and VAT of 742 and 1558.
        $this->begins('2027-01-31')->leaves('card_visa')->starts()->until('2027-02-10')->cancels('2027-03-10')->until('2027-03-05')->stays_after_all()->until('2027-04-01')
            ->then('active 2027-04-30', ['2027-01-31 12300 paid', '2027-02-28 3968 paid', '2027-03-10 8332 paid', '2027-03-31 12300 paid'], 'succeeded 36900', 'invoice 4, receipt 4', charged: 36900);
    }

    public function test_cancelled_while_its_bill_is_tried_the_bill_stays(): void
    {
        $this->begins('2027-01-31')->leaves('card_chargeCustomerFail')->starts()->cancels('now')->until('2027-02-20')
            ->then('ended 2027-01-31', ['2027-01-31 12300 unpaid 12300'], 'failed 36900', 'invoice 1, renewal_failed 3, subscription_unpaid 1', owed: 12300);
    }

    public function test_cron_that_stood_still_for_two_months_catches_up(): void
    {
        $this->begins('2027-01-31')->leaves('card_visa')->starts()->asleep_until('2027-04-15')
            ->then('active 2027-04-30', ['2027-01-31 12300 paid', '2027-04-15 12300 paid', '2027-04-15 12300 paid'], 'succeeded 36900', 'invoice 3, receipt 3', charged: 36900);
    }

    public function test_cron_that_stood_still_for_long_waits_for_the_agency(): void
    {
        $this->begins('2027-01-31', ['catch_up' => 'together'])->leaves('card_visa')->starts()->asleep_until('2027-06-15')->until('2027-06-20')
            ->then('active', ['2027-01-31 12300 paid'], 'succeeded 12300', 'invoice 1, receipt 1, subscription_held 1', charged: 12300);
        $this->agency_confirms('start')->until('2027-06-25')
            ->then('active 2027-06-30', ['2027-01-31 12300 paid', '2027-06-20 49200 paid'], 'succeeded 61500', 'invoice 2, receipt 2, subscription_held 1', charged: 61500);
    }

    public function test_what_was_missed_is_left_out_where_the_agency_says_so(): void
    {
        $this->begins('2027-01-31')->leaves('card_visa')->starts()->asleep_until('2027-06-15')->agency_confirms('next')->until('2027-07-01')
            ->then('active 2027-07-31', ['2027-01-31 12300 paid', '2027-06-30 12300 paid'], 'succeeded 24600', 'invoice 2, receipt 2, subscription_held 1', charged: 24600);
    }

    public function test_all_on_one_bill_on_the_billing_day(): void
    {
        // 17 of 31 days from 15 January: 5484 and VAT of 1261; 12 of 31 days from 20 January: 774 and VAT of 178.
        $this->begins('2027-01-15')->leaves('card_visa')->is_billed_on(1)->starts()->until('2027-01-20')->starts(['items' => [$this->item(['description' => 'Hosting', 'unit_price' => 2000])]])->until('2027-03-02')
            ->then('active 2027-04-01, active 2027-04-01', ['2027-01-15 6745 paid', '2027-01-20 952 paid', '2027-02-01 14760 paid', '2027-03-01 14760 paid'], 'succeeded 37217', 'invoice 4, receipt 4', charged: 37217);
        $this->cancels('period_end', 1)->until('2027-04-02')
            ->then('ended 2027-04-01, active 2027-05-01', ['2027-01-15 6745 paid', '2027-01-20 952 paid', '2027-02-01 14760 paid', '2027-03-01 14760 paid', '2027-04-01 2460 paid'], 'succeeded 39677', 'invoice 5, receipt 5', charged: 39677);
    }

    public function test_two_subscriptions_without_a_billing_day_have_bills_of_their_own(): void
    {
        $this->begins('2027-01-31')->leaves('card_visa')->starts()->starts(['items' => [$this->item(['unit_price' => 2000])]])->until('2027-03-01')
            ->then('active 2027-03-31, active 2027-03-31', ['2027-01-31 12300 paid', '2027-01-31 2460 paid', '2027-02-28 12300 paid', '2027-02-28 2460 paid'], 'succeeded 29520', 'invoice 4, receipt 4', charged: 29520);
    }
}

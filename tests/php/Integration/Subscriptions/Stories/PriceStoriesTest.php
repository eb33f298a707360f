<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Subscriptions\Stories;

use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\Changes\ChangesModule;
use Counterfoil\Tests\Support\IntegrationTestCase;

/** Another price, another rhythm, and an end with days that were paid for. April has 30 days; on the 11th, 20 of them are left: 6667 and VAT are 8200. */
final class PriceStoriesTest extends IntegrationTestCase
{
    use ChangesTerms;
    use TellsStories;

    public function test_a_higher_price_at_once_costs_the_difference(): void
    {
        $this->begins('2027-04-01')->leaves('card_visa')->starts()->until('2027-04-11')->changes_to(20000)->until('2027-04-20')
            ->then('active 2027-05-01', ['2027-04-01 12300 paid', '2027-04-11 16400 paid'], 'succeeded 20500', 'invoice 2, receipt 2, credit_note 1', charged: 20500);
        $this->until('2027-05-02')
            ->then('active 2027-06-01', ['2027-04-01 12300 paid', '2027-04-11 16400 paid', '2027-05-01 24600 paid'], 'succeeded 45100', 'invoice 3, receipt 3, credit_note 1', charged: 45100);
    }

    public function test_a_lower_price_at_once_leaves_credit(): void
    {
        $this->begins('2027-04-01')->leaves('card_visa')->starts()->until('2027-04-11')->changes_to(5000)->until('2027-05-02')
            ->then('active 2027-06-01', ['2027-04-01 12300 paid', '2027-04-11 4100 paid', '2027-05-01 6150 paid'], 'succeeded 18450', 'invoice 3, receipt 2, credit_note 1', charged: 18450, credit: 4100);
    }

    public function test_a_higher_price_of_what_is_not_paid_yet_is_owed(): void
    {
        $this->begins('2027-04-01')->starts()->until('2027-04-11')->changes_to(20000)->until('2027-04-20')
            ->then('active 2027-05-01', ['2027-04-01 12300 unpaid 4100', '2027-04-11 16400 unpaid 16400'], '', 'invoice 2, credit_note 1', owed: 20500);
    }

    public function test_changed_twice_while_nothing_is_paid(): void
    {
        // Ten days each of 100.00, of 200.00 and of 50.00: 33.33, 66.67 and 16.67, and VAT.
        $this->begins('2027-04-01')->starts()->until('2027-04-11')->changes_to(20000)->until('2027-04-21')->changes_to(5000)->until('2027-04-25')
            ->then('active 2027-05-01', ['2027-04-01 12300 unpaid 4100', '2027-04-11 16400 unpaid 8201', '2027-04-21 2050 unpaid 2050'], '', 'invoice 3, credit_note 2', owed: 14351);
    }

    public function test_a_part_that_was_paid_pays_the_used_days_first(): void
    {
        $this->begins('2027-04-01')->starts()->transfers(1, 5000)->until('2027-04-11')->changes_to(20000)->until('2027-04-25')
            ->then('active 2027-05-01', ['2027-04-01 12300 paid', '2027-04-11 16400 part_paid 15500'], 'succeeded 5000', 'invoice 2, receipt 1, credit_note 1', charged: 0, owed: 15500);
    }

    public function test_what_was_given_back_before_does_not_pay_what_comes_instead(): void
    {
        // Of 123.00, 60.00 went back: 63.00 pay the used 41.00, and 22.00 of the new days.
        $this->begins('2027-04-01')->leaves('card_visa')->starts()->until('2027-04-05')->gets_back(1, 6000)->until('2027-04-11')->changes_to(20000)->until('2027-04-20')
            ->then('active 2027-05-01', ['2027-04-01 12300 paid', '2027-04-11 16400 paid'], 'succeeded 26500', 'invoice 2, receipt 2, refund 1, credit_note 1', charged: 26500, refunded: 6000);
    }

    public function test_to_and_fro_on_one_day_gives_the_money_back(): void
    {
        $this->begins('2027-04-01')->leaves('card_visa')->starts()->until('2027-04-11')->changes_to(20000)->changes_to(10000)->until('2027-04-20')
            ->then('active 2027-05-01', ['2027-04-01 12300 paid', '2027-04-11 16400 credited', '2027-04-11 8200 paid'], 'succeeded 20500', 'invoice 3, receipt 2, credit_note 2', charged: 20500, credit: 8200);
    }

    public function test_another_price_from_the_next_period(): void
    {
        $this->begins('2027-04-01')->leaves('card_visa')->starts()->until('2027-04-11')->changes_to(20000, 'next_period')->until('2027-05-02')
            ->then('active 2027-06-01', ['2027-04-01 12300 paid', '2027-05-01 24600 paid'], 'succeeded 36900', 'invoice 2, receipt 2', charged: 36900);
    }

    public function test_another_price_that_is_withdrawn(): void
    {
        $this->begins('2027-04-01')->leaves('card_visa')->starts()->until('2027-04-11')->changes_to(20000, 'next_period')->until('2027-04-20');
        $this->plugin()->module(ChangesModule::class)->change()->withdraw($this->started[0], Viewer::system());
        $this->until('2027-05-02')
            ->then('active 2027-06-01', ['2027-04-01 12300 paid', '2027-05-01 12300 paid'], 'succeeded 24600', 'invoice 2, receipt 2', charged: 24600);
    }

    public function test_every_quarter_from_the_next_period(): void
    {
        $this->begins('2027-04-01')->leaves('card_visa')->starts()->until('2027-04-11')->changes_to(27000, 'next_period', 3)->until('2027-07-31')
            ->then('active 2027-08-01', ['2027-04-01 12300 paid', '2027-05-01 33210 paid'], 'succeeded 45510', 'invoice 2, receipt 2', charged: 45510);
    }

    public function test_cancelled_now_and_the_unused_days_are_credit(): void
    {
        $this->begins('2027-04-01')->leaves('card_visa')->starts()->until('2027-04-11')->cancels('now', unused: 'credit')->until('2027-05-02')
            ->then('ended 2027-04-11', ['2027-04-01 12300 paid'], 'succeeded 12300', 'invoice 1, receipt 1, credit_note 1', charged: 12300, credit: 8200);
    }

    public function test_cancelled_now_and_the_unused_days_are_given_back(): void
    {
        $this->begins('2027-04-01')->leaves('card_visa')->starts()->until('2027-04-11')->cancels('now', unused: 'refund')->until('2027-05-02')
            ->then('ended 2027-04-11', ['2027-04-01 12300 paid'], 'succeeded 12300', 'invoice 1, receipt 1, credit_note 1, refund 1', charged: 12300, refunded: 8200);
    }

    public function test_cancelled_now_while_its_bill_is_tried_only_the_used_days_are_asked_for(): void
    {
        $this->begins('2027-04-01', ['retry_days' => [1, 15]])->leaves('card_chargeCustomerFail')->starts()->until('2027-04-11')->cancels('now', unused: 'credit')->prefers('card_visa')->until('2027-05-02')
            ->then('ended 2027-04-11', ['2027-04-01 12300 paid'], 'failed 24600, succeeded 4100', 'invoice 1, renewal_failed 2, credit_note 1, receipt 1', charged: 4100);
    }

    public function test_a_change_waits_for_a_debit_of_the_days_that_it_credits(): void
    {
        $this->begins('2027-01-31')->leaves('sepa_debit')->starts()->until('2027-02-02')->changes_to(20000)
            ->then('active 2027-02-28', ['2027-01-31 12300 unpaid 12300'], 'processing 12300', 'invoice 1, debit 1', owed: 12300);
        // 26 of 28 days: 9286 and VAT of 2136 are credited and pay a part of 18571 and 4271.
        $this->until('2027-02-20')
            ->then('active 2027-02-28', ['2027-01-31 12300 paid', '2027-02-05 22842 paid'], 'succeeded 23720', 'invoice 2, debit 2, receipt 2, credit_note 1', charged: 23720);
    }

    public function test_days_that_were_debited_go_back_once_the_money_has_come(): void
    {
        $this->begins('2027-01-31')->leaves('sepa_debit')->starts()->until('2027-02-02')->cancels('now', unused: 'refund')->until('2027-02-20')
            ->then('ended 2027-02-02', ['2027-01-31 12300 paid'], 'succeeded 12300', 'invoice 1, debit 1, receipt 1, credit_note 1, refund 1', charged: 12300, refunded: 11422);
    }

    public function test_days_whose_debit_fails_are_credited_all_the_same(): void
    {
        // What is left, 878, is tried twice more.
        $this->begins('2027-01-31')->leaves('sepa_debit_fails')->starts()->until('2027-02-02')->cancels('now', unused: 'refund')->until('2027-02-20')
            ->then('ended 2027-02-02', ['2027-01-31 12300 unpaid 878'], 'failed 14056', 'invoice 1, debit 3, renewal_failed 3, credit_note 1, subscription_unpaid 1', owed: 878);
    }
}

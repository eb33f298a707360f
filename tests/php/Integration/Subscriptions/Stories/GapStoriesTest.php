<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Subscriptions\Stories;

use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\Changes\ChangesModule;
use Counterfoil\Subscriptions\Changes\NewTerms;
use Counterfoil\Tests\Support\IntegrationTestCase;
use DateTimeImmutable;

/** Days that were left out stay left out, and days that were billed are not billed twice, whatever is done next. */
final class GapStoriesTest extends IntegrationTestCase
{
    use TellsStories;

    public function test_a_trial_that_was_before_the_first_bill_is_left_out_with_what_was_before_it(): void
    {
        // The set-up fee comes with the first bill: 105 and VAT.
        $this->begins('2027-06-01')->leaves('card_visa')->starts(['starts_on' => '2027-01-01', 'trial_days' => 14, 'first_bill' => 'next', 'items' => [$this->item(['setup_fee' => 500])]])
            ->then('active 2027-06-15', [], '', '');
        $this->cancels('2027-12-31')->until('2027-06-20')
            ->then('active 2027-07-15', ['2027-06-15 12915 paid'], 'succeeded 12915', 'invoice 1, receipt 1', charged: 12915);
    }

    public function test_what_the_agency_left_out_takes_no_set_up_fee_with_it(): void
    {
        $this->begins('2027-01-10')->leaves('card_visa')->starts(['starts_on' => '2027-01-20', 'trial_days' => 14, 'items' => [$this->item(['setup_fee' => 500])]])->asleep_until('2027-06-01')
            ->then('active', [], '', 'subscription_held 1');
        $this->agency_confirms('current')
            ->then('active 2027-06-03', ['2027-06-01 12915 paid'], 'succeeded 12915', 'subscription_held 1, invoice 1, receipt 1', charged: 12915);
    }

    public function test_an_end_bills_no_days_of_a_pause(): void
    {
        $this->begins('2027-01-01')->leaves('card_visa')->starts()->until('2027-01-15')->pauses()->asleep_until('2027-02-28');
        $this->move(new DateTimeImmutable('2027-03-01 00:05'));
        // Before the worker comes
        $this->subscriptions()->resume()->handle($this->started[0], Viewer::system());
        $this->cancels('2027-12-31')
            ->then('active 2027-04-01', ['2027-01-01 12300 paid', '2027-03-01 12300 paid'], 'succeeded 24600', 'invoice 2, receipt 2', charged: 24600);
    }

    public function test_days_before_the_billing_day_are_billed_once_though_the_rhythm_changes(): void
    {
        $this->begins('2027-01-10')->leaves('card_visa')->starts()->until('2027-01-20');
        self::assert_status(200, $this->rest('PUT', "/counterfoil/v1/clients/{$this->who->id}/billing-day", ['day' => 1], $this->administrator()));
        $terms = NewTerms::from_wire(['items' => [$this->item(['unit_price' => 100000])], 'interval' => ['unit' => 'year', 'count' => 1]]);
        $this->plugin()->module(ChangesModule::class)->change()->from_next_period($this->started[0], $this->subscription($this->started[0])->version, $terms, Viewer::system());
        // 19 of the 365 days before 1 March are 5205 and VAT of 1197.
        $this->until('2027-03-02')
            ->then('active 2028-03-01', ['2027-01-10 12300 paid', '2027-02-10 6402 paid', '2027-03-01 123000 paid'], 'succeeded 141702', 'invoice 3, receipt 3', charged: 141702);
        self::assertSame(['2027-01-10 – 2027-02-09: 10000', '2027-02-10 – 2027-02-28: 5205', '2027-03-01 – 2028-02-29: 100000'], $this->billed($this->who));
    }

    public function test_what_a_bill_started_is_brought_to_the_billing_day(): void
    {
        // 17 of 28 days from 12 February are 6071 and VAT of 1396.
        $this->begins('2027-01-12')->leaves('card_visa')->is_billed_on(1)->is_sent('invoice')->pays(1)->until('2027-03-02')
            ->then('active 2027-04-01', ['2027-01-12 12300 paid', '2027-02-12 7467 paid', '2027-03-01 12300 paid'], 'succeeded 32067', 'invoice 3, receipt 3', charged: 32067);
    }

    public function test_days_before_the_billing_day_that_were_billed_elsewhere_are_not_billed(): void
    {
        $this->begins('2027-06-10')->leaves('card_visa')->is_billed_on(1)->starts(['starts_on' => '2027-06-03', 'first_bill' => 'next'])->until('2027-07-02')
            ->then('active 2027-08-01', ['2027-07-01 12300 paid'], 'succeeded 12300', 'invoice 1, receipt 1', charged: 12300);
    }
}

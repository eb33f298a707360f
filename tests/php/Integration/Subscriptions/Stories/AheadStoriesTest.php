<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Subscriptions\Stories;

use Counterfoil\Tests\Support\IntegrationTestCase;

/** Bills that are out before their days come, and what happens meanwhile. */
final class AheadStoriesTest extends IntegrationTestCase
{
    use TellsStories;

    public function test_it_is_due_on_its_first_day_at_the_earliest(): void
    {
        $this->begins('2027-01-10', ['lead_days' => 30])->leaves('card_visa')->starts(['starts_on' => '2027-03-01'])->until('2027-02-27')
            ->then('active 2027-04-01', ['2027-01-30 12300 unpaid 12300'], '', 'invoice 1', owed: 12300);
        self::assertSame('2027-03-01', $this->bill(1)->due_date);
        $this->until('2027-03-05');

        self::assertSame('2027-04-01', $this->bill(2)->due_date);
    }

    public function test_cancelled_in_its_trial_the_first_period_is_not_charged(): void
    {
        $this->begins('2027-01-10', ['lead_days' => 10])->leaves('card_visa')->starts(['trial_days' => 14])->until('2027-01-20')
            ->then('active 2027-02-24', ['2027-01-14 12300 unpaid 12300'], '', 'invoice 1', owed: 12300);
        $this->cancels('now')->until('2027-03-01')
            ->then('ended 2027-01-20', ['2027-01-14 12300 credited'], '', 'invoice 1, credit_note 1');
    }

    public function test_cancelled_now_what_was_paid_stays_and_what_is_to_come_is_not_charged(): void
    {
        $this->begins('2027-01-10', ['lead_days' => 10])->leaves('card_visa')->starts()->until('2027-02-05')->cancels('now')->until('2027-03-01')
            ->then('ended 2027-02-05', ['2027-01-10 12300 paid', '2027-01-31 12300 credited'], 'succeeded 12300', 'invoice 2, receipt 1, credit_note 1', charged: 12300);
    }

    public function test_cancelled_now_what_was_paid_ahead_stays(): void
    {
        $this->begins('2027-01-10', ['lead_days' => 10])->leaves('card_visa')->starts()->until('2027-02-05')->transfers(2, 12300)->cancels('now')->until('2027-03-01')
            ->then('ended 2027-02-05', ['2027-01-10 12300 paid', '2027-01-31 12300 paid'], 'succeeded 24600', 'invoice 2, receipt 2', charged: 12300);
    }

    public function test_of_several_on_one_bill_the_others_are_charged(): void
    {
        $this->begins('2027-01-01', ['lead_days' => 10])->leaves('card_visa')->is_billed_on(1)->starts()->starts(['items' => [$this->item(['unit_price' => 2000])]])->until('2027-01-25')->cancels('now')->until('2027-02-02')
            ->then('ended 2027-01-25, active 2027-03-01', ['2027-01-01 12300 paid', '2027-01-01 2460 paid', '2027-01-22 14760 paid'], 'succeeded 17220', 'invoice 3, receipt 3, credit_note 1', charged: 17220);
    }

    public function test_cancelled_after_the_last_try_the_next_one_is_not_asked_for(): void
    {
        $this->begins('2027-01-10', ['lead_days' => 20, 'last_step' => 'cancel', 'retry_days' => [15]])->leaves('card_chargeCustomerFail')->starts()->until('2027-01-28')
            ->then('ended 2027-01-25', ['2027-01-10 12300 unpaid 12300', '2027-01-21 12300 credited'], 'failed 24600', 'invoice 2, renewal_failed 2, subscription_unpaid 1, credit_note 1', owed: 12300);
        $this->prefers('card_visa')->until('2027-03-20')
            ->then('ended 2027-01-25', ['2027-01-10 12300 paid', '2027-01-21 12300 credited'], 'failed 24600, succeeded 12300', 'invoice 2, renewal_failed 2, subscription_unpaid 1, credit_note 1, receipt 1', charged: 12300);
    }

    public function test_an_open_pro_forma_of_days_that_never_come_is_withdrawn(): void
    {
        $this->begins('2027-01-10', ['lead_days' => 10, 'billed_by' => 'pro_forma'])->leaves('card_visa')->starts(['trial_days' => 14])->until('2027-01-20')->cancels('now')->until('2027-03-01')
            ->then('ended 2027-01-20', [], '', 'invoice 1, pro_forma_withdrawn 1');
        self::assertSame('Subscription canceled on January 20, 2027', json_decode((string) $this->plugin()->database()->value("SELECT data FROM {$this->plugin()->database()->table('events')} WHERE type = 'pro_forma.withdrawn'"), true)['reason']);
    }

    public function test_one_that_a_part_was_paid_of_stays_and_so_does_one_for_others_until_they_end_too(): void
    {
        $this->begins('2027-01-10', ['lead_days' => 10, 'billed_by' => 'pro_forma'])->starts(['trial_days' => 14])->until('2027-01-20')->transfers(1, 2300)->cancels('now')->until('2027-01-22')
            ->then('ended 2027-01-20', ['2027-01-14 12300 part_paid 10000'], 'succeeded 2300', 'invoice 1, receipt 1');
        $this->who = $this->client('Shared', 'shared@harbour.test');
        $this->started = [];
        $this->is_billed_on(1)->starts(['starts_on' => '2027-02-01'])->starts(['starts_on' => '2027-02-01'])->until('2027-01-25')->cancels('now');
        self::assertCount(1, $this->bills($this->who));
        $this->cancels('now', 2);
        self::assertCount(0, $this->bills($this->who));
    }

    public function test_a_part_of_a_bill_that_is_still_to_be_made_is_taken_off_it(): void
    {
        $this->begins('2027-01-01', ['lead_days' => 10])->leaves('card_visa')->is_billed_on(1)->starts(['items' => [$this->item(), $this->item(['unit_price' => 500])]])->starts(['items' => [$this->item(['unit_price' => 2000])]])
            ->until('2027-01-21')->comes('2027-01-22 09:30')->only('subscriptions.renew')->cancels('now')->until('2027-02-02')
            ->then('ended 2027-01-22, active 2027-03-01', ['2027-01-01 12915 paid', '2027-01-01 2460 paid', '2027-01-22 2460 paid'], 'succeeded 17835', 'invoice 3, receipt 3', charged: 17835);
        // Its lines are where the period of the other one says.
        $this->cancels('now', 2, 'credit')->until('2027-02-03');
        self::assertSame(['canceled 2027-02-02', 1], ['canceled ' . $this->subscription($this->started[1])->ended_on, $this->rows_in('credit_notes')]);
    }

    public function test_it_is_taken_off_a_draft_that_could_not_be_issued(): void
    {
        $this->begins('2027-01-01', ['lead_days' => 10])->leaves('card_visa')->is_billed_on(1)->starts()->starts(['items' => [$this->item(['unit_price' => 2000])]])->until('2027-01-21')
            // A name that no font of the paper has.
            ->is_named("\u{1F642}")->until('2027-01-22');
        self::assertSame(1, $this->rows_in('invoices', "status = 'draft'"));
        $this->is_named('Harbour & Pine')->cancels('now')->until('2027-02-02')
            ->then('ended 2027-01-22, active 2027-03-01', ['2027-01-01 12300 paid', '2027-01-01 2460 paid', '2027-01-22 2460 paid'], 'succeeded 17220', 'invoice 3, receipt 3, subscription_blocked 1', charged: 17220);
        self::assertSame(0, $this->rows_in('invoices', "status = 'draft'"));
    }

    private function is_named(string $name): static
    {
        $this->plugin()->database()->update('clients', ['name' => $name], ['id' => $this->who->id]);

        return $this;
    }

    public function test_paused_what_is_out_already_counts_as_billed(): void
    {
        $this->begins('2027-01-10', ['lead_days' => 10])->leaves('card_visa')->starts()->until('2027-02-05')->pauses()->until('2027-04-01')
            ->then('paused', ['2027-01-10 12300 paid', '2027-01-31 12300 paid'], 'succeeded 24600', 'invoice 2, receipt 2', charged: 24600);
    }
}

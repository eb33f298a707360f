<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Subscriptions\Stories;

use Counterfoil\Invoices\CreditNotes\Surplus;
use Counterfoil\Payments\Credit\CreditModule;
use Counterfoil\Shared\Actor;
use Counterfoil\Tests\Support\IntegrationTestCase;

/** Money that goes back, and what it means for the next bills. */
final class MoneyBackStoriesTest extends IntegrationTestCase
{
    use TellsStories;

    public function test_a_refund_changes_nothing_for_the_next_period(): void
    {
        $this->begins('2027-01-31')->leaves('card_visa')->starts()->until('2027-02-05')->gets_back(1, 12300)->until('2027-03-01')
            ->then('active 2027-03-31', ['2027-01-31 12300 refunded', '2027-02-28 12300 paid'], 'succeeded 24600', 'invoice 2, receipt 2, refund 1', charged: 24600, refunded: 12300);
    }

    public function test_a_refund_in_part(): void
    {
        $this->begins('2027-01-31')->leaves('card_visa')->starts()->until('2027-02-05')->gets_back(1, 2300)->until('2027-02-20')
            ->then('active 2027-02-28', ['2027-01-31 12300 paid'], 'succeeded 12300', 'invoice 1, receipt 1, refund 1', charged: 12300, refunded: 2300);
    }

    public function test_a_credit_note_whose_money_is_credit_for_the_next_bill(): void
    {
        $this->begins('2027-01-31')->leaves('card_visa')->starts()->until('2027-02-05')->is_credited(1, 4000)
            ->then('active 2027-02-28', ['2027-01-31 12300 paid'], 'succeeded 12300', 'invoice 1, receipt 1, credit_note 1', charged: 12300, credit: 4000);
        $this->until('2027-03-01')
            ->then('active 2027-03-31', ['2027-01-31 12300 paid', '2027-02-28 12300 paid'], 'succeeded 24600', 'invoice 2, receipt 2, credit_note 1', charged: 24600, credit: 4000);
    }

    public function test_credit_is_used_by_itself_where_that_is_chosen_and_the_rest_is_charged(): void
    {
        $this->begins('2027-01-31')->leaves('card_visa')->starts();
        $this->plugin()->module(CreditModule::class)->settings()->save(true, Actor::system());
        $this->until('2027-02-05')->is_credited(1, 4000)->until('2027-03-01')
            ->then('active 2027-03-31', ['2027-01-31 12300 paid', '2027-02-28 12300 paid'], 'succeeded 20600', 'invoice 2, receipt 2, credit_note 1', charged: 20600);
    }

    public function test_a_credit_note_whose_money_goes_back(): void
    {
        $this->begins('2027-01-31')->leaves('card_visa')->starts()->until('2027-02-05')->is_credited(1, 4000, Surplus::Refund)->until('2027-02-20')
            ->then('active 2027-02-28', ['2027-01-31 12300 paid'], 'succeeded 12300', 'invoice 1, receipt 1, credit_note 1, refund 1', charged: 12300, refunded: 4000);
    }

    public function test_a_bill_that_is_credited_before_it_is_paid_is_not_charged_again(): void
    {
        $this->begins('2027-01-31')->leaves('card_chargeCustomerFail')->starts()->is_credited(1, 12300)->until('2027-02-20')
            ->then('active 2027-02-28', ['2027-01-31 12300 credited'], 'failed 12300', 'invoice 1, renewal_failed 1, credit_note 1');
    }

    public function test_a_bill_that_is_voided_is_not_charged_again(): void
    {
        $this->begins('2027-01-31')->leaves('card_chargeCustomerFail')->starts()->is_voided(1)->until('2027-03-01')
            ->then('active 2027-03-31', ['2027-02-28 12300 unpaid 12300'], 'failed 36900', 'invoice 2, renewal_failed 3, invoice_voided 1', owed: 12300);
    }

    public function test_a_dispute_takes_the_money_and_the_bill_is_not_charged_again(): void
    {
        $this->begins('2027-01-31')->leaves('card_visa')->starts()->until('2027-02-05')->disputes(1)->until('2027-02-20')
            ->then('active 2027-02-28', ['2027-01-31 12300 unpaid 12300'], 'succeeded 12300', 'invoice 1, receipt 1, dispute 1', charged: 12300, owed: 12300);
    }

    public function test_a_dispute_that_is_won_brings_it_back(): void
    {
        $this->begins('2027-01-31')->leaves('card_visa')->starts()->until('2027-02-05')->disputes(1, 'won')->until('2027-03-01')
            ->then('active 2027-03-31', ['2027-01-31 12300 paid', '2027-02-28 12300 paid'], 'succeeded 24600', 'invoice 2, receipt 2, dispute 2', charged: 24600);
    }

    public function test_a_dispute_that_is_lost_and_a_transfer_instead(): void
    {
        $this->begins('2027-01-31')->leaves('card_visa')->starts()->until('2027-02-05')->disputes(1, 'lost')->until('2027-02-20')->transfers(1, 12300)
            ->then('active 2027-02-28', ['2027-01-31 12300 paid'], 'succeeded 24600', 'invoice 1, receipt 2, dispute 2', charged: 12300);
    }

    public function test_a_part_by_transfer_and_the_rest_by_card(): void
    {
        $this->begins('2027-01-31')->starts()->transfers(1, 2300)->leaves('card_visa')->until('2027-02-05')
            ->then('active 2027-02-28', ['2027-01-31 12300 paid'], 'succeeded 12300', 'invoice 1, receipt 2', charged: 10000);
    }

    public function test_a_bill_with_a_recurring_line_that_is_paid_starts_it(): void
    {
        $this->begins('2027-01-31')->is_sent('invoice')->until('2027-02-05')
            ->then('', ['2027-01-31 12300 unpaid 12300'], '', 'invoice 1', owed: 12300);
        $this->pays(1)->until('2027-03-10')
            ->then('active 2027-04-05', ['2027-01-31 12300 paid', '2027-03-05 12300 paid'], 'succeeded 24600', 'invoice 2, receipt 2', charged: 24600);
    }

    public function test_a_pro_forma_with_a_recurring_line_that_is_paid_starts_it(): void
    {
        $this->begins('2027-01-31')->is_sent('pro_forma')->until('2027-02-05')->pays(1)->until('2027-03-10')
            ->then('active 2027-04-05', ['2027-01-31 12300 invoiced', '2027-02-05 12300 paid', '2027-03-05 12300 paid'], 'succeeded 24600', 'invoice 3, receipt 1', charged: 24600);
    }
}

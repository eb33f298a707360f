<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Subscriptions\Stories;

use Counterfoil\Tests\Support\IntegrationTestCase;

/** How it begins. */
final class StartingStoriesTest extends IntegrationTestCase
{
    use TellsStories;

    public function test_a_year_of_a_card(): void
    {
        $this->begins('2027-01-31')->leaves('card_visa')->starts()->until('2028-01-15')
            ->then('active 2028-01-31', [
                '2027-01-31 12300 paid', '2027-02-28 12300 paid', '2027-03-31 12300 paid', '2027-04-30 12300 paid', '2027-05-31 12300 paid', '2027-06-30 12300 paid',
                '2027-07-31 12300 paid', '2027-08-31 12300 paid', '2027-09-30 12300 paid', '2027-10-31 12300 paid', '2027-11-30 12300 paid', '2027-12-31 12300 paid',
            ], 'succeeded 147600', 'invoice 12, receipt 12', charged: 147600);
    }

    public function test_a_client_without_a_method_pays_by_the_mails(): void
    {
        $this->begins('2027-01-31')->starts()->until('2027-02-03')->transfers(1, 12300)->until('2027-03-05')
            ->then('active 2027-03-31', ['2027-01-31 12300 paid', '2027-02-28 12300 unpaid 12300'], 'succeeded 12300', 'invoice 2, receipt 1', owed: 12300);
    }

    public function test_the_card_the_first_bill_is_paid_with_pays_the_next(): void
    {
        $this->begins('2027-01-31')->starts()->until('2027-02-02')->pays(1)->until('2027-03-01')
            ->then('active 2027-03-31', ['2027-01-31 12300 paid', '2027-02-28 12300 paid'], 'succeeded 24600', 'invoice 2, receipt 2', charged: 24600);
    }

    public function test_a_trial_with_a_set_up_fee(): void
    {
        $this->begins('2027-01-31')->leaves('card_visa')->starts(['trial_days' => 14, 'items' => [$this->item(['setup_fee' => 5000])]])->until('2027-02-13')
            ->then('active 2027-02-14', ['2027-01-31 6150 paid'], 'succeeded 6150', 'invoice 1, receipt 1', charged: 6150);
        $this->until('2027-03-20')
            ->then('active 2027-04-14', ['2027-01-31 6150 paid', '2027-02-14 12300 paid', '2027-03-14 12300 paid'], 'succeeded 30750', 'invoice 3, receipt 3', charged: 30750);
    }

    public function test_a_trial_that_is_cancelled_costs_nothing(): void
    {
        $this->begins('2027-01-31')->leaves('card_visa')->starts(['trial_days' => 14])->until('2027-02-05')->cancels('period_end')->until('2027-03-31')
            ->then('ended 2027-02-14', [], '', '');
    }

    public function test_twelve_cycles_by_weeks_and_no_more(): void
    {
        $this->begins('2027-01-31')->leaves('card_visa')->starts(['cycles' => 3, 'interval' => ['unit' => 'week', 'count' => 2]])->until('2027-06-01')
            ->then('ended 2027-03-14', ['2027-01-31 12300 paid', '2027-02-14 12300 paid', '2027-02-28 12300 paid'], 'succeeded 36900', 'invoice 3, receipt 3', charged: 36900);
    }

    public function test_several_products_on_one_bill_each_with_its_tax(): void
    {
        $this->begins('2027-01-31')->leaves('card_visa')->starts(['items' => [$this->item(), $this->item(['description' => 'Hosting', 'quantity' => '3', 'unit_price' => 333, 'tax' => ['name' => 'VAT', 'rate' => '8']])]])->until('2027-03-01')
            ->then('active 2027-03-31', ['2027-01-31 13379 paid', '2027-02-28 13379 paid'], 'succeeded 26758', 'invoice 2, receipt 2', charged: 26758);
    }

    public function test_a_start_in_the_past_is_billed_from_its_first_day(): void
    {
        $this->begins('2027-04-15')->leaves('card_visa')->starts(['starts_on' => '2027-01-31'])->until('2027-04-16')
            ->then('active 2027-04-30', ['2027-04-15 12300 paid', '2027-04-15 12300 paid', '2027-04-15 12300 paid'], 'succeeded 36900', 'invoice 3, receipt 3', charged: 36900);
    }

    public function test_a_start_in_the_past_whose_first_bill_is_the_next(): void
    {
        $this->begins('2027-04-15')->leaves('card_visa')->starts(['starts_on' => '2027-01-31', 'first_bill' => 'next'])->until('2027-05-01')
            ->then('active 2027-05-31', ['2027-04-30 12300 paid'], 'succeeded 12300', 'invoice 1, receipt 1', charged: 12300);
    }

    public function test_a_start_to_come_and_a_bill_a_week_ahead_of_it(): void
    {
        $this->begins('2027-01-31', ['lead_days' => 7])->leaves('card_visa')->starts(['starts_on' => '2027-03-01'])->until('2027-02-27')
            ->then('active 2027-04-01', ['2027-02-22 12300 unpaid 12300'], '', 'invoice 1', owed: 12300);
        $this->until('2027-03-01')
            ->then('active 2027-04-01', ['2027-02-22 12300 paid'], 'succeeded 12300', 'invoice 1, receipt 1', charged: 12300);
    }

    public function test_a_price_of_nothing_is_billed_and_never_charged(): void
    {
        $this->begins('2027-01-31')->leaves('card_visa')->starts(['items' => [$this->item(['discount' => ['type' => 'percent', 'percent' => '100']])]])->until('2027-03-01')
            ->then('active 2027-03-31', ['2027-01-31 0 paid', '2027-02-28 0 paid'], '', 'invoice 2');
    }
}

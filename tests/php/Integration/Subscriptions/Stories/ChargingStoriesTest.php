<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Subscriptions\Stories;

use Counterfoil\Payments\Gateway\GatewayMethod;
use Counterfoil\Payments\Gateway\MethodTraits;
use Counterfoil\Payments\Methods\MethodsModule;
use Counterfoil\Shared\Actor;
use Counterfoil\Tests\Support\IntegrationTestCase;

/** How it is paid, or isn't. */
final class ChargingStoriesTest extends IntegrationTestCase
{
    use ChargesOwnMethods;
    use TellsStories;

    public function test_declined_and_paid_by_the_button_before_the_last_try(): void
    {
        $this->begins('2027-01-31')->leaves('card_chargeCustomerFail')->starts()->until('2027-02-01')
            ->then('active 2027-02-28', ['2027-01-31 12300 unpaid 12300'], 'failed 24600', 'invoice 1, renewal_failed 2', owed: 12300);
        $this->pays(1)->until('2027-02-20')
            ->then('active 2027-02-28', ['2027-01-31 12300 paid'], 'failed 24600, succeeded 12300', 'invoice 1, renewal_failed 2, receipt 1', charged: 12300);
    }

    public function test_declined_until_nothing_is_left_to_try_and_kept(): void
    {
        $this->begins('2027-01-31')->leaves('card_chargeCustomerFail')->starts()->until('2027-02-20')
            ->then('active 2027-02-28', ['2027-01-31 12300 unpaid 12300'], 'failed 36900', 'invoice 1, renewal_failed 3, subscription_unpaid 1', owed: 12300);
    }

    public function test_declined_and_paused_and_resumed_with_another_card(): void
    {
        $this->begins('2027-01-31', ['last_step' => 'pause'])->leaves('card_chargeCustomerFail')->starts()->until('2027-02-10')
            ->then('paused', ['2027-01-31 12300 unpaid 12300'], 'failed 36900', 'invoice 1, renewal_failed 3, subscription_unpaid 1', owed: 12300);
        $this->prefers('card_visa')->resumes()->until('2027-03-01')
            ->then('active 2027-03-31', ['2027-01-31 12300 paid', '2027-02-28 12300 paid'], 'failed 36900, succeeded 24600', 'invoice 2, renewal_failed 3, subscription_unpaid 1, receipt 2', charged: 24600);
    }

    public function test_declined_and_kept_out_of_the_portal_until_another_card_pays(): void
    {
        $this->begins('2027-01-31', ['last_step' => 'suspend'])->leaves('card_chargeCustomerFail')->starts()->until('2027-02-10')
            ->then('active 2027-02-28', ['2027-01-31 12300 unpaid 12300'], 'failed 36900', 'invoice 1, renewal_failed 3, subscription_unpaid 1', owed: 12300);
        self::assertSame(1, $this->rows_in('clients', 'suspended_at IS NOT NULL'));
        $this->prefers('card_visa')->until('2027-02-11')
            ->then('active 2027-02-28', ['2027-01-31 12300 paid'], 'failed 36900, succeeded 12300', 'invoice 1, renewal_failed 3, subscription_unpaid 1, client_restored 1, receipt 1', charged: 12300);
        self::assertSame(0, $this->rows_in('clients', 'suspended_at IS NOT NULL'));
    }

    public function test_declined_and_cancelled(): void
    {
        $this->begins('2027-01-31', ['last_step' => 'cancel', 'retry_days' => [2]])->leaves('card_chargeCustomerFail')->starts()->until('2027-03-10')
            ->then('ended 2027-02-02', ['2027-01-31 12300 unpaid 12300'], 'failed 24600', 'invoice 1, renewal_failed 2, subscription_unpaid 1', owed: 12300);
    }

    public function test_another_card_is_charged_at_once(): void
    {
        $this->begins('2027-01-31')->leaves('card_chargeCustomerFail')->starts()->prefers('card_visa')->until('2027-03-01')
            ->then('active 2027-03-31', ['2027-01-31 12300 paid', '2027-02-28 12300 paid'], 'failed 12300, succeeded 24600', 'invoice 2, renewal_failed 1, receipt 2', charged: 24600);
    }

    public function test_the_bank_wants_the_client_each_time(): void
    {
        $this->begins('2027-01-31')->leaves('card_authenticationRequired')->starts()
            ->then('active 2027-02-28', ['2027-01-31 12300 unpaid 12300'], 'failed 12300', 'invoice 1, renewal_failed 1', owed: 12300);
        $this->pays(1, '4000002760003184')->until('2027-02-20')
            ->then('active 2027-02-28', ['2027-01-31 12300 paid'], 'failed 12300, succeeded 12300', 'invoice 1, renewal_failed 1, receipt 1', charged: 12300);
    }

    public function test_a_debit_takes_its_days(): void
    {
        $this->begins('2027-01-31')->leaves('sepa_debit')->starts()->until('2027-02-02')
            ->then('active 2027-02-28', ['2027-01-31 12300 unpaid 12300'], 'processing 12300', 'invoice 1, debit 1', owed: 12300);
        $this->until('2027-02-10')
            ->then('active 2027-02-28', ['2027-01-31 12300 paid'], 'succeeded 12300', 'invoice 1, debit 1, receipt 1', charged: 12300);
    }

    public function test_a_debit_that_fails_is_tried_again_when_it_has_failed(): void
    {
        $this->begins('2027-01-31')->leaves('sepa_debit_fails')->starts()->until('2027-02-10')
            ->then('active 2027-02-28', ['2027-01-31 12300 unpaid 12300'], 'failed 12300, processing 12300', 'invoice 1, debit 2, renewal_failed 1', owed: 12300);
    }

    public function test_a_debit_is_returned_weeks_later_and_is_due_again(): void
    {
        $this->begins('2027-01-31')->leaves('sepa_debit_returned')->starts(['cycles' => 1])->until('2027-02-10')
            ->then('active', ['2027-01-31 12300 paid'], 'succeeded 12300', 'invoice 1, debit 1, receipt 1', charged: 12300);
        $this->until('2027-03-01')
            ->then('ended 2027-02-28', ['2027-01-31 12300 unpaid 12300'], 'succeeded 12300, processing 12300', 'invoice 1, debit 2, receipt 1, payment_returned 1, payment_problem 1', charged: 12300, owed: 12300);
    }

    public function test_debits_that_come_back_each_time_are_not_repeated_for_ever(): void
    {
        $this->begins('2027-01-31', ['retry_days' => [1], 'last_step' => 'pause'])->leaves('sepa_debit_returned')->starts(['cycles' => 1])->until('2027-02-28')->until('2027-03-10')->until('2027-04-10')->until('2027-05-10')->until('2027-06-10')
            ->then('ended 2027-02-28', ['2027-01-31 12300 unpaid 12300'], 'succeeded 24600', 'invoice 1, debit 2, receipt 2, payment_returned 2, payment_problem 2, subscription_unpaid 1', charged: 24600, owed: 12300);
    }

    public function test_declined_paid_by_debit_and_returned_it_is_tried_anew(): void
    {
        $this->begins('2027-01-31')->leaves('card_chargeCustomerFail')->starts(['cycles' => 1])->prefers('sepa_debit_returned')->until('2027-02-10')
            ->then('active', ['2027-01-31 12300 paid'], 'failed 12300, succeeded 12300', 'invoice 1, renewal_failed 1, debit 1, receipt 1', charged: 12300);
        $this->prefers('card_visa')->until('2027-03-10')
            ->then('ended 2027-02-28', ['2027-01-31 12300 paid'], 'failed 12300, succeeded 24600', 'invoice 1, renewal_failed 1, debit 1, receipt 2, payment_returned 1, payment_problem 1', charged: 24600);
    }

    public function test_a_method_that_was_removed_leaves_the_mails(): void
    {
        $this->begins('2027-01-31')->leaves('card_visa')->starts()->until('2027-02-10')->loses_method()->until('2027-03-20')
            ->then('active 2027-03-31', ['2027-01-31 12300 paid', '2027-02-28 12300 unpaid 12300'], 'succeeded 12300', 'invoice 2, receipt 1', charged: 12300, owed: 12300);
    }

    public function test_unpaid_beyond_its_grace_it_is_paused(): void
    {
        $this->begins('2027-01-31', ['last_step' => 'pause', 'grace_days' => 5])->starts()->until('2027-02-18')
            ->then('active 2027-02-28', ['2027-01-31 12300 unpaid 12300'], '', 'invoice 1', owed: 12300);
        $this->until('2027-02-22')
            ->then('paused', ['2027-01-31 12300 unpaid 12300'], '', 'invoice 1, subscription_unpaid 1', owed: 12300);
    }

    public function test_declined_and_then_removed_it_is_unpaid_after_its_grace(): void
    {
        $this->begins('2027-01-31', ['last_step' => 'cancel', 'grace_days' => 5])->leaves('card_chargeCustomerFail')->starts(['interval' => ['unit' => 'year', 'count' => 1]])->loses_method()->until('2027-02-18')
            ->then('active 2028-01-31', ['2027-01-31 12300 unpaid 12300'], 'failed 12300', 'invoice 1, renewal_failed 1', owed: 12300);
        $this->until('2027-02-22')
            ->then('ended 2027-02-22', ['2027-01-31 12300 unpaid 12300'], 'failed 12300', 'invoice 1, renewal_failed 1, subscription_unpaid 1', owed: 12300);
    }

    public function test_another_card_takes_the_place_of_one_that_was_declined_though_it_is_not_the_default(): void
    {
        $this->begins('2027-01-31')->leaves('card_chargeCustomerFail')->starts()->leaves('card_visa')->until('2027-03-01')
            ->then('active 2027-03-31', ['2027-01-31 12300 paid', '2027-02-28 12300 paid'], 'failed 12300, succeeded 24600', 'invoice 2, renewal_failed 1, receipt 2', charged: 24600);
    }

    public function test_its_own_card_is_declined_and_another_one_is_made_the_default(): void
    {
        $this->begins('2027-01-31')->leaves('card_visa')->starts();
        $this->is_charged_to('card_chargeCustomerFail')->until('2027-02-28')->prefers('card_mastercard')->until('2027-04-01')
            ->then('active 2027-04-30', ['2027-01-31 12300 paid', '2027-02-28 12300 paid', '2027-03-31 12300 paid'], 'succeeded 36900, failed 12300', 'invoice 3, receipt 3, renewal_failed 1', charged: 36900);
    }

    public function test_a_card_that_another_bill_is_paid_with_is_not_charged_for_what_was_declined(): void
    {
        $this->begins('2027-01-31', ['retry_days' => []])->leaves('card_chargeCustomerFail')->starts()->is_sent('invoice')->pays(2)->until('2027-02-20')
            ->then('active 2027-02-28, active 2027-02-28', ['2027-01-31 12300 unpaid 12300', '2027-01-31 12300 paid'], 'failed 12300, succeeded 12300', 'invoice 2, subscription_unpaid 1, renewal_failed 1, receipt 1', charged: 12300, owed: 12300);
    }

    public function test_a_card_that_the_network_replaced_is_no_try_of_another(): void
    {
        $this->begins('2027-01-31', ['retry_days' => []])->leaves('card_visa');
        $other = $this->kept($this->who, 'pm_card_mastercard');
        $this->starts()->is_charged_to('card_chargeCustomerFail')->until('2027-02-28')
            ->then('active 2027-03-31', ['2027-01-31 12300 paid', '2027-02-28 12300 unpaid 12300'], 'succeeded 12300, failed 12300', 'invoice 2, receipt 1, subscription_unpaid 1, renewal_failed 1', charged: 12300, owed: 12300);
        $this->plugin()->module(MethodsModule::class)->keep()->handle($this->who->id, $other->gateway, $other->account, new GatewayMethod($other->gateway_method_id, 'test', 'cus_1', 'card', 'Mastercard 1111', new MethodTraits(0, 0, true), 4, 2031), null, Actor::system());
        $this->happens()
            ->then('active 2027-03-31', ['2027-01-31 12300 paid', '2027-02-28 12300 unpaid 12300'], 'succeeded 12300, failed 12300', 'invoice 2, receipt 1, subscription_unpaid 1, renewal_failed 1', charged: 12300, owed: 12300);
    }

    public function test_a_card_is_added_while_a_debit_is_on_its_way_that_fails(): void
    {
        $this->begins('2027-01-31')->leaves('sepa_debit_fails')->starts()->leaves('card_visa')->until('2027-02-20')
            ->then('active 2027-02-28', ['2027-01-31 12300 paid'], 'failed 12300, succeeded 12300', 'invoice 1, debit 1, renewal_failed 1, receipt 1', charged: 12300);
    }

    public function test_a_card_is_added_while_a_debit_is_on_its_way_that_comes(): void
    {
        $this->begins('2027-01-31')->leaves('sepa_debit')->starts()->prefers('card_visa')->until('2027-02-20')
            ->then('active 2027-02-28', ['2027-01-31 12300 paid'], 'succeeded 12300', 'invoice 1, debit 1, receipt 1', charged: 12300);
    }

    public function test_nothing_ends_for_cents_that_can_not_be_charged(): void
    {
        // One of 31 days, up to the billing day: 10 cents and VAT of 2.
        $this->begins('2027-01-31', ['last_step' => 'cancel', 'grace_days' => 5])->leaves('card_visa')->is_billed_on(1)->starts(['items' => [$this->item(['unit_price' => 300])]])->until('2027-03-20')
            ->then('active 2027-04-01', ['2027-01-31 12 unpaid 12', '2027-02-01 369 paid', '2027-03-01 369 paid'], 'succeeded 738', 'invoice 3, receipt 2', charged: 738, owed: 12);
    }
}

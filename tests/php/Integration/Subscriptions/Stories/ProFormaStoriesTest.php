<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Subscriptions\Stories;

use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\ProFormas\ProFormasModule;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\Renewals\RenewalsModule;
use Counterfoil\Subscriptions\Renewals\RenewalState;
use Counterfoil\Tests\Support\IntegrationTestCase;

/** Periods that are billed by a pro-forma: its invoice is made once it is paid, comes with the receipt, and is the period's bill from then on. */
final class ProFormaStoriesTest extends IntegrationTestCase
{
    use ChangesTerms;
    use TellsStories;

    public function test_charged_to_a_card_each_makes_its_invoice(): void
    {
        $this->begins('2027-01-31', ['billed_by' => 'pro_forma'])->leaves('card_visa')->starts()->until('2027-03-01')
            ->then('active 2027-03-31', ['2027-01-31 12300 invoiced', '2027-01-31 12300 paid', '2027-02-28 12300 invoiced', '2027-02-28 12300 paid'], 'succeeded 24600', 'invoice 4', charged: 24600);
        self::assertSame([RenewalState::Paid, RenewalState::Paid], array_column($this->renewals(), 'state'));
        self::assertSame([$this->bill(4)->id, $this->bill(2)->id], array_column($this->renewals(), 'invoice_id'), 'the invoice is the bill from then on');
    }

    public function test_run_again_at_any_point_it_is_billed_charged_and_invoiced_once(): void
    {
        $this->begins('2027-01-31', ['billed_by' => 'pro_forma'])->leaves('card_visa')->starts();
        $module = $this->plugin()->module(RenewalsModule::class);
        foreach ($this->renewals() as $renewal) {
            $module->bill()->handle($renewal->id, 1);
            $module->charge()->handle($renewal->id);
            $module->charge()->handle($renewal->id);
        }
        $this->until('2027-02-05')->then('active 2027-02-28', ['2027-01-31 12300 invoiced', '2027-01-31 12300 paid'], 'succeeded 12300', 'invoice 2', charged: 12300);
    }

    public function test_unpaid_it_makes_the_subscription_overdue_until_a_transfer_comes(): void
    {
        $this->begins('2027-01-31', ['billed_by' => 'pro_forma'])->starts()->until('2027-02-20');
        self::assertSame('overdue', $this->state());
        $this->transfers(1, 12300);
        self::assertSame('active', $this->state());
        $this->then('active 2027-02-28', ['2027-01-31 12300 invoiced', '2027-02-20 12300 paid'], 'succeeded 12300', 'invoice 2');
    }

    public function test_declined_it_is_tried_again_and_a_new_card_pays(): void
    {
        $this->begins('2027-01-31', ['billed_by' => 'pro_forma'])->leaves('card_chargeCustomerFail')->starts()->until('2027-02-02');
        self::assertSame(2, $this->renewals()[0]->tries);
        $this->loses_method()->leaves('card_visa')->until('2027-02-05')
            ->then('active 2027-02-28', ['2027-01-31 12300 invoiced', '2027-02-02 12300 paid'], 'failed 24600, succeeded 12300', 'invoice 2, renewal_failed 2', charged: 12300);
    }

    public function test_a_debit_that_comes_back_is_charged_again_for_its_invoice(): void
    {
        $this->begins('2027-01-31', ['billed_by' => 'pro_forma'])->leaves('card_visa')->starts()->until('2027-02-05')->disputes(2)->until('2027-02-10');
        self::assertSame([RenewalState::Billed, $this->bill(2)->id], [$this->renewals()[0]->state, $this->renewals()[0]->invoice_id]);
        $this->transfers(2, 12300);
        self::assertSame(RenewalState::Paid, $this->renewals()[0]->state);
    }

    public function test_paid_a_change_at_once_credits_its_invoice_and_bills_by_an_invoice(): void
    {
        $this->begins('2027-01-31', ['billed_by' => 'pro_forma'])->leaves('card_visa')->starts()->until('2027-02-14')->changes_to(20000)->until('2027-02-15')
            ->then('active 2027-02-28', ['2027-01-31 12300 invoiced', '2027-01-31 12300 paid', '2027-02-14 12300 paid'], 'succeeded 18450', 'invoice 3, credit_note 1, receipt 1', charged: 18450);
    }

    public function test_open_it_keeps_from_changes_at_once_until_it_is_withdrawn(): void
    {
        $this->begins('2027-01-31', ['billed_by' => 'pro_forma'])->starts()->until('2027-02-14');
        try {
            $this->changes_to(20000);
            self::fail('It was changed.');
        } catch (DomainError $error) {
            self::assertSame('pro_forma_open', $error->reason);
        }
        $this->plugin()->module(ProFormasModule::class)->withdraw()->handle($this->bill(1)->id, Actor::system());
        self::assertSame(RenewalState::CalledOff, $this->renewals()[0]->state);
        $this->happens()->until('2027-03-01');
        self::assertSame(['2027-02-28'], array_map(static fn (Invoice $bill): string => $bill->issue_date ?? '', $this->bills($this->who)), 'the next period is billed all the same');
    }

    public function test_several_on_one_day_are_on_one_that_makes_one_invoice(): void
    {
        $this->begins('2027-01-31', ['billed_by' => 'pro_forma', 'catch_up' => 'together'])->is_billed_on(31)->starts()->starts()->asleep_until('2027-03-01')
            ->transfers(1, 12300)->transfers(2, 12300);
        self::assertSame(['12300 invoiced', '12300 invoiced', '12300 paid', '12300 paid', '24600 unpaid'], $this->sorted());
        $this->transfers($this->number_of(24600), 24600);
        self::assertSame(['12300 invoiced', '12300 invoiced', '12300 paid', '12300 paid', '24600 invoiced', '24600 paid'], $this->sorted());
    }

    public function test_the_clients_own_setting_counts_where_nothing_else_is_said_and_of_nothing_it_is_an_invoice(): void
    {
        $this->begins('2027-01-31');
        $this->plugin()->database()->update('clients', ['bill_as' => 'pro_forma'], ['id' => $this->who->id]);
        $this->starts()->starts(['items' => [$this->item(['unit_price' => 0])]]);
        self::assertSame(['0 paid invoice', '12300 unpaid pro_forma'], $this->sorted(true));
        self::assertSame(200, $this->rest('PUT', '/counterfoil/v1/settings/subscriptions', ['lead_days' => 0, 'catch_up' => 'each', 'retry_days' => [1], 'last_step' => 'keep', 'grace_days' => 14, 'suspended_words' => '', 'billed_by' => 'invoice'], $this->administrator())->get_status());
        $this->until('2027-03-01');
        self::assertContains('12300 unpaid invoice', $this->sorted(true));
    }

    /** @return list<\Counterfoil\Subscriptions\Renewals\Renewal> of the first one, newest first */
    private function renewals(): array
    {
        return $this->plugin()->module(RenewalsModule::class)->renewals()->of_subscription($this->started[0], 9);
    }

    private function state(): string
    {
        return $this->subscriptions()->resource()->rows([$this->subscription($this->started[0])], Viewer::system())[0]['state'];
    }

    /** @return list<string> */
    private function sorted(bool $with_kind = false): array
    {
        $bills = array_map(static fn (Invoice $bill): string => "{$bill->total} {$bill->settlement->value}" . ($with_kind ? ' ' . $bill->kind->value : ''), $this->bills($this->who));
        sort($bills);

        return $bills;
    }

    /** The bill over a sum, from 1. */
    private function number_of(int $total): int
    {
        return 1 + (int) array_search($total, array_map(static fn (Invoice $bill): int => $bill->total, $this->bills($this->who)), true);
    }
}

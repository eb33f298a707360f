<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Subscriptions;

use Counterfoil\Clients\Client;
use Counterfoil\Invoices\Settlement;
use Counterfoil\Payments\Disputes\DisputeState;
use Counterfoil\Payments\FailureReason;
use Counterfoil\Payments\Gateway\GatewayDispute;
use Counterfoil\Payments\Methods\MethodsModule;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Payments\Webhooks\WebhooksModule;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\Renewals\Renewal;
use Counterfoil\Subscriptions\Renewals\RenewalsModule;
use Counterfoil\Subscriptions\Renewals\RenewalState;
use Counterfoil\Subscriptions\SubscriptionStatus;
use Counterfoil\Tests\Support\IntegrationTestCase;

/** Renewals that are charged to a kept method: once each, tried again by the days that were chosen, and then the last step. */
final class ChargeRenewalTest extends IntegrationTestCase
{
    use ChargesSubscriptions;

    private Client $client;

    protected function setUp(): void
    {
        parent::setUp();
        $this->connect_stripe();
        $this->at('2027-01-31 10:00');
        $this->client = $this->client();
    }

    public function test_each_period_is_billed_and_charged_once(): void
    {
        $this->kept($this->client);
        $this->subscribe($this->client);
        $this->work();
        $this->work();
        $this->at('2027-02-28 10:00');
        $this->work();
        $this->work();

        self::assertSame([Settlement::Paid, Settlement::Paid], array_map(static fn ($bill): Settlement => $bill->settlement, $this->bills($this->client)));
        self::assertSame([2, 24600], [$this->ledger()['charges'], $this->ledger()['charged']]);
        self::assertSame(RenewalState::Paid, $this->renewal(0)->state);
        $this->assert_books_agree();
    }

    public function test_billed_ahead_it_is_charged_on_the_first_day_of_its_period(): void
    {
        self::assert_status(200, $this->rest('PUT', '/counterfoil/v1/settings/subscriptions', ['lead_days' => 7, 'catch_up' => 'each', 'retry_days' => [1, 3, 5, 7], 'last_step' => 'keep', 'grace_days' => 14], $this->administrator()));
        $this->kept($this->client);
        $this->subscribe($this->client);
        $this->work();
        $this->at('2027-02-21 10:00');
        $this->work();
        self::assertSame([2, 1], [count($this->bills($this->client)), $this->ledger()['charges']]);
        $this->at('2027-02-28 01:00');
        $this->work();

        self::assertSame(2, $this->ledger()['charges']);
    }

    public function test_without_a_method_the_client_pays_by_the_mail(): void
    {
        $this->subscribe($this->client);
        $this->work();

        self::assertSame([RenewalState::Billed, 0, 0], [$this->renewal(0)->state, $this->renewal(0)->tries, $this->rows_in('payments')]);
    }

    public function test_a_declined_charge_is_tried_again_on_the_chosen_days_and_the_client_hears_of_each(): void
    {
        $this->kept($this->client, 'pm_card_chargeCustomerFail');
        $this->subscribe($this->client);
        $this->work();
        self::assertSame([1, '2027-01-31'], [$this->renewal(0)->tries, $this->renewal(0)->failed_on]);
        $tries = [];
        foreach (['2027-02-01', '2027-02-02', '2027-02-03', '2027-02-04', '2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08', '2027-02-20'] as $day) {
            $this->at("{$day} 12:00");
            $this->work();
            $tries[$day] = $this->renewal(0)->tries;
        }

        // On days 1, 3, 5 and 7 after the first.
        self::assertSame([2, 2, 3, 3, 4, 4, 5, 5, 5], array_values($tries));
        self::assertSame(0, $this->ledger()['charges']);
        self::assertSame(5, $this->rows_in('payments'));
        self::assertSame(5, $this->rows_in('outbox', "message = 'renewal_failed'"));
        self::assertSame(0, $this->rows_in('outbox', "message = 'payment_failed'"));
        self::assertSame(1, $this->rows_in('outbox', "message = 'subscription_unpaid'"));
        self::assertSame(RenewalState::GivenUp, $this->renewal(0)->state);
        self::assertSame(5, $this->rows_in('events', "type = 'subscription.charge_failed'"));
    }

    public function test_with_another_method_it_is_tried_at_once_also_after_the_last_try(): void
    {
        $this->kept($this->client, 'pm_card_chargeCustomerFail');
        $this->subscribe($this->client);
        foreach (['2027-01-31 10:05', '2027-02-01 12:00', '2027-02-03 12:00', '2027-02-05 12:00', '2027-02-07 12:00'] as $moment) {
            $this->at($moment);
            $this->work();
        }
        self::assertSame(RenewalState::GivenUp, $this->renewal(0)->state);
        $good = $this->kept($this->client);
        $this->plugin()->module(MethodsModule::class)->choose_default()->handle($good->id, Viewer::system());
        $this->work();

        self::assertSame([RenewalState::Paid, 1], [$this->renewal(0)->state, $this->ledger()['charges']]);
        $this->assert_books_agree();
    }

    public function test_what_was_disputed_is_not_charged_again_by_itself(): void
    {
        $this->subscribe($this->client);
        $this->work();
        $bill = $this->bills($this->client)[0];
        $payment = $this->paid($bill);
        [$first, $another] = [$this->kept($this->client, 'pm_card_amex'), $this->kept($this->client, 'pm_card_mastercard')];
        foreach ([DisputeState::Opened, DisputeState::Lost] as $state) {
            $dispute = new GatewayDispute('du_renewal', 'test', '', $state, 12300, 'EUR', 'fraudulent', null, taken: 12300, movements: 1);
            $this->plugin()->module(WebhooksModule::class)->record_dispute()->handle($payment, $dispute, 'Stripe');
            // Whoever chooses another method has bills in mind that failed to be charged, not this one.
            $method = $state === DisputeState::Opened ? $another : $first;
            $this->plugin()->module(MethodsModule::class)->choose_default()->handle($method->id, Viewer::system());
            $this->work();

            self::assertSame([RenewalState::Billed, 1, 1], [$this->renewal(0)->state, $this->ledger()['charges'], $this->rows_in('payments')], $state->value);
        }
        self::assertSame(12300, $this->invoice_now($bill)->due()->amount);
    }

    public function test_what_the_bank_forbids_for_good_is_not_tried_again(): void
    {
        self::assertFalse(FailureReason::CardBlocked->may_pass());
        self::assertTrue(FailureReason::InsufficientFunds->may_pass());
        $subscription = $this->subscribe($this->client);
        $this->work();
        $bill = $this->bills($this->client)[0];
        $payment = $this->plugin()->module(PaymentsModule::class)->payments()->get($this->payment($bill, $bill->total, ['state' => 'failed']), Viewer::system());
        self::assert_status(200, $this->rest('PUT', '/counterfoil/v1/settings/subscriptions', ['lead_days' => 0, 'catch_up' => 'each', 'retry_days' => [1, 3], 'last_step' => 'pause', 'grace_days' => 14], $this->administrator()));
        $this->fails($payment, FailureReason::CardBlocked);

        self::assertSame(RenewalState::GivenUp, $this->renewal(0)->state);
        self::assertSame(SubscriptionStatus::Paused, $this->subscription($subscription->id)->status);
    }

    public function test_the_bank_wants_the_client_to_be_there(): void
    {
        $this->kept($this->client, 'pm_card_authenticationRequired');
        $this->subscribe($this->client);
        $this->work();
        self::assertSame(FailureReason::NeedsClient->value, $this->renewal(0)->failure_code);
        $mails = array_column($this->outbox->mails, 'subject');
        self::assertContains("Please confirm your payment for invoice {$this->bills($this->client)[0]->number}", $mails);
    }

    public function test_an_unpaid_bill_is_given_up_after_its_grace(): void
    {
        self::assert_status(200, $this->rest('PUT', '/counterfoil/v1/settings/subscriptions', ['lead_days' => 0, 'catch_up' => 'each', 'retry_days' => [], 'last_step' => 'cancel', 'grace_days' => 5], $this->administrator()));
        $subscription = $this->subscribe($this->client);
        $this->work();
        $due = $this->bills($this->client)[0]->due_date;
        $this->at((new \DateTimeImmutable("{$due} +5 days"))->format('Y-m-d') . ' 12:00');
        $this->plugin()->module(RenewalsModule::class)->give_up()->handle();
        self::assertSame(SubscriptionStatus::Active, $this->subscription($subscription->id)->status);
        $this->at((new \DateTimeImmutable("{$due} +6 days"))->format('Y-m-d') . ' 12:00');
        $this->plugin()->module(RenewalsModule::class)->give_up()->handle();
        $this->plugin()->module(RenewalsModule::class)->give_up()->handle();

        self::assertSame(SubscriptionStatus::Ended, $this->subscription($subscription->id)->status);
        self::assertSame(1, $this->rows_in('outbox', "message = 'subscription_unpaid'"));
    }

    public function test_who_pays_a_first_bill_agrees_to_what_is_charged_from_then_on(): void
    {
        $subscription = $this->subscribe($this->client);
        $this->work();
        $keeps = $this->plugin()->provided(\Counterfoil\Payments\Methods\KeepsForLater::class);
        $bill = $this->bills($this->client)[0];
        self::assertSame(['Care plan: €123.00 every month'], $keeps->charges_of([$bill->id]));
        self::assertSame([], $keeps->charges_of([$this->issued($this->client)->id]));
        $this->subscriptions()->cancel()->at_period_end($subscription->id, Viewer::system());
        self::assertSame([], $keeps->charges_of([$bill->id]));
    }

    public function test_a_first_bill_of_some_days_or_of_a_set_up_fee_keeps_the_card_too(): void
    {
        $this->at('2027-01-10 10:00');
        $keeps = $this->plugin()->provided(\Counterfoil\Payments\Methods\KeepsForLater::class);
        $this->subscribe($this->client, ['trial_days' => 14, 'items' => [$this->item(['setup_fee' => 5000])]]);
        $this->plugin()->database()->transaction(fn () => $this->subscriptions()->billing_days()->set($this->client->id, 1));
        $this->subscribe($this->client, ['items' => [$this->item(['unit_price' => 2000])]]);
        $this->work();
        [$fee, $part] = $this->bills($this->client);

        self::assertSame([6150, 1745], [$fee->total, $part->total], '22 of 31 days');
        self::assertSame([['Care plan: €123.00 every month'], ['Care plan: €24.60 every month']], [$keeps->charges_of([$fee->id]), $keeps->charges_of([$part->id])]);
    }

    public function test_the_card_the_first_bill_is_paid_with_is_charged_for_the_next(): void
    {
        $this->subscribe($this->client);
        $this->work();
        $payment = $this->begun($this->bills($this->client)[0]);
        $this->confirm($payment);
        $this->refreshed($payment);
        $this->work();
        self::assertSame(1, $this->rows_in('payment_methods'));
        $this->at('2027-02-28 10:00');
        $this->work();

        self::assertSame([Settlement::Paid, Settlement::Paid], array_map(static fn ($bill): Settlement => $bill->settlement, $this->bills($this->client)));
        self::assertSame([2, 24600], [$this->ledger()['charges'], $this->ledger()['charged']]);
        $this->assert_books_agree();
    }

    private function fails(Payment $payment, FailureReason $reason): void
    {
        $this->plugin()->changes()->run(\Counterfoil\Shared\Actor::system(), fn ($change): bool => $this->plugin()->provided(\Counterfoil\Payments\Methods\FollowsCharges::class)->failed($change, $payment, $reason));
    }

    private function renewal(int $index): Renewal
    {
        $renewals = $this->plugin()->module(RenewalsModule::class)->renewals()->of_client($this->client->id, RenewalState::cases());

        return $renewals[$index];
    }
}

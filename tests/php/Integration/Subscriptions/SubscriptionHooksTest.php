<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Subscriptions;

use Counterfoil\Invoices\CreditNotes\CreditExtent;
use Counterfoil\Invoices\CreditNotes\CreditNotesModule;
use Counterfoil\Invoices\CreditNotes\Surplus;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Plugin;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\SubscriptionItem;
use Counterfoil\Tests\Support\IntegrationTestCase;

/** Each step of a subscription is told once, after the commit, and stands in its timeline in words. */
final class SubscriptionHooksTest extends IntegrationTestCase
{
    use MakesSubscriptions;

    private const HOOKS = ['subscription_started', 'subscription_paused', 'subscription_resumed', 'subscription_cancelled', 'subscription_kept', 'subscription_ended', 'subscription_released'];

    public function test_each_step_is_told_once(): void
    {
        $told = [];
        foreach (self::HOOKS as $hook) {
            add_action("counterfoil_{$hook}", function (int $id) use ($hook, &$told): void {
                self::assertFalse($this->plugin()->database()->is_in_transaction(), $hook);
                $told[] = [$hook, $id];
            });
        }
        $this->at('2027-01-31 10:00');
        $staff = $this->administrator();
        $id = self::json($this->rest('POST', '/counterfoil/v1/subscriptions', $this->subscribe_body($this->client()->id), $staff))['id'];
        $this->work();
        $path = "/counterfoil/v1/subscriptions/{$id}";
        self::assert_status(200, $this->rest('POST', "{$path}/pause", ['resume_on' => null], $staff));
        self::assert_status(409, $this->rest('POST', "{$path}/pause", ['resume_on' => null], $staff));
        self::assert_status(200, $this->rest('POST', "{$path}/resume", null, $staff));
        self::assert_status(409, $this->rest('POST', "{$path}/resume", null, $staff));
        self::assert_status(200, $this->rest('POST', "{$path}/cancel", ['when' => 'period_end'], $staff));
        self::assert_status(200, $this->rest('POST', "{$path}/keep", null, $staff));
        self::assert_status(409, $this->rest('POST', "{$path}/keep", null, $staff));
        $this->at('2027-05-31 10:00');
        $this->work();
        self::assert_status(200, $this->rest('POST', "{$path}/release", ['what' => 'next'], $staff));
        self::assert_status(200, $this->rest('POST', "{$path}/cancel", ['when' => 'now'], $staff));
        self::assert_status(409, $this->rest('POST', "{$path}/cancel", ['when' => 'now'], $staff));

        self::assertSame(array_map(static fn (string $hook): array => [$hook, $id], ['subscription_started', 'subscription_paused', 'subscription_resumed', 'subscription_cancelled', 'subscription_kept', 'subscription_released', 'subscription_ended']), $told);
        $events = $this->plugin()->database()->rows("SELECT type, data FROM {$this->plugin()->database()->table('events')} WHERE type LIKE 'subscription.%' ORDER BY id");
        self::assertSame(['started', 'renewed', 'billed', 'paused', 'resumed', 'cancelled', 'kept', 'held', 'released', 'ended'], array_map(static fn (array $row): string => substr((string) $row['type'], strlen('subscription.')), $events));
    }

    public function test_other_peoples_are_not_there_and_what_is_wrong_names_its_field(): void
    {
        $staff = $this->administrator();
        $client = $this->client();
        self::assert_status(404, $this->rest('GET', '/counterfoil/v1/subscriptions/999999999', null, $staff));
        self::assert_status(404, $this->rest('POST', '/counterfoil/v1/subscriptions/999999999/pause', ['resume_on' => null], $staff));
        $wrong = [
            [['client_id' => 999], '/client_id'],
            [['website_id' => 999], '/website_id'],
            [['starts_on' => '2027-02-30'], '/starts_on'],
            [['starts_on' => '2199-01-01'], '/starts_on'],
            [['items' => []], '/items'],
            [['items' => [$this->item(['unit_price' => -1])]], '/items/0/unit_price'],
            [['items' => [$this->item(['plan_id' => 999])]], '/items/0/plan_id'],
            [['items' => [$this->item(['discount' => ['type' => 'amount', 'amount' => 20000]])]], '/items/0/discount/amount'],
            [['status' => 'active'], '/status'],
        ];
        foreach ($wrong as [$changes, $field]) {
            $answer = $this->rest('POST', '/counterfoil/v1/subscriptions', $this->subscribe_body($client->id, $changes), $staff);
            self::assert_status(400, $answer);
            self::assertArrayHasKey($field, self::json($answer)['data']['fields']);
        }
        self::assertSame(0, $this->rows_in('subscriptions'));
        self::assertSame(0, $this->rows_in('invoices'));
    }

    public function test_a_paid_bill_with_recurring_lines_starts_one_of_each_rhythm_once(): void
    {
        $this->at('2027-03-31 10:00');
        $client = $this->client();
        $database = $this->plugin()->database();
        $draft = $this->draft($client, ['lines' => [$this->line(), $this->line(['description' => 'Hosting']), $this->line(['description' => 'Domain', 'unit_price' => 1500]), $this->line(['description' => 'Logo'])]]);
        foreach ([1 => 'month', 2 => 'year', 0 => 'month'] as $position => $unit) {
            $database->update('invoice_lines', ['interval_unit' => $unit, 'interval_count' => 1], ['invoice_id' => $draft->id, 'position' => $position]);
        }
        $invoice = Plugin::instance()->module(\Counterfoil\Invoices\Issuing\IssuingModule::class)->issue()->handle($draft->id, $draft->version, \Counterfoil\Shared\Actor::system());
        self::assertSame(0, $this->rows_in('subscriptions'));
        $this->payment($invoice, $invoice->total);

        self::assertSame(2, $this->rows_in('subscriptions'));
        $this->at('2027-04-30 10:00');
        $this->work();
        $bills = $this->bills($client);
        self::assertCount(2, $bills);
        self::assertSame(['2027-04-30 – 2027-05-30: 10000', '2027-04-30 – 2027-05-30: 10000'], array_slice($this->billed($client), -2));
        $this->payment($bills[1], $bills[1]->total);
        self::assertSame(2, $this->rows_in('subscriptions'));
    }

    public function test_what_was_credited_before_a_bill_was_paid_starts_nothing(): void
    {
        $this->at('2027-03-31 10:00');
        $client = $this->client();
        $draft = $this->draft($client, ['lines' => [$this->line(['quantity' => '3']), $this->line(['description' => 'Hosting'])]]);
        $this->plugin()->database()->update('invoice_lines', ['interval_unit' => 'month', 'interval_count' => 1], ['invoice_id' => $draft->id]);
        $invoice = Plugin::instance()->module(\Counterfoil\Invoices\Issuing\IssuingModule::class)->issue()->handle($draft->id, $draft->version, \Counterfoil\Shared\Actor::system());
        $credited = CreditExtent::lines([0 => '1', 1 => '1']);
        Plugin::instance()->module(CreditNotesModule::class)->credit()->handle($invoice->id, $invoice->version, $credited, 'Not wanted', Surplus::Keep, Viewer::system(), 'credit-1');
        $this->payment($invoice, Plugin::instance()->module(InvoicesModule::class)->invoices()->get($invoice->id, Viewer::system())->due()->amount);

        $subscription = $this->subscriptions()->subscriptions()->of_client($client->id, Viewer::system())[0];
        self::assertSame([['2', 10000]], array_map(static fn (SubscriptionItem $item): array => [$item->quantity, $item->unit_price], $subscription->items));
    }

    public function test_a_month_end_is_kept_by_one_that_a_bill_started(): void
    {
        $this->at('2027-01-31 10:00');
        $client = $this->client();
        $draft = $this->draft($client);
        $this->plugin()->database()->update('invoice_lines', ['interval_unit' => 'month', 'interval_count' => 1], ['invoice_id' => $draft->id]);
        $invoice = Plugin::instance()->module(\Counterfoil\Invoices\Issuing\IssuingModule::class)->issue()->handle($draft->id, $draft->version, \Counterfoil\Shared\Actor::system());
        $this->payment($invoice, $invoice->total);
        foreach (['2027-02-28 10:00', '2027-03-31 10:00'] as $moment) {
            $this->at($moment);
            $this->work();
        }

        self::assertSame(['2027-02-28 – 2027-03-30: 10000', '2027-03-31 – 2027-04-29: 10000'], array_slice($this->billed($client), 1));
    }
}

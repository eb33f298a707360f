<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Subscriptions;

use Counterfoil\Subscriptions\Renewals\RenewalsModule;
use Counterfoil\Subscriptions\Subscription;
use Counterfoil\Tests\Support\IntegrationTestCase;

/** Who is told of a price that goes up, and when: before it is billed, and again where something else applies instead. */
final class PriceRiseToldTest extends IntegrationTestCase
{
    use RaisesPrices;

    public function test_a_client_who_was_told_hears_what_applies_instead_of_it(): void
    {
        [$next, $now, $untold] = array_map(fn (): Subscription => $this->subscribe($this->client), [1, 2, 3]);
        $this->work();
        $body = ['subscriptions' => [$next->id, $now->id], 'value' => ['type' => 'percent', 'percent' => '10'], 'plan_id' => null, 'from' => '2027-03-01', 'notice_days' => 30, 'message' => ''];
        $this->send('', $body);
        $this->send('', ['subscriptions' => [$untold->id], 'notice_days' => 1] + $body);
        $this->at('2027-02-12 09:00');
        $this->work();
        $this->outbox->mails = [];
        $this->change($next, 'next', ['description' => 'Care plus', 'unit_price' => 20000], ['unit' => 'year', 'count' => 1]);
        $this->change($now, 'now', ['unit_price' => 9000]);
        $this->change($untold, 'next', ['unit_price' => 9000]);
        $this->work();

        $told = array_values(array_filter($this->outbox->mails, static fn (array $mail): bool => str_contains($mail['subject'], 'price')));
        self::assertSame(['Updated price for Care plus', 'Updated price for Care plan'], array_column($told, 'subject'));
        foreach ([['“Care plan” would change on March 10, 2027', '€110.00 every month, plus tax', 'Price from March 10, 2027', '€200.00 every year, plus tax'], ['Price from February 12, 2027', '€90.00 every month, plus tax']] as $i => $parts) {
            foreach ($parts as $part) {
                self::assertStringContainsString($part, str_replace("\u{A0}", ' ', $told[$i]['message']));
            }
        }
    }

    public function test_what_took_the_place_of_a_price_that_was_told_is_changed_again_or_withdrawn(): void
    {
        $subscription = $this->subscribe($this->client);
        $this->work();
        $id = $this->send('', ['subscriptions' => [$subscription->id], 'value' => ['type' => 'percent', 'percent' => '10'], 'plan_id' => null, 'from' => '2027-03-01', 'notice_days' => 30, 'message' => ''])->get_data()['id'];
        $this->at('2027-02-12 09:00');
        $this->work();
        $this->outbox->mails = [];
        $this->change($subscription, 'next', ['unit_price' => 9000]);
        $this->change($subscription, 'next', ['unit_price' => 8000]);
        self::assert_status(409, $this->rest('POST', "/counterfoil/v1/price-rises/{$id}/withdraw", [], $this->administrator()));
        self::assert_status(200, $this->rest('POST', "/counterfoil/v1/subscriptions/{$subscription->id}/withdraw-change", [], $this->administrator()));
        $this->work();

        self::assertSame(['Updated price for Care plan', 'Updated price for Care plan', 'Your price stays the same'], array_column($this->outbox->mails, 'subject'));
        self::assertStringContainsString('€80.00', $this->outbox->mails[1]['message']);
        self::assertStringContainsString('€100.00', $this->outbox->mails[2]['message']);
    }

    public function test_who_has_canceled_before_is_not_told(): void
    {
        $subscription = $this->subscribe($this->client);
        $gone = $this->subscribe($this->client);
        $this->work();
        $this->send('', ['subscriptions' => [$subscription->id, $gone->id], 'value' => ['type' => 'percent', 'percent' => '10'], 'plan_id' => null, 'from' => '2027-03-01', 'notice_days' => 20, 'message' => '']);
        $staff = $this->administrator();
        self::assert_status(200, $this->rest('POST', "/counterfoil/v1/subscriptions/{$subscription->id}/cancel", ['when' => 'day', 'on' => '2027-03-05'], $staff));
        self::assert_status(200, $this->rest('POST', "/counterfoil/v1/subscriptions/{$gone->id}/cancel", ['when' => 'now'], $staff));
        self::assertNull($this->subscription($gone->id)->planned);
        $this->at('2027-02-18 09:00');
        $this->work();

        self::assertNotContains('New price for Care plan', array_column($this->outbox->mails, 'subject'));
    }

    public function test_nobody_is_billed_the_new_price_before_they_are_told(): void
    {
        self::assert_status(200, $this->rest('PUT', '/counterfoil/v1/settings/subscriptions', ['lead_days' => 14, 'catch_up' => 'each', 'retry_days' => [1], 'last_step' => 'keep', 'grace_days' => 14], $this->administrator()));
        $subscription = $this->subscribe($this->client);
        $this->work();
        $this->send('', ['subscriptions' => [$subscription->id], 'value' => ['type' => 'percent', 'percent' => '10'], 'plan_id' => null, 'from' => '2027-03-01', 'notice_days' => 7, 'message' => '']);
        $this->at('2027-02-23 23:00');
        $this->work();
        self::assertNotContains('New price for Care plan', array_column($this->outbox->mails, 'subject'));
        // Billed two weeks ahead of March 10; the worker looks for subscriptions before it tells of prices, or after.
        $this->at('2027-02-24 09:00');
        self::assertTrue($this->plugin()->module(RenewalsModule::class)->claim()->handle($this->client->id));
        $this->work();

        self::assertCount(1, array_keys(array_column($this->outbox->mails, 'subject'), 'New price for Care plan', true));
    }

    public function test_told_on_its_day_again_where_a_cancellation_is_undone(): void
    {
        $subscription = $this->subscribe($this->client);
        $this->work();
        $this->send('', ['subscriptions' => [$subscription->id], 'value' => ['type' => 'percent', 'percent' => '10'], 'plan_id' => null, 'from' => '2027-03-01', 'notice_days' => 20, 'message' => '']);
        $cancel = fn () => self::assert_status(200, $this->rest('POST', "/counterfoil/v1/subscriptions/{$subscription->id}/cancel", ['when' => 'day', 'on' => '2027-03-05'], $this->administrator()));
        $keep = fn () => self::assert_status(200, $this->rest('POST', "/counterfoil/v1/subscriptions/{$subscription->id}/keep", [], $this->administrator()));
        $told = fn (): int => count(array_keys(array_column($this->outbox->mails, 'subject'), 'New price for Care plan', true));
        $cancel();
        $keep();
        $this->work();
        self::assertSame(0, $told(), 'undone before its day');
        $cancel();
        $this->at('2027-02-20 09:00');
        $this->work();
        self::assertSame(0, $told(), 'it ends before');
        $keep();
        $this->work();
        self::assertSame(1, $told());
    }
}

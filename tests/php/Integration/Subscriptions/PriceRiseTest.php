<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Subscriptions;

use Counterfoil\Products\Interval;
use Counterfoil\Products\PlanDetails;
use Counterfoil\Products\PlanType;
use Counterfoil\Products\ProductsModule;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Database\Keyset;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\PriceRises\AnnouncementsQuery;
use Counterfoil\Tests\Support\IntegrationTestCase;

/** Prices that go up for many at once, with clients who are told before. */
final class PriceRiseTest extends IntegrationTestCase
{
    use RaisesPrices;

    public function test_each_pays_more_from_its_first_period_after_the_day_and_is_told_before(): void
    {
        $monthly = $this->subscribe($this->client);
        $yearly = $this->subscribe($this->client, ['interval' => ['unit' => 'year', 'count' => 1], 'starts_on' => '2026-05-20', 'first_bill' => 'next', 'items' => [$this->item(['unit_price' => 99999])]]);
        $this->work();
        $this->outbox->mails = [];
        $body = ['subscriptions' => [$monthly->id, $yearly->id], 'value' => ['type' => 'percent', 'percent' => '7.5'], 'plan_id' => null, 'from' => '2027-03-01', 'notice_days' => 30, 'message' => 'Our own costs went up.'];
        $preview = $this->send('/preview', $body)->get_data()['items'];
        self::assertSame([[10000, 10750, '2027-03-10'], [99999, 107499, '2027-05-20']], array_map(static fn (array $row): array => [$row['old']['amount'], $row['new']['amount'], $row['first_on']], $preview));
        self::assertNull($this->subscription($monthly->id)->planned, 'a preview changes nothing');

        $this->send('', $body);
        $this->work();
        self::assertSame([], $this->outbox->mails, 'it is told thirty days before');
        $this->at('2027-02-08 00:05');
        $this->work();
        self::assertSame(['New price for Care plan'], array_column($this->outbox->mails, 'subject'));
        foreach (['€100.00 every month, plus tax', '€107.50 every month, plus tax', 'Our own costs went up.', 'March 10, 2027'] as $said) {
            self::assertStringContainsString($said, $this->outbox->mails[0]['message']);
        }
        foreach (['2027-02-10', '2027-03-10', '2027-04-10', '2027-05-10', '2027-05-20'] as $day) {
            $this->at("{$day} 09:00");
            $this->work();
        }

        self::assertSame(['2027-01-10 – 2027-02-09: 10000', '2027-02-10 – 2027-03-09: 10000', '2027-03-10 – 2027-04-09: 10750', '2027-04-10 – 2027-05-09: 10750', '2027-05-10 – 2027-06-09: 10750', '2027-05-20 – 2028-05-19: 107499'], $this->billed($this->client));
    }

    public function test_withdrawn_before_anybody_was_told_nobody_hears_of_it_and_afterwards_they_do(): void
    {
        $subscription = $this->subscribe($this->client);
        $this->work();
        $body = ['subscriptions' => [$subscription->id], 'value' => ['type' => 'percent', 'percent' => '10'], 'plan_id' => null, 'from' => '2027-03-01', 'notice_days' => 30, 'message' => ''];
        $staff = $this->administrator();
        $withdraw = fn () => self::assert_status(200, $this->rest('POST', "/counterfoil/v1/subscriptions/{$subscription->id}/withdraw-change", [], $staff));
        $this->send('', $body);
        $withdraw();
        $this->at('2027-02-09 09:00');
        $this->outbox->mails = [];
        $this->work();
        self::assertSame([], $this->outbox->mails);

        $this->send('', ['from' => '2027-04-01', 'notice_days' => 51] + $body);
        $this->at('2027-02-18 09:00');
        $this->work();
        $withdraw();
        $this->work();
        self::assertSame(['New price for Care plan', 'Your price stays the same'], array_values(array_filter(array_column($this->outbox->mails, 'subject'), static fn (string $subject): bool => str_contains($subject, 'price'))));
        $this->at('2027-04-10 09:00');
        $this->work();
        self::assertSame(10000, $this->subscription($subscription->id)->items[0]->unit_price);
    }

    public function test_a_paused_one_is_left_out(): void
    {
        $paused = $this->subscribe($this->client);
        $this->work();
        self::assert_status(200, $this->rest('POST', "/counterfoil/v1/subscriptions/{$paused->id}/pause", ['resume_on' => null], $this->administrator()));
        $this->send('', ['subscriptions' => [$paused->id], 'value' => ['type' => 'percent', 'percent' => '10'], 'plan_id' => null, 'from' => '2027-03-01', 'notice_days' => 20, 'message' => ''], 400);
    }

    public function test_all_or_none_and_each_that_can_not_is_named(): void
    {
        $one = $this->subscribe($this->client);
        $two = $this->subscribe($this->client, ['cycles' => 2]);
        $this->work();
        $body = ['subscriptions' => [$one->id, $two->id], 'value' => ['type' => 'percent', 'percent' => '10'], 'plan_id' => null, 'from' => '2027-06-01', 'notice_days' => 30, 'message' => ''];
        $answer = $this->send('', $body, 400);
        self::assertSame(['/subscriptions/1' => 'Care plan isn’t billed again from that day on. Leave it out.'], $answer->get_data()['data']['fields'] ?? $answer->get_data()['data']);
        self::assertNull($this->subscription($one->id)->planned);
        $this->send('', ['from' => '2027-01-20'] + $body, 400);
        $this->send('', ['value' => ['type' => 'percent', 'percent' => '0']] + $body, 400);
        $this->send('', ['subscriptions' => [999]] + $body, 404);
    }

    public function test_by_an_amount_of_its_currency_and_only_where_there_is_one(): void
    {
        $euros = $this->subscribe($this->client, ['items' => [$this->item(['quantity' => '2']), $this->item(['description' => 'Free backup', 'unit_price' => 0])]]);
        $zloty = $this->subscribe($this->client, ['currency' => 'PLN']);
        $this->work();
        $body = ['subscriptions' => [$euros->id, $zloty->id], 'plan_id' => null, 'value' => ['type' => 'amount', 'amounts' => [['amount' => 500, 'currency' => 'EUR']]], 'from' => '2027-03-01', 'notice_days' => 30, 'message' => ''];
        self::assertSame(['/subscriptions/1' => 'Care plan is billed in another currency. Add an amount in that currency, or leave it out.'], $this->send('/preview', $body, 400)->get_data()['data']['fields']);
        $body['value']['amounts'][] = ['amount' => 2000, 'currency' => 'PLN'];
        $raised = $this->send('/preview', $body)->get_data()['items'];
        self::assertSame([[20000, 21000], [10000, 12000]], array_map(static fn (array $row): array => [$row['old']['amount'], $row['new']['amount']], $raised));
        self::assertSame('€5.00 · PLN 20.00', str_replace("\u{a0}", ' ', $this->send('', $body)->get_data()['increase']));
        self::assertSame([10500, 0], array_map(static fn ($item): int => $item->unit_price, $this->subscription($euros->id)->planned->items ?? []));
        $body['value']['amounts'] = [['amount' => 500, 'currency' => 'EUR'], ['amount' => 0, 'currency' => 'PLN'], ['amount' => 500, 'currency' => 'EUR']];
        self::assertSame(['/value/amounts/1/amount', '/value/amounts/2/currency'], array_keys($this->send('', $body, 400)->get_data()['data']['fields']));
    }

    public function test_all_of_a_plan_that_can_be_and_of_them_what_is_of_the_plan(): void
    {
        $products = $this->plugin()->module(ProductsModule::class);
        $plan = $products->plans()->insert($products->products()->insert('Care', '', null), new PlanDetails('Care plan', Money::of(10000, 'EUR'), PlanType::Recurring, new Interval('month', 1)));
        $of_plan = $this->item(['plan_id' => $plan]);
        $first = $this->subscribe($this->client, ['items' => [$of_plan, $this->item(['description' => 'Hosting', 'unit_price' => 2000])]]);
        $other = $this->subscribe($this->client);
        $second = $this->subscribe($this->client(), ['items' => [$of_plan]]);
        $paused = $this->subscribe($this->client, ['items' => [$of_plan]]);
        $ending = $this->subscribe($this->client, ['items' => [$of_plan], 'cycles' => 2]);
        $this->work();
        self::assert_status(200, $this->rest('POST', "/counterfoil/v1/subscriptions/{$paused->id}/pause", ['resume_on' => null], $this->administrator()));
        $body = ['subscriptions' => [], 'plan_id' => $plan, 'value' => ['type' => 'percent', 'percent' => '10'], 'from' => '2027-06-01', 'notice_days' => 30, 'message' => ''];
        $preview = $this->send('/preview', $body)->get_data();
        self::assertSame([[$first->id, 13000], [$second->id, 11000]], array_map(static fn (array $row): array => [$row['subscription']['id'], $row['new']['amount']], $preview['items']));
        self::assertSame([$paused->id, $ending->id], array_column(array_column($preview['left_out'], 'subscription'), 'id'));
        $announced = $this->send('', $body)->get_data();
        self::assertSame([2, '10%', 2], [$announced['subscriptions'], $announced['increase'], $announced['states']['planned']]);
        self::assertNotNull($this->subscription($second->id)->planned);
        self::assertNull($this->subscription($other->id)->planned);
        self::assertSame('nothing_to_raise', str_replace('counterfoil_', '', $this->send('', $body, 409)->get_data()['code']), 'each has its rise already');
        self::assertSame(['/plan_id'], array_keys($this->send('', ['plan_id' => null] + $body, 400)->get_data()['data']['fields']));
    }

    public function test_the_list_says_what_became_of_each_and_what_is_planned_is_withdrawn_at_once(): void
    {
        [$soon, $told, $changed, $ended] = array_map(fn (string $from) => $this->subscribe($this->client, ['starts_on' => $from]), ['2027-01-02', '2027-01-09', '2027-01-09', '2027-01-09']);
        $this->work();
        $staff = $this->administrator();
        $id = $this->send('', ['subscriptions' => [$soon->id, $told->id, $changed->id, $ended->id], 'plan_id' => null, 'value' => ['type' => 'percent', 'percent' => '10'], 'from' => '2027-02-01', 'notice_days' => 20, 'message' => ''])->get_data()['id'];
        $this->change($changed, 'next', ['unit_price' => 9000]);
        self::assert_status(200, $this->rest('POST', "/counterfoil/v1/subscriptions/{$ended->id}/cancel", ['when' => 'now'], $staff));
        $this->at('2027-02-03 09:00');
        $this->work();
        $this->outbox->mails = [];
        $rises = self::fits('price-rises.subscriptions', $this->rest('GET', "/counterfoil/v1/price-rises/{$id}/subscriptions", null, $staff))['items'];
        self::assertSame(['applied', 'told', 'dropped', 'dropped'], array_column($rises, 'state'));

        $withdrawn = self::fits('price-rises.withdraw', $this->rest('POST', "/counterfoil/v1/price-rises/{$id}/withdraw", [], $staff));
        $this->work();
        self::assertSame(['planned' => 0, 'told' => 0, 'applied' => 1, 'withdrawn' => 1, 'dropped' => 2], $withdrawn['states']);
        self::assertSame(['Your price stays the same'], array_column($this->outbox->mails, 'subject'));
        self::assertSame([$id], array_column(self::fits('price-rises.list', $this->rest('GET', '/counterfoil/v1/price-rises', null, $staff))['items'], 'id'));
        self::assertSame([[], [$id]], array_map(fn (int $client_id): array => array_map(static fn ($one): int => $one->id, (new AnnouncementsQuery($this->plugin()->database()))->page(Viewer::staff(Actor::system(), ['view'], [$client_id]), new Keyset('id', true), 5, null)['announcements']), [$this->client()->id, $this->client->id]));
        self::assert_status(409, $this->rest('POST', "/counterfoil/v1/price-rises/{$id}/withdraw", [], $staff));
    }
}

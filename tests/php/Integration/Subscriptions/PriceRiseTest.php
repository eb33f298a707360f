<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Subscriptions;

use Counterfoil\Clients\Client;
use Counterfoil\Tests\Support\IntegrationTestCase;
use WP_REST_Response;

/** Prices that go up for many at once, with clients who are told before. */
final class PriceRiseTest extends IntegrationTestCase
{
    use MakesSubscriptions;

    private Client $client;

    protected function setUp(): void
    {
        parent::setUp();
        $this->at('2027-01-10 10:00');
        $this->client = $this->client();
    }

    public function test_each_pays_more_from_its_first_period_after_the_day_and_is_told_before(): void
    {
        $monthly = $this->subscribe($this->client);
        $yearly = $this->subscribe($this->client, ['interval' => ['unit' => 'year', 'count' => 1], 'starts_on' => '2026-05-20', 'first_bill' => 'next', 'items' => [$this->item(['unit_price' => 99999])]]);
        $this->work();
        $this->outbox->mails = [];
        $body = ['subscriptions' => [$monthly->id, $yearly->id], 'percent' => '7.5', 'from' => '2027-03-01', 'notice_days' => 30, 'message' => 'Our own costs went up.'];
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
        $body = ['subscriptions' => [$subscription->id], 'percent' => '10', 'from' => '2027-03-01', 'notice_days' => 30, 'message' => ''];
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

    public function test_who_has_canceled_before_is_not_told(): void
    {
        $subscription = $this->subscribe($this->client);
        $gone = $this->subscribe($this->client);
        $this->work();
        $this->send('', ['subscriptions' => [$subscription->id, $gone->id], 'percent' => '10', 'from' => '2027-03-01', 'notice_days' => 20, 'message' => '']);
        $staff = $this->administrator();
        self::assert_status(200, $this->rest('POST', "/counterfoil/v1/subscriptions/{$subscription->id}/cancel", ['when' => 'day', 'on' => '2027-03-05'], $staff));
        self::assert_status(200, $this->rest('POST', "/counterfoil/v1/subscriptions/{$gone->id}/cancel", ['when' => 'now'], $staff));
        self::assertNull($this->subscription($gone->id)->planned);
        $this->at('2027-02-18 09:00');
        $this->work();

        self::assertNotContains('New price for Care plan', array_column($this->outbox->mails, 'subject'));
    }

    public function test_a_paused_one_is_left_out(): void
    {
        $paused = $this->subscribe($this->client);
        $this->work();
        self::assert_status(200, $this->rest('POST', "/counterfoil/v1/subscriptions/{$paused->id}/pause", ['resume_on' => null], $this->administrator()));
        $this->send('', ['subscriptions' => [$paused->id], 'percent' => '10', 'from' => '2027-03-01', 'notice_days' => 20, 'message' => ''], 400);
    }

    public function test_all_or_none_and_each_that_can_not_is_named(): void
    {
        $one = $this->subscribe($this->client);
        $two = $this->subscribe($this->client, ['cycles' => 2]);
        $this->work();
        $body = ['subscriptions' => [$one->id, $two->id], 'percent' => '10', 'from' => '2027-06-01', 'notice_days' => 30, 'message' => ''];
        $answer = $this->send('', $body, 400);
        self::assertSame(['/subscriptions/1' => 'Care plan isn’t billed again from that day on. Leave it out.'], $answer->get_data()['data']['fields'] ?? $answer->get_data()['data']);
        self::assertNull($this->subscription($one->id)->planned);
        $this->send('', ['from' => '2027-01-20'] + $body, 400);
        $this->send('', ['percent' => '0'] + $body, 400);
        $this->send('', ['subscriptions' => [999]] + $body, 404);
    }

    /** @param array<string, mixed> $body */
    private function send(string $path, array $body, ?int $status = null): WP_REST_Response
    {
        $answer = $this->rest('POST', "/counterfoil/v1/price-rises{$path}", $body, $this->administrator());
        self::assert_status($status ?? ($path === '' ? 201 : 200), $answer);

        return $answer;
    }
}

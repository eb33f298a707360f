<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Subscriptions;

use Counterfoil\Tests\Support\IntegrationTestCase;
use PHPUnit\Framework\Attributes\DataProvider;

/** Abuse cases 15 and 30: days that there are not, and days so far away that nobody means them. */
final class OddDaysTest extends IntegrationTestCase
{
    use MakesSubscriptions;

    private const ROOT = '/counterfoil/v1/subscriptions';

    protected function setUp(): void
    {
        parent::setUp();
        $this->at('2027-01-31 10:00');
    }

    /** @return iterable<string, array{string, array<string, mixed>, string}> the operation, its body, the field that is named */
    public static function bodies(): iterable
    {
        yield 'end' => ['cancel', ['when' => 'day', 'on' => '2027-02-31'], '/on'];
        yield 'pause' => ['pause', ['resume_on' => '2027-04-31'], '/resume_on'];
        yield 'a day where none is wanted' => ['cancel', ['when' => 'period_end', 'on' => '2027-02-28'], '/on'];
        yield 'no leap year' => ['pause', ['resume_on' => '2027-02-29'], '/resume_on'];
    }

    /** @param array<string, mixed> $body */
    #[DataProvider('bodies')]
    public function test_a_day_that_the_calendar_does_not_have_is_refused(string $operation, array $body, string $field): void
    {
        $subscription = $this->subscribe($this->client());
        $answer = $this->rest('POST', self::ROOT . "/{$subscription->id}/{$operation}", $body, $this->administrator());

        self::assert_status(400, $answer);
        self::assertSame([$field], array_keys($answer->get_data()['data']['fields']));
        self::assertEquals($this->subscription($subscription->id), $subscription);
    }

    public function test_prices_of_a_daily_one_can_go_up_in_centuries(): void
    {
        $subscription = $this->subscribe($this->client(), ['interval' => ['unit' => 'day', 'count' => 3]]);
        $body = ['subscriptions' => [$subscription->id], 'plan_id' => null, 'value' => ['type' => 'percent', 'percent' => '5'], 'from' => '2999-12-29', 'notice_days' => 0, 'message' => ''];
        $answer = $this->rest('POST', '/counterfoil/v1/price-rises/preview', $body, $this->administrator());

        self::assert_status(200, $answer);
        self::assertSame('2999-12-31', $answer->get_data()['items'][0]['first_on']);
    }

    /** Compared as texts, a year of five digits would be long over. */
    public function test_what_runs_out_after_the_year_9999_does_not_run_out(): void
    {
        $subscription = $this->subscribe($this->client(), ['interval' => ['unit' => 'year', 'count' => 365], 'cycles' => 1000]);
        $this->work();
        $this->at('2392-02-01 10:00');

        self::assertSame([null, '2392-01-31'], [$subscription->act_on(), $subscription->next_on()]);
        self::assertSame(0, $this->rows_in('subscriptions', 'act_on IS NOT NULL'));
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Subscriptions;

use Counterfoil\Clients\Client;
use Counterfoil\Subscriptions\Subscription;
use Counterfoil\Tests\Support\IntegrationTestCase;
use WP_REST_Response;

/** A worker that stood still: what it finds is billed in order, or waits for the agency, and nobody takes it away meanwhile. */
final class BehindTest extends IntegrationTestCase
{
    use MakesSubscriptions;

    private Client $client;

    protected function setUp(): void
    {
        parent::setUp();
        $this->at('2027-01-31 10:00');
        $this->client = $this->client();
    }

    public function test_two_periods_behind_are_billed_each_with_its_own_days_and_in_order(): void
    {
        $this->subscribe($this->client);
        $this->work();
        $this->at('2027-03-31 10:00');
        $this->work();

        self::assertSame(['2027-01-31 – 2027-02-27: 10000', '2027-02-28 – 2027-03-30: 10000', '2027-03-31 – 2027-04-29: 10000'], $this->billed($this->client));
        self::assertCount(3, $this->bills($this->client));
    }

    public function test_or_on_one_bill_where_that_is_chosen(): void
    {
        $this->subscribe($this->client);
        $this->work();
        $this->set_renewing(['catch_up' => 'together']);
        $this->at('2027-03-31 10:00');
        $this->work();

        self::assertCount(2, $this->bills($this->client));
        self::assertSame(['2027-02-28 – 2027-03-30: 10000', '2027-03-31 – 2027-04-29: 10000'], array_slice($this->billed($this->client), 1));
    }

    public function test_more_than_two_behind_wait_until_the_agency_has_said_what_of_them_is_billed(): void
    {
        $subscription = $this->subscribe($this->client);
        $this->work();
        $this->outbox->mails = [];
        $this->at('2027-05-02 10:00');
        $this->work();
        $this->at('2027-05-03 10:00');
        $this->work();

        self::assertCount(1, $this->bills($this->client));
        self::assertTrue($this->subscription($subscription->id)->is_held);
        self::assertSame(['A subscription of Harbour & Pine is waiting for you'], array_column($this->outbox->mails, 'subject'));

        $staff = $this->administrator();
        self::assert_status(200, $this->rest('POST', "/counterfoil/v1/subscriptions/{$subscription->id}/release", ['what' => 'start'], $staff));
        $this->work();
        self::assertSame(['2027-02-28 – 2027-03-30: 10000', '2027-03-31 – 2027-04-29: 10000', '2027-04-30 – 2027-05-30: 10000'], array_slice($this->billed($this->client), 1));
        self::assert_status(409, $this->rest('POST', "/counterfoil/v1/subscriptions/{$subscription->id}/release", ['what' => 'start'], $staff));
    }

    public function test_what_is_behind_can_be_left_out(): void
    {
        $subscription = $this->subscribe($this->client);
        $this->work();
        $this->at('2027-05-02 10:00');
        $this->work();
        self::assert_status(200, $this->rest('POST', "/counterfoil/v1/subscriptions/{$subscription->id}/release", ['what' => 'current'], $this->administrator()));
        $this->work();

        self::assertSame(['2027-01-31 – 2027-02-27: 10000', '2027-04-30 – 2027-05-30: 10000'], $this->billed($this->client));
    }

    /** A worker that stood still is no reason for days that are not billed, or are billed at a price that came later. */
    public function test_what_is_behind_is_billed_before_somebody_pauses_changes_or_ends_it(): void
    {
        $staff = $this->administrator();
        $all = array_map(fn (): Subscription => $this->subscribe($this->client), range(1, 3));
        $this->work();
        $before = count($this->billed($this->client));
        $this->at('2027-04-10 12:00');
        [$paused, $ended, $changed] = $all;
        $ask = fn (Subscription $one, string $what, array $body): int => $this->rest('POST', "/counterfoil/v1/subscriptions/{$one->id}/{$what}", $body, $staff)->get_status();
        self::assertSame(200, $ask($paused, 'pause', ['resume_on' => null]));
        self::assertSame(200, $ask($ended, 'cancel', ['when' => 'now']));
        self::assertSame(409, $ask($changed, 'change', ['when' => 'next', 'version' => $changed->version, 'interval' => ['unit' => 'month', 'count' => 1], 'items' => [array_diff_key($this->item(['unit_price' => 20000]), ['setup_fee' => 0])]]));
        $this->work();

        $days = ['2027-02-28 – 2027-03-30: 10000', '2027-03-31 – 2027-04-29: 10000'];
        self::assertEqualsCanonicalizing([...$days, ...$days, ...$days], array_slice($this->billed($this->client), $before));
    }

    public function test_on_hold_it_can_not_be_paused_before_the_agency_has_said_what_is_billed(): void
    {
        $subscription = $this->subscribe($this->client);
        $this->work();
        $this->at('2027-06-10 12:00');
        $staff = $this->administrator();
        $pause = fn (): WP_REST_Response => $this->rest('POST', "/counterfoil/v1/subscriptions/{$subscription->id}/pause", ['resume_on' => null], $staff);
        self::assertSame('counterfoil_held', $pause()->get_data()['code']);
        self::assert_status(200, $this->rest('POST', "/counterfoil/v1/subscriptions/{$subscription->id}/release", ['what' => 'start'], $staff));
        self::assert_status(200, $pause());
        $this->work();

        self::assertSame('2027-05-31 – 2027-06-29: 10000', array_slice($this->billed($this->client), -1)[0]);
    }
}

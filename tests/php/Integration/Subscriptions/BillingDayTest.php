<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Subscriptions;

use Counterfoil\Tests\Support\IntegrationTestCase;

/** One day of the month for all subscriptions of a client: one bill. */
final class BillingDayTest extends IntegrationTestCase
{
    use MakesSubscriptions;

    public function test_subscriptions_are_brought_to_one_day_by_a_part_and_come_on_one_bill_from_then_on(): void
    {
        $this->at('2027-01-10 10:00');
        $client = $this->client();
        $one = $this->subscribe($client);
        $this->at('2027-01-20 10:00');
        $other = $this->subscribe($client, ['items' => [$this->item(['unit_price' => 3100])]]);
        $paused = $this->subscribe($client);
        $this->work();
        $staff = $this->administrator();
        $path = "/counterfoil/v1/clients/{$client->id}/billing-day";
        self::assert_status(200, $this->rest('POST', "/counterfoil/v1/subscriptions/{$paused->id}/pause", ['resume_on' => null], $staff));
        self::assertSame(['day' => null], $this->rest('GET', $path, [], $staff)->get_data());
        self::assert_status(200, $this->rest('PUT', $path, ['day' => 1], $staff));
        self::assertSame(['day' => 1], $this->rest('GET', $path, [], $staff)->get_data());
        $before = count($this->bills($client));
        foreach (['2027-02-10', '2027-02-20', '2027-03-01', '2027-04-01'] as $day) {
            $this->at("{$day} 10:00");
            $this->work();
        }

        self::assertSame([
            '2027-02-10 – 2027-02-28: 6786',
            '2027-02-20 – 2027-02-28: 996',
            '2027-03-01 – 2027-03-31: 10000',
            '2027-03-01 – 2027-03-31: 3100',
            '2027-04-01 – 2027-04-30: 10000',
            '2027-04-01 – 2027-04-30: 3100',
        ], array_slice($this->billed($client), $before));
        self::assertCount($before + 4, $this->bills($client), 'two parts, and then one bill a month');
        self::assertSame(['2027-05-01', '2027-05-01'], [$this->subscription($one->id)->next_on(), $this->subscription($other->id)->next_on()]);

        self::assert_status(200, $this->rest('PUT', $path, ['day' => null], $staff));
        $this->at('2027-05-01 10:00');
        $this->work();
        self::assertCount($before + 6, $this->bills($client), 'each on its own again');
        self::assert_status(400, $this->rest('PUT', $path, ['day' => 32], $staff));
        self::assert_status(404, $this->rest('PUT', '/counterfoil/v1/clients/99999/billing-day', ['day' => 1], $staff));
    }

    public function test_paused_before_its_first_billing_day_the_days_of_the_pause_are_not_billed(): void
    {
        $this->at('2027-01-10 10:00');
        [$client, $new] = [$this->client(), $this->client('New Ltd')];
        $moved = $this->subscribe($client);
        $this->work();
        $staff = $this->administrator();
        foreach ([$client, $new] as $one) {
            self::assert_status(200, $this->rest('PUT', "/counterfoil/v1/clients/{$one->id}/billing-day", ['day' => 1], $staff));
        }
        $to_come = $this->subscribe($new, ['starts_on' => '2027-02-10', 'trial_days' => 3]);
        $this->at('2027-02-05 10:00');
        foreach ([$moved, $to_come] as $one) {
            self::assert_status(200, $this->rest('POST', "/counterfoil/v1/subscriptions/{$one->id}/pause", ['resume_on' => '2027-02-22'], $staff));
        }
        foreach (['2027-02-22', '2027-03-01'] as $day) {
            $this->at("{$day} 10:00");
            $this->work();
        }

        // A week of the 28 days of February, though both could have been billed from earlier days on.
        self::assertSame(['2027-01-10 – 2027-02-09: 10000', '2027-02-22 – 2027-02-28: 2500', '2027-03-01 – 2027-03-31: 10000'], $this->billed($client));
        self::assertSame(['2027-02-22 – 2027-02-28: 2500', '2027-03-01 – 2027-03-31: 10000'], $this->billed($new));
    }
}

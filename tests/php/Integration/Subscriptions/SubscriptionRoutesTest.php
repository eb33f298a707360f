<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Subscriptions;

use Counterfoil\Tests\Support\FitsContract;
use Counterfoil\Tests\Support\IntegrationTestCase;

/** What the agency's screens of subscriptions read. */
final class SubscriptionRoutesTest extends IntegrationTestCase
{
    use FitsContract;
    use MakesSubscriptions;

    private const ROOT = '/counterfoil/v1/subscriptions';

    public function test_its_activity_names_what_happened_to_it_alone(): void
    {
        $this->at('2027-01-15 10:00');
        $staff = $this->administrator();
        $client = $this->client();
        $body = $this->subscribe_body($client->id, ['starts_on' => '2027-02-01']);
        $one = self::fits('subscriptions.start', $this->rest('POST', self::ROOT, $body, $staff));
        self::fits('subscriptions.start', $this->rest('POST', self::ROOT, $body, $staff));
        self::fits('subscriptions.pause', $this->rest('POST', self::ROOT . "/{$one['id']}/pause", ['resume_on' => '2027-03-01'], $staff));

        $events = self::fits('subscriptions.events', $this->rest('GET', self::ROOT . "/{$one['id']}/events", user: $staff));
        self::assertSame(['Subscription paused until March 1, 2027', 'Subscription started on February 1, 2027'], array_column($events['items'], 'summary'));
        self::assert_status(404, $this->rest('GET', self::ROOT . '/999999/events', user: $staff));
    }
}

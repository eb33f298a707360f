<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Subscriptions;

use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\Requests\RequestsModule;
use Counterfoil\Tests\Support\FitsContract;
use Counterfoil\Tests\Support\IntegrationTestCase;
use Counterfoil\Tests\Support\ReadsOverview;

/** What the agency's screens of subscriptions read. */
final class SubscriptionRoutesTest extends IntegrationTestCase
{
    use FitsContract;
    use MakesSubscriptions;
    use ReadsOverview;

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
        self::assertSame(['Subscription paused until 1 March 2027', 'Subscription started on 1 February 2027'], array_column($events['items'], 'summary'));
        self::assert_status(404, $this->rest('GET', self::ROOT . '/999999/events', user: $staff));
    }

    public function test_the_list_shows_who_waits_for_an_answer_to_a_request_to_cancel(): void
    {
        $this->at('2027-01-15 10:00');
        $staff = $this->administrator();
        $asks = $this->subscribe($this->client('Harbour & Pine'));
        $other = $this->subscribe($this->client('Brauhaus Linden'));
        $list = fn (string $tab): array => array_map(
            static fn (array $row): array => [$row['id'], $row['is_cancellation_requested']],
            self::fits('subscriptions.list', $this->rest('GET', self::ROOT . "?tab={$tab}", user: $staff))['items']
        );
        self::assertSame([], $list('requested'));

        $requests = $this->plugin()->module(RequestsModule::class);
        $request = $requests->request()->handle($asks->id, null, '', Viewer::contact(Actor::contact(1, 'Ada'), $asks->client_id, ['subscriptions.manage']));
        self::assertSame([[$asks->id, true]], $list('requested'));
        self::assertSame([[$other->id, false], [$asks->id, true]], $list('current'));

        $requests->decline()->handle($request->id, 'No.', Viewer::system());
        self::assertSame([], $list('requested'));
        self::assertSame([[$other->id, false], [$asks->id, false]], $list('current'));
    }

    public function test_the_overview_names_the_longest_waiting_requests_and_opens_the_list_of_all(): void
    {
        $this->at('2027-01-15 10:00');
        $staff = $this->administrator();
        self::assertSame([], self::notices($this->overview_of($staff), 'cancellation_requests'));
        $requests = $this->plugin()->module(RequestsModule::class);
        foreach (['Ada', 'Ben', 'Cleo', 'Dan'] as $number => $name) {
            $one = $this->subscribe($this->client($name));
            $requests->request()->handle($one->id, $number === 0 ? '2027-04-01' : null, '', Viewer::contact(Actor::contact(1, $name), $one->client_id, ['subscriptions.manage']));
        }

        $overview = $this->overview_of($staff);
        $notice = array_column($overview['notices'], null, 'id')['cancellation_requests'];
        self::assertSame(['4 cancellation requests are waiting for your answer.', ['screen' => '/subscriptions', 'query' => ['tab' => 'requested']]], [$notice['title'], $notice['opens']]);
        self::assertSame([['Care plan', 'Ada', 'Last day: 31 March 2027.'], ['Care plan', 'Ben', 'As soon as possible'], ['Care plan', 'Cleo', 'As soon as possible']], self::notices($overview, 'cancellation_requests'));
        self::assertCount(4, $this->rest('GET', self::ROOT . '?tab=requested', user: $staff)->get_data()['items']);
        self::assertSame([], $requests->overview()[0](Viewer::staff(Actor::system(), ['view'], [999999])));
    }
}

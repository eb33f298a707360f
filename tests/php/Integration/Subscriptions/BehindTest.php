<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Subscriptions;

use Counterfoil\Clients\Client;
use Counterfoil\Clients\ClientsModule;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\Changes\ChangesModule;
use Counterfoil\Subscriptions\Changes\NewTerms;
use Counterfoil\Subscriptions\Requests\RequestsModule;
use Counterfoil\Subscriptions\Subscription;
use Counterfoil\Tests\Support\FitsContract;
use Counterfoil\Tests\Support\IntegrationTestCase;
use Counterfoil\Tests\Support\ReadsOverview;
use PHPUnit\Framework\Attributes\DataProvider;
use WP_REST_Response;

/** A worker that stood still: what it finds is billed in order, or waits for the agency, and nobody takes it away meanwhile. */
final class BehindTest extends IntegrationTestCase
{
    use FitsContract;
    use MakesSubscriptions;
    use ReadsOverview;

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

    public function test_the_overview_names_what_is_on_hold_the_longest_unbilled_first(): void
    {
        $staff = $this->administrator();
        $late = $this->subscribe($this->client);
        $this->at('2027-02-10 10:00');
        $this->subscribe($this->client('Ben'), ['items' => [$this->item(['description' => 'Hosting'])]]);
        $this->work();
        self::assertSame([], self::notices($this->overview_of($staff), 'held_subscriptions'));
        $this->at('2027-07-01 10:00');
        $this->work();

        $overview = $this->overview_of($staff);
        self::assertSame([['Care plan', 'Harbour & Pine', 'Billed until 27 February 2027.'], ['Hosting', 'Ben', 'Billed until 9 March 2027.']], self::notices($overview, 'held_subscriptions'));
        self::assertSame('2 subscriptions are on hold until you choose what to bill.', array_column($overview['notices'], 'title', 'id')['held_subscriptions']);
        self::assert_status(200, $this->rest('POST', "/counterfoil/v1/subscriptions/{$late->id}/release", ['what' => 'next'], $staff));
        self::assertCount(1, self::notices($this->overview_of($staff), 'held_subscriptions'));
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

    /** @return iterable<string, array{string}> */
    public static function ways_to_change_days(): iterable
    {
        yield from array_map(static fn (string $way): array => [$way], array_combine($ways = ['pause', 'cancel', 'accept a request', 'cancel at the end', 'set a billing day', 'change'], $ways));
    }

    #[DataProvider('ways_to_change_days')]
    public function test_whoever_changes_days_claims_what_is_behind_first(string $way): void
    {
        $subscription = $this->subscribe($this->client);
        $this->work();
        $this->at('2027-03-10 12:00');
        $changes = $this->plugin()->module(ChangesModule::class);
        try {
            match ($way) {
                'pause' => $this->subscriptions()->pause()->handle($subscription->id, null, Viewer::system()),
                'cancel' => $changes->cancel()->now($subscription->id, Viewer::system()),
                'accept a request' => $this->accepts_a_request($subscription),
                'cancel at the end' => $changes->cancel()->at_period_end($subscription->id, Viewer::system()),
                'set a billing day' => $changes->set_billing_day()->handle($this->client->id, 15, Viewer::system()),
                default => $changes->change()->from_next_period($subscription->id, $subscription->version, NewTerms::from_wire(['interval' => ['unit' => 'month', 'count' => 1], 'items' => [$this->item(['unit_price' => 20000])]]), Viewer::system()),
            };
        } catch (DomainError $error) {
            self::assertSame('subscription_changed', $error->reason);
        }
        $this->work();

        self::assertSame(['2027-01-31 – 2027-02-27: 10000', '2027-02-28 – 2027-03-30: 10000'], array_slice($this->billed($this->client), 0, 2));
    }

    public function test_a_new_price_that_counts_for_days_that_are_behind_is_not_withdrawn(): void
    {
        $subscription = $this->subscribe($this->client);
        $this->work();
        $body = ['subscriptions' => [$subscription->id], 'plan_id' => null, 'value' => ['type' => 'percent', 'percent' => '10'], 'from' => '2027-02-10', 'notice_days' => 0, 'message' => ''];
        $staff = $this->administrator();
        $id = $this->rest('POST', '/counterfoil/v1/price-rises', $body, $staff)->get_data()['id'];
        $this->at('2027-03-02 12:00');

        self::assert_status(409, $this->rest('POST', "/counterfoil/v1/price-rises/{$id}/withdraw", null, $staff));
        $this->work();
        self::assertSame('2027-02-28 – 2027-03-30: 11000', $this->billed($this->client)[1]);
    }

    /** Its pause, or it itself, was over before today. */
    public function test_what_was_over_before_today_is_over_from_its_day_on(): void
    {
        [$paused, $ended] = [$this->subscribe($this->client), $this->subscribe($this->client)];
        $this->work();
        $this->subscriptions()->pause()->handle($paused->id, '2027-03-05', Viewer::system());
        $this->subscriptions()->cancel()->at_period_end($ended->id, Viewer::system());
        $this->at('2027-03-10 12:00');
        foreach ([fn () => $this->subscriptions()->resume()->handle($paused->id, Viewer::system()), fn () => $this->subscriptions()->cancel()->take_back($ended->id, Viewer::system())] as $late) {
            try {
                $late();
                self::fail('It was over.');
            } catch (DomainError $error) {
                self::assertContains($error->reason, ['not_paused', 'subscription_ended']);
            }
        }
        $this->work();

        self::assertSame('2027-02-28', $this->subscription($ended->id)->ended_on);
        self::assertSame('2027-03-05 – 2027-03-30: 8387', $this->billed($this->client)[2]);
    }

    private function accepts_a_request(Subscription $subscription): void
    {
        $requests = $this->plugin()->module(RequestsModule::class);
        $contact = $this->plugin()->module(ClientsModule::class);
        $id = $contact->contacts()->insert($this->client->id, $contact->roles()->default()->id, 'Bo', 'bo@harbour.test');
        $request = $requests->request()->handle($subscription->id, null, '', Viewer::contact(Actor::contact($id, 'Bo'), $this->client->id, ['subscriptions.view', 'subscriptions.manage']));
        $requests->accept()->handle($request->id, 'now', null, Viewer::system());
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

<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Subscriptions;

use Counterfoil\Clients\ClientsModule;
use Counterfoil\Clients\Contact;
use Counterfoil\Plugin;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Database\UniqueViolation;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\Requests\CancellationRequest;
use Counterfoil\Subscriptions\Requests\RequestsModule;
use Counterfoil\Subscriptions\Requests\RequestState;
use Counterfoil\Subscriptions\Subscription;
use Counterfoil\Subscriptions\SubscriptionStatus;
use Counterfoil\Tests\Integration\Portal\PortalViewTestCase;

/** Clients ask to cancel, the agency answers: once, and nobody else. */
final class RequestsTest extends PortalViewTestCase
{
    use StartsSubscriptions;

    private Subscription $subscription;

    protected function setUp(): void
    {
        parent::setUp();
        $this->at('2027-01-10 10:00');
        $this->subscription = $this->subscribe($this->a);
        $this->work();
        $this->outbox->mails = [];
    }

    /** @param list<string> $permissions */
    private function viewer(Contact $contact, array $permissions = ['subscriptions.view', 'subscriptions.manage']): Viewer
    {
        return Viewer::contact(Actor::contact($contact->id, $contact->name), $contact->client_id, $permissions);
    }

    private function requests(): RequestsModule
    {
        return Plugin::instance()->module(RequestsModule::class);
    }

    private function ask(?string $day = null, string $reason = 'We move to another host.'): CancellationRequest
    {
        return $this->requests()->request()->handle($this->subscription->id, $day, $reason, $this->viewer($this->contact_a));
    }

    private static function refused(callable $do): int
    {
        try {
            $do();
        } catch (DomainError $error) {
            return $error->status;
        }

        return 200;
    }

    /** @return list<string> */
    private function happened(): array
    {
        $rows = $this->plugin->database()->rows("SELECT type FROM {$this->plugin->database()->table('events')} WHERE type LIKE 'subscription.canc%' OR type IN ('subscription.ended', 'subscription.cancelled') ORDER BY id");

        return array_map(static fn (array $row): string => substr((string) $row['type'], strlen('subscription.')), $rows);
    }

    /** @return list<string> of all mails since they were last looked at */
    private function mailed(): array
    {
        $this->send_mail();
        $mails = array_map(static fn (array $mail): string => implode(',', (array) $mail['to']) . ": {$mail['subject']}", $this->outbox->mails);
        $this->outbox->mails = [];

        return $mails;
    }

    public function test_it_is_declined_in_words_asked_again_and_accepted_with_a_date(): void
    {
        $staff = $this->administrator();
        $first = $this->ask('2027-03-01');
        self::assertSame(['owner@example.test: Harbour & Pine wants to cancel a subscription'], $this->mailed());
        $list = $this->rest('GET', '/counterfoil/v1/subscription-requests?state=open', null, $staff)->get_data()['items'];
        self::assertSame([[$first->id, 'Care plan', 'Harbour & Pine', 'Ada Lindqvist', 'We move to another host.', '2027-03-01', '2027-02-10', true]], array_map(static fn (array $one): array => [$one['id'], $one['subscription']['name'], $one['client']['name'], $one['contact'], $one['reason'], $one['wished_on'], $one['period_end_on'], $one['can_end_as_wished']], $list));
        self::assertSame($first->id, $this->rest('GET', "/counterfoil/v1/subscriptions/{$this->subscription->id}", null, $staff)->get_data()['request']['id']);

        self::assert_status(400, $this->rest('POST', "/counterfoil/v1/subscription-requests/{$first->id}/decline", ['answer' => ' '], $staff));
        $declined = $this->rest('POST', "/counterfoil/v1/subscription-requests/{$first->id}/decline", ['answer' => "You agreed to a year.\nIt ends in December."], $staff);
        self::assertSame(['declined', "You agreed to a year.\nIt ends in December."], [$declined->get_data()['state'], $declined->get_data()['answer']]);
        self::assertSame(SubscriptionStatus::Active, $this->subscription($this->subscription->id)->status);
        $this->send_mail();
        self::assertStringContainsString('You agreed to a year.', $this->outbox->to('ada@harbour.test')[0]['message']);
        self::assertSame(['ada@harbour.test: About your cancellation request'], $this->mailed());

        $second = $this->ask();
        self::assertCount(1, $this->mailed());
        $accepted = $this->rest('POST', "/counterfoil/v1/subscription-requests/{$second->id}/accept", ['when' => 'period_end'], $staff);
        self::assertSame(['accepted', '2027-02-10'], [$accepted->get_data()['state'], $accepted->get_data()['ends_on']]);
        self::assertSame('2027-02-10', $this->subscription($this->subscription->id)->ends_on);
        $this->send_mail();
        self::assertStringContainsString('It runs until February 9, 2027.', $this->outbox->to('ada@harbour.test')[0]['message']);
        self::assertSame(['ada@harbour.test: Your subscription is canceled'], $this->mailed());
        self::assertSame([], $this->rest('GET', '/counterfoil/v1/subscription-requests?state=open', null, $staff)->get_data()['items']);
        self::assertSame([$second->id, $first->id], array_column($this->rest('GET', '/counterfoil/v1/subscription-requests', null, $staff)->get_data()['items'], 'id'));
        self::assertSame(['cancellation_requested', 'cancellation_declined', 'cancellation_requested', 'cancelled', 'cancellation_accepted'], $this->happened());
    }

    public function test_once_it_is_answered_or_withdrawn_nothing_else_comes_of_it(): void
    {
        $staff = $this->administrator();
        $request = $this->ask();
        $this->requests()->withdraw()->handle($request->id, $this->viewer($this->contact_a));
        $this->mailed();

        self::assertSame(409, self::refused(fn () => $this->requests()->withdraw()->handle($request->id, $this->viewer($this->contact_a))));
        self::assert_status(409, $this->rest('POST', "/counterfoil/v1/subscription-requests/{$request->id}/accept", ['when' => 'now'], $staff));
        self::assert_status(409, $this->rest('POST', "/counterfoil/v1/subscription-requests/{$request->id}/decline", ['answer' => 'No.'], $staff));
        self::assertSame([], $this->mailed());
        self::assertSame(SubscriptionStatus::Active, $this->subscription($this->subscription->id)->status);
        self::assertSame(['cancellation_requested', 'cancellation_withdrawn'], $this->happened());
    }

    public function test_one_waits_at_a_time_and_none_of_what_is_over_or_canceled_or_wished_for_yesterday(): void
    {
        foreach (['2027-01-10', '2026-12-31'] as $day) {
            self::assertSame(400, self::refused(fn () => $this->ask($day)));
        }
        self::assertSame(400, self::refused(fn () => $this->ask(null, str_repeat('x', 2001))));
        $this->ask();
        self::assertSame(409, self::refused(fn () => $this->ask()));
        // What two at the same moment would do.
        try {
            $this->requests()->requests()->insert($this->subscription, null, '', null);
            self::fail('Two wait.');
        } catch (UniqueViolation) {
            self::assertSame(1, $this->rows_of('subscription_requests'));
        }
        self::assertCount(1, $this->mailed());

        foreach (['period_end', 'now'] as $when) {
            $this->subscriptions()->cancel()->handle($this->subscription->id, $when, null, Viewer::system());
            self::assertSame(409, self::refused(fn () => $this->ask()), $when);
        }
        self::assertSame(1, $this->rows_of('subscription_requests'));
    }

    public function test_a_term_is_kept_by_the_client_and_not_by_the_agency(): void
    {
        $this->subscription = $this->subscribe($this->a, ['term' => ['months' => 12, 'notice_days' => 30, 'renews' => true]]);
        $read = $this->rest('GET', "/counterfoil/v1/subscriptions/{$this->subscription->id}", [], $this->administrator())->get_data();
        self::assertSame([['months' => 12, 'notice_days' => 30, 'renews' => true], '2028-01-10'], [$read['term'], $read['ends_earliest']]);
        self::assertSame(400, self::refused(fn () => $this->ask('2028-01-09')));
        $this->ask('2028-01-10');

        self::assertNotNull($this->subscriptions()->cancel()->handle($this->subscription->id, 'now', null, Viewer::system())->ended_on);
    }

    public function test_any_end_of_a_subscription_answers_its_request(): void
    {
        $request = $this->ask('2028-01-01');
        $this->mailed();
        $this->subscriptions()->cancel()->now($this->subscription->id, Viewer::system());

        $answered = $this->requests()->requests()->get($request->id, Viewer::system());
        self::assertSame([RequestState::Accepted, '2027-01-10'], [$answered->state, $answered->ends_on]);
        $this->send_mail();
        self::assertStringContainsString('It has ended.', $this->outbox->to('ada@harbour.test')[0]['message']);
        self::assertCount(1, $this->mailed());
        self::assertSame(['cancellation_requested', 'ended', 'cancellation_accepted'], $this->happened());
    }

    public function test_a_day_that_was_billed_is_refused_and_nothing_is_answered(): void
    {
        $request = $this->ask('2027-02-01');
        $this->mailed();
        $staff = $this->administrator();
        self::assertFalse($this->rest('GET', '/counterfoil/v1/subscription-requests', null, $staff)->get_data()['items'][0]['can_end_as_wished']);
        self::assert_status(400, $this->rest('POST', "/counterfoil/v1/subscription-requests/{$request->id}/accept", ['when' => 'day', 'on' => '2027-02-01'], $staff));
        self::assertTrue($this->requests()->requests()->get($request->id, Viewer::system())->is_open());
        self::assertSame([], $this->mailed());
        self::assert_status(200, $this->rest('POST', "/counterfoil/v1/subscription-requests/{$request->id}/accept", ['when' => 'day', 'on' => '2027-02-15'], $staff));
    }

    public function test_who_may_only_look_and_other_clients_change_nothing(): void
    {
        $looks = $this->viewer($this->contact_a, ['subscriptions.view']);
        $stranger = $this->viewer($this->contact_b);
        self::assertSame(403, self::refused(fn () => $this->requests()->request()->handle($this->subscription->id, null, '', $looks)));
        self::assertSame(404, self::refused(fn () => $this->requests()->request()->handle($this->subscription->id, null, '', $stranger)));
        self::assertSame(0, $this->rows_of('subscription_requests'));
        self::assertSame([], $this->mailed());

        $request = $this->ask();
        $this->mailed();
        self::assertSame(403, self::refused(fn () => $this->requests()->withdraw()->handle($request->id, $looks)));
        self::assertSame(404, self::refused(fn () => $this->requests()->withdraw()->handle($request->id, $stranger)));
        $limited = Viewer::staff(Actor::system(), ['view', 'bill'], [$this->b->id]);
        self::assertSame(404, self::refused(fn () => $this->requests()->accept()->handle($request->id, 'now', null, $limited)));
        self::assertSame(404, self::refused(fn () => $this->requests()->decline()->handle($request->id, 'No.', $limited)));
        self::assertTrue($this->requests()->requests()->get($request->id, Viewer::system())->is_open());
        self::assertSame([], $this->mailed());
    }

    public function test_the_agency_is_not_flooded(): void
    {
        for ($i = 0; $i < 3; ++$i) {
            $this->requests()->withdraw()->handle($this->ask()->id, $this->viewer($this->contact_a));
        }
        self::assertSame(409, self::refused(fn () => $this->ask()));
        self::assertCount(3, $this->mailed());
        $this->at('2027-01-11 10:01');
        $this->ask();
    }

    public function test_who_is_gone_hears_nothing_but_the_client_does(): void
    {
        $request = $this->ask();
        $this->plugin->module(ClientsModule::class)->contacts()->delete($this->contact_a->id);
        $this->active_contact($this->a, 'cleo@harbour.test', 'Cleo Pine');
        $this->mailed();
        $this->requests()->accept()->handle($request->id, 'now', null, Viewer::system());

        self::assertSame(['cleo@harbour.test: Your subscription is canceled'], $this->mailed());
    }

    public function test_hooks_and_sentences_tell_of_it(): void
    {
        $told = [];
        foreach (['requested', 'withdrawn', 'declined', 'accepted'] as $what) {
            add_action("counterfoil_cancellation_{$what}", function (int $request, int $subscription) use (&$told, $what): void {
                $told[] = [$what, $subscription === $this->subscription->id];
            }, 10, 2);
        }
        $this->requests()->withdraw()->handle($this->ask()->id, $this->viewer($this->contact_a));
        $this->requests()->decline()->handle($this->ask('2027-05-01')->id, 'No.', Viewer::system());
        $this->requests()->accept()->handle($this->ask()->id, 'now', null, Viewer::system());

        self::assertSame(array_map(static fn (string $what): array => [$what, true], ['requested', 'withdrawn', 'requested', 'declined', 'requested', 'accepted']), $told);
        $timeline = $this->rest('GET', "/counterfoil/v1/clients/{$this->a->id}/events", null, $this->administrator())->get_data()['items'];
        $words = array_column($timeline, 'summary');
        foreach (['Cancellation requested, as soon as possible', 'Cancellation request withdrawn', 'Cancellation requested: last day 30 April 2027', 'Cancellation request declined', 'Cancellation request accepted'] as $sentence) {
            self::assertContains($sentence, $words);
        }
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Subscriptions;

use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\Requests\CancellationRequest;
use Counterfoil\Subscriptions\Requests\RequestsModule;
use Counterfoil\Subscriptions\Subscription;
use Counterfoil\Tests\Support\CommittingTestCase;
use Counterfoil\Tests\Support\Processes;

/** A client takes requests back while one of the agency accepts and another one declines them: each comes to one end, and only an accepted one cancels. */
final class ParallelRequestsTest extends CommittingTestCase
{
    use MakesSubscriptions;

    private const REQUESTS = 12;

    public function test_of_a_withdrawal_and_answers_at_one_moment_one_counts(): void
    {
        $this->at('2027-01-10 10:00');
        $client = $this->client();
        $subscriptions = array_map(fn (): Subscription => $this->subscribe($client), range(1, self::REQUESTS));
        $this->work();
        $requests = $this->plugin()->module(RequestsModule::class);
        $contact = Viewer::contact(Actor::system(), $client->id, ['subscriptions.view', 'subscriptions.manage']);
        $ids = array_map(static fn (Subscription $one): int => $requests->request()->handle($one->id, null, '', $contact)->id, $subscriptions);

        $answers = Processes::parallel(3, __DIR__ . '/answer-request.php', [$ids, $client->id]);
        self::assertSame([null, null, null], array_column($answers, 'error'));
        [$withdrawn, $accepted, $declined] = array_column($answers, 'result');
        $ended = [...$withdrawn, ...$accepted, ...$declined];
        sort($ended);
        self::assertSame($ids, $ended, 'each has one end');

        foreach ($ids as $i => $id) {
            $said = match (true) {
                in_array($id, $accepted, true) => ['accepted', '2027-02-10', 1, 0],
                in_array($id, $declined, true) => ['declined', null, 0, 1],
                default => ['withdrawn', null, 0, 0],
            };
            self::assertSame($said, [
                $this->found($id)->state->value,
                $this->subscription($subscriptions[$i]->id)->ends_on,
                $this->rows_in('outbox', "reason LIKE 'cancellation_accepted:{$id}:%'"),
                $this->rows_in('outbox', "reason LIKE 'cancellation_declined:{$id}:%'"),
            ], "Request {$id}");
        }
    }

    private function found(int $id): CancellationRequest
    {
        return $this->plugin()->module(RequestsModule::class)->requests()->get($id, Viewer::system());
    }
}

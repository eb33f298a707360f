<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Subscriptions\Stories;

use Closure;
use Counterfoil\Shared\SharedModule;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\Changes\ChangesModule;
use Counterfoil\Subscriptions\Starting\FirstBill;
use Counterfoil\Tests\Integration\Subscriptions\KilledRenewalsTest;
use Counterfoil\Tests\Integration\Subscriptions\RenewingSteps;
use Counterfoil\Tests\Support\IntegrationTestCase;
use DateTimeImmutable;
use PHPUnit\Framework\Attributes\DataProvider;

/** Law 7, for what renewing and changing do beside bills and credit notes: killed in the middle, the end is what it is when nobody dies. */
final class KilledDecisionsTest extends IntegrationTestCase
{
    use ChangesTerms;
    use KillsAtSteps;
    use TellsStories;

    /** Who opens the changes that it dies in. */
    private const OPENED_BY = [
        'PauseSubscription::handle', 'ResumeSubscription::handle', 'ReleaseSubscription::handle', 'SetBillingDay::handle', 'ChangeSubscription::withdraw',
        'BillRenewal::block', 'GiveUpUnpaid::look', 'SettleChange::block',
    ];

    /** A step that no test visits fails here: each method that opens a change is in the list of a test that dies in it. */
    public function test_each_change_in_the_code_is_one_that_somebody_dies_in(): void
    {
        self::assertEqualsCanonicalizing(RenewingSteps::in_code(), [...KilledRenewalsTest::OPENED_BY, ...KilledChangesTest::OPENED_BY, ...self::OPENED_BY]);
    }

    /** @return iterable<string, array{string}> */
    public static function decisions(): iterable
    {
        foreach (self::OPENED_BY as $by) {
            yield $by => [$by];
        }
    }

    #[DataProvider('decisions')]
    public function test_killed_in_the_middle_the_end_is_the_same(string $opened_by): void
    {
        $this->left_out = ['mail.send'];
        $this->begins('2027-04-01', ['last_step' => 'pause', 'grace_days' => 5]);
        [$prepare, $work, $event] = $this->decision($opened_by);
        $end = null;
        $this->killed_at_each_step('2027-04-01', $prepare, $work, fn (): bool => $this->event_count($event) > 0, function (string $step) use (&$end, $event): void {
            $now = [
                implode(', ', array_map(self::said(...), [$this->subscription($this->started[0])])),
                array_map(static fn ($bill): string => "{$bill->issue_date} {$bill->total} {$bill->settlement->value}", $this->bills($this->who)),
                $this->counted("SELECT message AS name, COUNT(*) AS number FROM outbox WHERE client_id = {$this->who->id} GROUP BY message ORDER BY message"),
                $this->event_count($event),
            ];
            $end ??= $now;
            self::assertSame(1, $now[3], $step);
            self::assertSame($end, $now, $step);
        });
        self::assertArrayHasKey($opened_by, $this->died_in);
    }

    /** @return array{Closure(): mixed, Closure(): mixed, string} what was before, what is done, and the event that says that it was */
    private function decision(string $opened_by): array
    {
        $starts = fn (): self => $this->starts()->until('2027-04-11');
        $works = fn (): self => $this->only('subscriptions.bill', 'subscriptions.settle_change', 'subscriptions.give_up');

        return match ($opened_by) {
            'PauseSubscription::handle' => [$starts, fn (): self => $this->pauses(), 'subscription.paused'],
            'ResumeSubscription::handle' => [fn (): self => $starts()->pauses(), fn (): self => $this->resumes(), 'subscription.resumed'],
            'ReleaseSubscription::handle' => [fn (): self => $this->starts()->asleep_until('2027-08-20'), fn () => $this->subscriptions()->release()->handle($this->started[0], FirstBill::Next, Viewer::system()), 'subscription.released'],
            'SetBillingDay::handle' => [$starts, fn () => $this->plugin()->module(ChangesModule::class)->set_billing_day()->handle($this->who->id, 15, Viewer::system()), 'client.billing_day_set'],
            'ChangeSubscription::withdraw' => [fn (): self => $starts()->changes_to(20000, 'next_period'), fn () => $this->plugin()->module(ChangesModule::class)->change()->withdraw($this->started[0], Viewer::system()), 'subscription.change_withdrawn'],
            'GiveUpUnpaid::look' => [fn (): self => $this->starts()->until('2027-04-20')->comes('2027-04-23 12:00'), $works, 'subscription.unpaid'],
            'BillRenewal::block' => [fn (): self => $this->starts(['starts_on' => '2027-04-12'])->until('2027-04-11')->can_be_drawn_no_more()->comes('2027-04-12 09:30')->only('subscriptions.renew'), $works, 'subscription.blocked'],
            'SettleChange::block' => [fn (): self => $starts()->changes_and_cannot_be_credited(), $works, 'subscription.blocked'],
            default => self::fail("What is {$opened_by}?"),
        };
    }

    private function comes(string $moment): self
    {
        $this->move(new DateTimeImmutable($moment));

        return $this;
    }

    private function only(string ...$jobs): self
    {
        $this->plugin()->module(SharedModule::class)->worker()->run(only: array_values($jobs));

        return $this;
    }

    /** By a name for which the paper has no letters. */
    private function can_be_drawn_no_more(): self
    {
        $this->plugin()->database()->update('clients', ['name' => "\u{1F642}"], ['id' => $this->who->id]);

        return $this;
    }

    private function changes_and_cannot_be_credited(): self
    {
        $this->left_out[] = 'subscriptions.settle_change';
        $this->changes_to(20000);
        array_pop($this->left_out);
        $this->plugin()->database()->execute("UPDATE {$this->plugin()->database()->table('subscription_credits')} SET line = 99");

        return $this;
    }

    private function event_count(string $type): int
    {
        $database = $this->plugin()->database();

        return (int) $database->value("SELECT COUNT(*) FROM {$database->table('events')} WHERE type = ? AND client_id = ?", [$type, $this->who->id]);
    }
}

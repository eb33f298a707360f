<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Subscriptions\Stories;

use Closure;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\Subscription;
use Counterfoil\Subscriptions\SubscriptionStatus;
use Counterfoil\Tests\Integration\Payments\Killed;
use Counterfoil\Tests\Integration\Subscriptions\RenewingSteps;
use DateTimeImmutable;

/** Something that is done with a subscription, killed at its steps: whoever comes next finishes it, once. */
trait KillsAtSteps
{
    private int $told = 0;

    /** @var list<list<string>> what decides something in each step of what is done now */
    private array $steps = [];

    /** @var array<string, true> what it died in */
    private array $died_in = [];

    /**
     * Once without dying, then dead in the middle of each change and of what is outside of them; or at every single step.
     *
     * @param string $day on which a story begins, "2027-04-01"
     * @param Closure(): mixed $prepare tells what was before, of a client of its own each time
     * @param Closure(): mixed $work
     * @param Closure(): bool $is_done whether it was written down
     * @param Closure(string): void $then what there is in the end
     */
    private function killed_at_each_step(string $day, Closure $prepare, Closure $work, Closure $is_done, Closure $then): void
    {
        RenewingSteps::watch(function (string $step, array $deciding): void {
            $this->steps[] = $deciding;
        });
        $this->tell($day, $prepare, $work, $is_done, $then, PHP_INT_MAX);
        $steps = $this->steps();
        self::assertNotSame([], $steps);
        foreach (getenv('COUNTERFOIL_ROUNDS') === false ? self::middles($steps) : range(1, count($steps)) as $step) {
            $this->tell($day, $prepare, $work, $is_done, $then, $step);
        }
        $this->assert_books_agree();
    }

    private function tell(string $day, Closure $prepare, Closure $work, Closure $is_done, Closure $then, int $step): void
    {
        ++$this->told;
        $this->move(new DateTimeImmutable("{$day} 09:30"));
        $this->who = $this->client("Client {$this->told}", "client{$this->told}@harbour.test");
        $this->started = [];
        $prepare();

        $this->steps = [];
        if (Killed::at($step, $work)) {
            $this->died_in += array_fill_keys($this->steps()[$step - 1] ?? [], true);
        }
        $steps = $this->steps();
        $is_done() || $work();
        foreach (['+7 minutes', '+15 minutes', '+90 minutes'] as $later) {
            $this->move($this->plugin()->clock()->now()->modify($later));
            $this->happens();
        }
        $this->started = array_map(static fn (Subscription $one): int => $one->id, $this->subscriptions()->subscriptions()->of_client($this->who->id, Viewer::system()));
        $then("Step {$step}");
        // It ends here, so that it is not due while the next one is told.
        $this->subscription($this->started[0])->status === SubscriptionStatus::Ended || $this->cancels('now');
        $this->steps = $steps;
    }

    /** @return list<list<string>> */
    private function steps(): array
    {
        return $this->steps;
    }

    /**
     * @param list<list<string>> $deciding in each step
     * @return list<int> the step in the middle of each, from 1
     */
    private static function middles(array $deciding): array
    {
        $at = [];
        foreach ($deciding as $index => $names) {
            $at[implode(' ', $names)][] = $index + 1;
        }

        return array_map(static fn (array $steps): int => $steps[intdiv(count($steps), 2)], array_values($at));
    }
}

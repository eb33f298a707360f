<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Subscriptions\Stories;

use Closure;
use Counterfoil\Subscriptions\SubscriptionStatus;
use Counterfoil\Tests\Integration\Payments\Killed;
use Counterfoil\Tests\Integration\Subscriptions\RenewingSteps;
use DateTimeImmutable;

/** Something that is done with a subscription, killed at its steps: whoever comes next finishes it, once. */
trait KillsAtSteps
{
    private int $told = 0;

    /** @var list<string> who opened the change that each step is part of, of what is done now */
    private array $opened_by = [];

    /** @var array<string, true> who had opened a change that it died in */
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
        RenewingSteps::watch(function (string $step, string $opened_by): void {
            $this->opened_by[] = $opened_by;
        });
        $this->tell($day, $prepare, $work, $is_done, $then, PHP_INT_MAX);
        $steps = $this->opened_by;
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

        $this->opened_by = [];
        if (Killed::at($step, $work)) {
            $this->died_in[$this->steps()[$step - 1] ?? ''] = true;
        }
        $steps = $this->steps();
        $is_done() || $work();
        foreach (['+7 minutes', '+15 minutes', '+90 minutes'] as $later) {
            $this->move($this->plugin()->clock()->now()->modify($later));
            $this->happens();
        }
        $then("Step {$step}");
        // It ends here, so that it is not due while the next one is told.
        $this->subscription($this->started[0])->status === SubscriptionStatus::Ended || $this->cancels('now');
        $this->opened_by = $steps;
    }

    /** @return list<string> */
    private function steps(): array
    {
        return $this->opened_by;
    }

    /**
     * @param list<string> $opened_by of each step
     * @return list<int> the step in the middle of each, from 1
     */
    private static function middles(array $opened_by): array
    {
        $at = [];
        foreach ($opened_by as $index => $by) {
            $at[$by][] = $index + 1;
        }

        return array_map(static fn (array $steps): int => $steps[intdiv(count($steps), 2)], array_values($at));
    }
}

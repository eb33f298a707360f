<?php

declare(strict_types=1);

namespace Counterfoil\Reminders;

use Closure;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\DomainError;

/** Turns reminders on or off and says when they are sent. */
final readonly class UpdateSchedule
{
    /** @param Closure(): string $today in the business's time zone */
    public function __construct(private Changes $changes, private ScheduleRepository $schedules, private Closure $today)
    {
    }

    /**
     * @param list<int> $days of the contract
     * @throws DomainError 400
     */
    public function handle(bool $is_on, array $days, Actor $by): void
    {
        $days = array_values(array_unique($days));
        sort($days);
        if ($is_on && $days === []) {
            throw DomainError::invalid(__('Add at least one reminder, or turn reminders off.', 'counterfoil'), '/days');
        }
        $this->changes->run($by, function (Change $change) use ($is_on, $days): void {
            $before = $this->schedules->get();
            $since = $is_on && ! $before->is_on ? ($this->today)() : $before->since;
            $this->schedules->save(new Schedule($is_on, $days, $since));
            $change->event('settings.reminders_updated', [['settings', 0]], null, ['is_on' => $is_on]);
            /**
             * Fires after the reminder settings change.
             *
             * @since 0.2.0
             */
            $change->hook('settings_reminders_updated');
        });
    }
}

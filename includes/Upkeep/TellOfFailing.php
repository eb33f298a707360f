<?php

declare(strict_types=1);

namespace Counterfoil\Upkeep;

use Closure;
use Counterfoil\Business\Business;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\Change\Mail;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Queue\Backlog;
use DateTimeImmutable;

/** The worker: mails the agency that tasks have kept failing for a day, once until all of them get through. */
final readonly class TellOfFailing
{
    public const JOB = 'upkeep.failing';
    public const LETTER = 'failing';

    /** Since when tasks fail, Unix time. */
    public const OPTION = 'counterfoil_failing_since';

    public const EVERY = HOUR_IN_SECONDS;

    /**
     * @param Closure(): Backlog $backlog
     * @param Closure(): Business $business
     */
    public function __construct(private Changes $changes, private Clock $clock, private Closure $backlog, private Closure $business)
    {
    }

    public function handle(): void
    {
        $failing = ($this->backlog)()->failing;
        $since = get_option(self::OPTION);
        if ($failing === 0) {
            $since === false || delete_option(self::OPTION);

            return;
        }
        $now = $this->clock->now()->getTimestamp();
        if (! is_numeric($since)) {
            update_option(self::OPTION, $now, false);
        } elseif ($now - (int) $since >= DAY_IN_SECONDS) {
            $this->tell($failing, (int) $since);
        }
    }

    /** The outbox takes one for each time they began to fail. */
    private function tell(int $failing, int $at): void
    {
        $business = ($this->business)();
        if ($business->email === '') {
            return;
        }
        $since = Timestamps::to_row(new DateTimeImmutable("@{$at}"));
        $this->changes->run(Actor::system(), function (Change $change) use ($business, $failing, $since): void {
            if ($change->mail(new Mail(self::LETTER, "failing:{$since}", $business->email, $business->name, '', data: ['since' => $since, 'failing' => $failing]))) {
                $change->event('work.kept_failing', [['settings', 0]], null, ['since' => $since]);
            }
        });
    }
}

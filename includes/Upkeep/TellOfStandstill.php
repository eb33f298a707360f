<?php

declare(strict_types=1);

namespace Counterfoil\Upkeep;

use Closure;
use Counterfoil\Business\Business;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\Change\Mail;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Queue\LastRun;
use Counterfoil\Shared\Queue\Queue;
use Counterfoil\Shared\Queue\Standstill;
use DateTimeImmutable;

/** Mails the agency that nothing has run for a day: once for each standstill, whoever notices and however many do. */
final readonly class TellOfStandstill implements Standstill
{
    public const LETTER = 'standstill';

    /**
     * @param Closure(): Business $business
     * @param Closure(string): void $send what was left for a reason, in this process: no worker will
     */
    public function __construct(private Changes $changes, private Queue $queue, private Closure $business, private Closure $send)
    {
    }

    public function tell(): void
    {
        $at = LastRun::at();
        if ($at === null) {
            return;
        }
        $business = ($this->business)();
        $since = Timestamps::to_row(new DateTimeImmutable("@{$at}"));
        $reason = 'standstill:' . $since;
        // Of several that notice at once the outbox takes one: its key is the lock.
        $is_first = $business->email !== '' && $this->changes->run(Actor::system(), function (Change $change) use ($business, $since, $reason): bool {
            $is_left = $change->mail(new Mail(self::LETTER, $reason, $business->email, $business->name, '', data: ['since' => $since, 'waiting' => $this->queue->backlog()->count]));
            if ($is_left) {
                $change->event('work.stood_still', [['settings', 0]], null, ['since' => $since]);
            }

            return $is_left;
        });
        LastRun::told();
        if ($is_first) {
            ($this->send)($reason);
        }
    }
}

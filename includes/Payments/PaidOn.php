<?php

declare(strict_types=1);

namespace Counterfoil\Payments;

use Closure;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\DomainError;
use DateTimeImmutable;
use DateTimeZone;

/** The moment that is meant by the day on which money came outside of any gateway. */
final readonly class PaidOn
{
    /** @param Closure(): Calendar $calendar */
    public function __construct(private Clock $clock, private Closure $calendar)
    {
    }

    /**
     * Of a day that is over, its noon: nobody knows better.
     *
     * @param string $paid_on day in the business's time zone
     * @throws DomainError 400
     */
    public function moment(string $paid_on): DateTimeImmutable
    {
        if (! Timestamps::is_day($paid_on)) {
            throw DomainError::invalid(__('This date doesn’t exist. Enter a date such as 2026-11-30.', 'counterfoil'), '/paid_on');
        }
        $now = $this->clock->now();
        $calendar = ($this->calendar)();
        $today = $calendar->today();
        if ($paid_on > $today) {
            throw DomainError::invalid(__('The date can’t be in the future. Enter the date you received the payment.', 'counterfoil'), '/paid_on');
        }

        return $paid_on === $today ? $now : (new DateTimeImmutable("{$paid_on} 12:00:00", $calendar->zone))->setTimezone(new DateTimeZone('UTC'));
    }
}

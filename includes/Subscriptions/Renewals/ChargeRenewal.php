<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Renewals;

use Closure;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Payments\Methods\ChargeKept;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\SubscriptionRepository;
use DateTimeImmutable;

/**
 * Charges the bill of a renewal to the client's kept method, on the first day of its period at the earliest. Each try has a key
 * of its own, made of how many came to nothing before: killed and run again it is the same try. What follows from its end is
 * FollowTries' to say, in the change that writes it down.
 */
final readonly class ChargeRenewal
{
    public const JOB = 'subscriptions.charge';

    /** Tries are made at nine in the morning: banks have booked what came overnight. */
    private const HOURS = 9;

    /** Something else may take money for it at this moment. */
    private const LATER = '+1 hour';
    /** The gateway does not answer. */
    private const SOON = '+15 minutes';

    /** @param Closure(): Calendar $calendar */
    public function __construct(private RenewalRepository $renewals, private SubscriptionRepository $subscriptions, private InvoiceRepository $invoices, private ChargeKept $charge, private Clock $clock, private Closure $calendar)
    {
    }

    /** @param string $day of a try after the first one, "2026-03-31" */
    public static function time_of(Calendar $calendar, string $day): DateTimeImmutable
    {
        return $calendar->begin_of($day)->modify('+' . self::HOURS . ' hours');
    }

    /** Of its next try. */
    public static function key(Renewal $renewal): string
    {
        return "renewal:{$renewal->id}:{$renewal->charges}";
    }

    /** @return DateTimeImmutable|null when to come again; null when it was tried, or there is nothing to charge */
    public function handle(int $renewal_id): ?DateTimeImmutable
    {
        $renewal = $this->renewals->find($renewal_id);
        if ($renewal === null || $renewal->state !== RenewalState::Billed || $renewal->invoice_id === null) {
            return null;
        }
        $calendar = ($this->calendar)();
        if ($calendar->today() < $renewal->from) {
            return $calendar->begin_of($renewal->from);
        }
        // Its worker died, and somebody else learned that the charge had failed: it is no time yet for the next one.
        if ($renewal->try_on !== null && $calendar->today() < $renewal->try_on) {
            return self::time_of($calendar, $renewal->try_on);
        }
        if ($this->invoices->find($renewal->invoice_id, Viewer::system())?->is_payable() !== true || $this->never_began($renewal)) {
            return null;
        }
        try {
            $this->charge->handle($renewal->invoice_id, $renewal->method_id, self::key($renewal));
        } catch (DomainError $error) {
            return match (true) {
                $error->status === 503 => $this->clock->now()->modify(self::SOON),
                $error->reason === 'in_progress' => $this->clock->now()->modify(self::LATER),
                $error->reason === 'method_gone' && $this->has_other_method($renewal) => $this->clock->now(),
                default => $this->nobody_charges($renewal),
            };
        }

        return null;
    }

    /** Without a method, or with one that can't take this sum, the client pays by the mail's button. */
    private function nobody_charges(Renewal $renewal): null
    {
        if ($renewal->try_on !== null) {
            $this->renewals->note($renewal->id, ['try_on' => null]);
        }

        return null;
    }

    /** Its method was removed since it was read: it is charged to the client's default from then on, or to the next one. */
    private function has_other_method(Renewal $renewal): bool
    {
        return $renewal->method_id === null || $this->renewals->find($renewal->id)?->method_id !== $renewal->method_id;
    }

    /** Its subscriptions were over before their days came. Where its bill could not be credited, the agency says what becomes of it. */
    private function never_began(Renewal $renewal): bool
    {
        return $renewal->never_begins($this->subscriptions->by_ids($renewal->subscription_ids(), Viewer::system()));
    }
}

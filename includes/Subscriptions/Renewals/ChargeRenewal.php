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
use DateTimeImmutable;

/**
 * Charges the bill of a renewal to the client's kept method, on the first day of its period at the earliest. Each try has a key
 * of its own, made of how many failed before: killed and run again it is the same try. What follows from its end is
 * FollowTries' to say, in the change that writes it down.
 */
final readonly class ChargeRenewal
{
    public const JOB = 'subscriptions.charge';

    /** Something else may take money for it at this moment. */
    private const LATER = '+1 hour';
    /** The gateway does not answer. */
    private const SOON = '+15 minutes';

    /** @param Closure(): Calendar $calendar */
    public function __construct(private RenewalRepository $renewals, private InvoiceRepository $invoices, private ChargeKept $charge, private Clock $clock, private Closure $calendar)
    {
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
        if ($this->invoices->find($renewal->invoice_id, Viewer::system())?->is_payable() !== true) {
            return null;
        }
        try {
            $this->charge->handle($renewal->invoice_id, $renewal->method_id, "renewal:{$renewal->id}:{$renewal->tries}");
        } catch (DomainError $error) {
            return match (true) {
                $error->status === 503 => $this->clock->now()->modify(self::SOON),
                $error->reason === 'in_progress' => $this->clock->now()->modify(self::LATER),
                // Without a method, or with one that can't take this sum, the client pays by the mail's button.
                default => null,
            };
        }

        return null;
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Changes;

use Counterfoil\Invoices\CreditNotes\Surplus;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Subscriptions\Renewals\BillRenewal;
use Counterfoil\Subscriptions\Renewals\ClaimedPeriod;
use Counterfoil\Subscriptions\Renewals\PeriodRepository;
use Counterfoil\Subscriptions\Renewals\RenewalRepository;
use Counterfoil\Subscriptions\Subscription;

/**
 * Takes days that were billed out of their periods, in the change that makes them useless: their credit notes, and the bill of what
 * comes in their stead, follow from what is written down here.
 */
final readonly class CreditUnused
{
    public function __construct(private RenewalRepository $renewals, private PeriodRepository $periods, private ChangeRepository $changes, private UnusedDays $unused)
    {
    }

    /**
     * @param list<Unused> $unused
     * @param list<array{Subscription, ClaimedPeriod}> $instead what is billed in their stead, all on one bill
     * @throws \Counterfoil\Shared\DomainError 409 when what they were billed by is not known
     */
    public function handle(Change $change, Subscription $subscription, ChangeKind $kind, string $day, Surplus $surplus_to, array $unused, array $instead): void
    {
        $credits = $this->unused->extents($unused);
        $renewal_id = $instead === [] ? null : $this->renewals->insert($subscription->client_id, $instead[0][1]->period->from, $subscription->method_id, is_instead: true);
        $id = $this->changes->insert($subscription->id, $kind, $day, $surplus_to, $renewal_id, $credits);
        foreach ($unused as $one) {
            $this->periods->cut($one->of, $one->from, $id);
        }
        if ($renewal_id !== null) {
            $this->periods->claim_all($instead, $renewal_id);
        }
        if ($credits !== []) {
            $change->job(SettleChange::JOB, $id);
        } elseif ($renewal_id !== null) {
            $change->job(BillRenewal::JOB, $renewal_id);
        }
    }
}

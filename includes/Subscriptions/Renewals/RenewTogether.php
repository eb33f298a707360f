<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Renewals;

use Closure;
use Counterfoil\Invoices\DayTurned;
use Counterfoil\Invoices\Drafts\CreateDraft;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceTerms;
use Counterfoil\Invoices\Issuing\IssueInvoice;
use Counterfoil\Payments\Methods\ChargeTogether;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\Database\UniqueViolation;
use Counterfoil\Shared\DomainError;

/**
 * Bills and charges many renewals, with one transaction for a step of all of them. Only what is plain: never begun, and with
 * nothing credited for it. A step that one of them refuses is not done for any, and all of them stay as they are for
 * BillRenewal and ChargeRenewal, which do them one by one.
 */
final readonly class RenewTogether
{
    /**
     * @param Closure(non-empty-list<int>): void $look_ahead reads what bills of clients need, given their ids
     * @param Closure(non-empty-list<int>): void $look_at_drafts the same of drafts
     * @param Closure(): Calendar $calendar
     */
    public function __construct(
        private Changes $changes,
        private RenewalRepository $renewals,
        private RenewalTerms $terms,
        private CreateDraft $create,
        private IssueInvoice $issue,
        private ChargeTogether $charge,
        private Closure $look_ahead,
        private Closure $look_at_drafts,
        private Closure $calendar,
    ) {
    }

    /**
     * @param non-empty-list<int> $ids
     * @param Closure(): bool $is_time_left for another call of a gateway
     * @return list<int> those that are billed and charged
     */
    public function handle(array $ids, Closure $is_time_left): array
    {
        $renewals = array_column(array_map(static fn (Renewal $renewal): array => [$renewal->id, $renewal], array_filter($this->renewals->by_ids($ids), static fn (Renewal $renewal): bool => $renewal->is_plain())), 1, 0);
        if ($renewals === []) {
            return [];
        }
        $client_ids = array_values(array_unique(array_map(static fn (Renewal $renewal): int => $renewal->client_id, $renewals)));
        // Where an earlier bill could not be made, BillRenewal tries that one first.
        $blocked = array_map(static fn (Renewal $renewal): int => $renewal->client_id, $this->renewals->blocked_of($client_ids));
        $renewals = array_filter($renewals, static fn (Renewal $renewal): bool => ! in_array($renewal->client_id, $blocked, true));
        if ($renewals === []) {
            return [];
        }
        ($this->look_ahead)($client_ids);
        try {
            $invoices = $this->bill($renewals);
        } catch (DomainError | DayTurned | UniqueViolation | Overtaken) {
            return [];
        }

        return $this->charge($renewals, $invoices, $is_time_left);
    }

    /**
     * @param array<int, Renewal> $renewals by id
     * @return array<int, Invoice> by renewal
     * @throws DomainError|DayTurned|UniqueViolation|Overtaken
     */
    private function bill(array $renewals): array
    {
        // How often a coupon was used is counted by who takes it.
        $terms = array_filter($this->terms->of_many(array_values($renewals)), static fn (InvoiceTerms $one): bool => $one->coupon_code === '' && $one->coupon === null);
        if ($terms === []) {
            return [];
        }
        $drafts = $this->changes->run(Actor::system(), function (Change $change) use ($terms): array {
            $drafts = array_combine(array_keys($terms), $this->create->together($change, array_values($terms)));

            $ids = array_map(static fn (Invoice $draft): int => $draft->id, $drafts);

            return $ids !== [] && $this->renewals->set_invoices($ids) ? $drafts : throw new Overtaken();
        });
        $ids = array_values(array_map(static fn (Invoice $draft): int => $draft->id, $drafts));
        $ids === [] || ($this->look_at_drafts)($ids);
        $invoices = array_combine(array_keys($drafts), $this->issue->together(array_values($drafts), Actor::system()));
        // Of nothing it was paid as it was issued.
        $billed = array_intersect_key($renewals, array_filter($invoices, static fn (Invoice $invoice): bool => $invoice->is_payable()));
        if ($billed !== []) {
            $this->changes->run(Actor::system(), function (Change $change) use ($billed, $invoices): void {
                if (! $this->renewals->move_all(array_values($billed), RenewalState::Billed)) {
                    throw new Overtaken();
                }
                foreach ($billed as $renewal) {
                    $change->event('subscription.billed', $renewal->by($invoices[$renewal->id]->id)->subjects(), $renewal->client_id, ['from' => $renewal->from]);
                }
            });
        }

        return array_intersect_key($invoices, $billed);
    }

    /**
     * @param array<int, Renewal> $renewals by id
     * @param array<int, Invoice> $invoices by renewal
     * @param Closure(): bool $is_time_left
     * @return list<int> renewals
     */
    private function charge(array $renewals, array $invoices, Closure $is_time_left): array
    {
        $today = ($this->calendar)()->today();
        $of_invoices = [];
        $method_ids = [];
        $keys = [];
        foreach ($invoices as $renewal_id => $invoice) {
            $renewal = $renewals[$renewal_id];
            if ($renewal->from <= $today) {
                $of_invoices[$invoice->id] = $renewal_id;
                $keys[$invoice->id] = ChargeRenewal::key($renewal);
                if ($renewal->method_id !== null) {
                    $method_ids[$invoice->id] = $renewal->method_id;
                }
            }
        }
        $due = array_values(array_filter($invoices, static fn (Invoice $invoice): bool => isset($keys[$invoice->id])));
        $charged = $due === [] ? [] : $this->charge->handle($due, $method_ids, $keys, $is_time_left);

        return array_map(static fn (int $invoice_id): int => $of_invoices[$invoice_id], $charged);
    }
}

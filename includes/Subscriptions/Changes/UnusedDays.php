<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Changes;

use Closure;
use Counterfoil\Invoices\CreditNotes\CreditExtent;
use Counterfoil\Invoices\CreditNotes\CreditPart;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceLine;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Invoices\InvoiceStatus;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Languages;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\Periods\PeriodKind;
use Counterfoil\Subscriptions\Renewals\BilledPeriod;
use Counterfoil\Subscriptions\Renewals\PeriodRepository;
use Counterfoil\Subscriptions\Renewals\RenewalState;

/** What was billed of a subscription from a day on, and what of its bills is to be credited for that. */
final readonly class UnusedDays
{
    /** @param Closure(int): string $language of an invoice's paper */
    public function __construct(private PeriodRepository $periods, private ChangeRepository $changes, private InvoiceRepository $invoices, private Closure $language)
    {
    }

    /**
     * @param string $day the first that is not wanted, "2026-03-31"
     * @return list<Unused> oldest first; none where nothing was billed of it
     * @throws DomainError 409 while one of its bills is being made, or when one is not what it was billed by
     */
    public function of(int $subscription_id, string $day): array
    {
        $unused = [];
        // Days that an earlier change has settled are not looked at again, also where another zone of the business has gone back behind its day.
        $day = max($day, (string) $this->changes->last_day($subscription_id));
        foreach ($this->periods->from_day($subscription_id, $day) as $billed) {
            $period = $billed->claimed->period;
            if ($period->kind === PeriodKind::Trial) {
                continue;
            }
            if ($billed->state === RenewalState::Claimed) {
                throw DomainError::conflict('being_billed', __('An invoice for this subscription hasn’t been issued yet. Try again once it has been.', 'counterfoil'));
            }
            $from = max($day, $period->from);
            $unused[] = new Unused($billed, $from, Calendar::days_between($from, $period->to) + 1);
        }

        return $unused;
    }

    /**
     * Periods that were billed and begin after a day, as far as they can be credited: whose invoice is out, and as it was made.
     *
     * @return list<Unused> oldest first
     */
    public function ahead(int $subscription_id, string $day): array
    {
        $ahead = [];
        foreach ($this->periods->from_day($subscription_id, Calendar::add_days($day, 1)) as $billed) {
            $one = new Unused($billed, $billed->claimed->period->from, $billed->claimed->period->days());
            try {
                if ($one->from > $day && $this->extents([$one]) !== []) {
                    $ahead[] = $one;
                }
            } catch (DomainError) {
                // People have to look at it: it is asked for, and not charged automatically.
            }
        }

        return $ahead;
    }

    /**
     * @param list<Unused> $unused
     * @return array<int, CreditExtent> by invoice
     * @throws DomainError 409 when an invoice does not have the lines it was billed by
     */
    public function extents(array $unused): array
    {
        $parts = [];
        foreach ($unused as $one) {
            $invoice = $this->creditable($one->of);
            if ($invoice === null) {
                continue;
            }
            $lines = $this->invoices->lines($invoice->id);
            $period = $one->of->claimed->period;
            foreach ($one->of->lines as $position) {
                $line = $lines[$position] ?? null;
                if ($line === null || ! in_array($line->supply_from, [$period->from, null], true)) {
                    throw DomainError::conflict('lines_changed', sprintf(
                        /* translators: %s: invoice number */
                        __('Invoice %s was edited before it was issued, so its unused days can’t be worked out. Credit it yourself instead.', 'counterfoil'),
                        $invoice->number
                    ));
                }
                $words = Languages::in(($this->language)($invoice->id), static fn (): string => self::words($line, $one->days, $period->days()));
                $parts[$invoice->id][] = new CreditPart($position, $one->days, $period->days(), $words);
            }
        }

        return array_map(CreditExtent::parts(...), $parts);
    }

    /**
     * Null for one that asks for nothing, such as one that was voided.
     *
     * @throws DomainError 409 for a pro-forma that is still to be paid: there is nothing to credit, and it asks for these days
     */
    private function creditable(BilledPeriod $billed): ?Invoice
    {
        $invoice = $billed->invoice_id === null ? null : $this->invoices->find($billed->invoice_id, Viewer::system());
        if ($invoice === null || $invoice->status !== InvoiceStatus::Issued) {
            return null;
        }
        if ($invoice->is_pro_forma()) {
            /* translators: %s: number of the pro forma invoice */
            throw DomainError::conflict('pro_forma_open', sprintf(__('Pro forma invoice %s hasn’t been paid yet, so its days can’t be credited. Withdraw it first.', 'counterfoil'), $invoice->number));
        }

        return $invoice;
    }

    /** In the language that is switched on. */
    private static function words(InvoiceLine $line, int $days, int $of): string
    {
        return sprintf(
            /* translators: 1: what was billed, 2: number of days, 3: number of days that were billed */
            _n('%1$s (%2$d of %3$d day unused)', '%1$s (%2$d of %3$d days unused)', $of, 'counterfoil'),
            $line->description,
            $days,
            $of
        );
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions;

use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceLine;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Invoices\InvoiceTotals;
use Counterfoil\Payments\Methods\KeepsForLater;
use Counterfoil\Products\Interval;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Money\MoneyFormat;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\Periods\PeriodLines;
use Counterfoil\Subscriptions\Renewals\ClaimedPeriod;
use Counterfoil\Subscriptions\Renewals\Renewal;
use Counterfoil\Subscriptions\Renewals\RenewalRepository;

/** The method that a bill with recurring lines is paid with is kept: what comes next is charged to it. */
final readonly class KeepsForSubscriptions implements KeepsForLater
{
    public function __construct(private InvoiceRepository $invoices, private RenewalRepository $renewals, private SubscriptionRepository $subscriptions)
    {
    }

    public function charges_of(array $invoice_ids): array
    {
        $charges = [];
        foreach ($this->invoices->by_ids($invoice_ids, Viewer::system()) as $invoice) {
            $renewal = $this->renewals->of_invoice($invoice->id);
            if ($this->goes_on($renewal)) {
                array_push($charges, ...$this->of($invoice, $renewal));
            }
        }

        return array_values(array_unique($charges));
    }

    /** Of a bill of subscriptions, whether one of them is billed again. */
    private function goes_on(?Renewal $renewal): bool
    {
        $running = array_filter($renewal === null ? [] : $this->subscriptions->by_ids($renewal->subscription_ids(), Viewer::system()), static fn (Subscription $one): bool => $one->status !== SubscriptionStatus::Ended && $one->next() !== null);

        return $renewal === null || $running !== [];
    }

    /** @return list<string> each rhythm on it, with tax */
    private function of(Invoice $invoice, ?Renewal $renewal): array
    {
        $rhythms = [];
        foreach ($this->lines($invoice, $renewal) as $line) {
            if ($line->interval_unit !== null && $line->interval_count !== null && $line->unit_price >= 0) {
                $rhythms["{$line->interval_unit}:{$line->interval_count}"][] = $line;
            }
        }
        $format = new MoneyFormat(determine_locale());

        return array_values(array_map(static fn (array $lines): string => sprintf(
            /* translators: 1: what is charged, 2: amount of money, 3: how often, "every month" */
            __('%1$s: %2$s %3$s', 'counterfoil'),
            implode(' + ', array_map(static fn (InvoiceLine $line): string => $line->description, $lines)),
            $format->money(new Money(InvoiceTotals::of($lines, null, $invoice->tax_mode, $invoice->currency)->total, $invoice->currency)),
            (new Interval((string) $lines[0]->interval_unit, (int) $lines[0]->interval_count))->sentence()
        ), $rhythms));
    }

    /**
     * A coupon that ends is no part of what is charged again and again: lines without it.
     *
     * @return list<InvoiceLine>
     */
    private function lines(Invoice $invoice, ?Renewal $renewal): array
    {
        $lines = $this->invoices->lines($invoice->id);
        $periods = $renewal->periods ?? [];
        if (! in_array(true, array_map(static fn (ClaimedPeriod $claimed): bool => $claimed->with_coupon, $periods), true)) {
            return $lines;
        }
        $lasting = array_merge(...array_map(
            static fn (array $claim): array => PeriodLines::of($claim[0], $claim[1]->period, $claim[1]->is_first, $claim[1]->with_coupon && $claim[0]->coupon?->periods === null),
            $this->subscriptions->as_claimed($periods)
        ));

        return count($lasting) === count($lines)
            ? array_map(static fn (InvoiceLine $line, InvoiceLine $without): InvoiceLine => new InvoiceLine(...['discount' => $without->discount, 'description' => $without->description] + get_object_vars($line)), $lines, $lasting)
            : $lines;
    }
}

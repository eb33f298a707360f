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
use Counterfoil\Subscriptions\Renewals\ItemTaxes;
use Counterfoil\Subscriptions\Renewals\Renewal;
use Counterfoil\Subscriptions\Renewals\RenewalRepository;

/** The method that a bill with recurring lines is paid with is kept: what comes next is charged to it. */
final readonly class KeepsForSubscriptions implements KeepsForLater
{
    public function __construct(private InvoiceRepository $invoices, private RenewalRepository $renewals, private SubscriptionRepository $subscriptions, private ItemTaxes $taxes)
    {
    }

    public function charges_of(array $invoice_ids): array
    {
        $charges = [];
        foreach ($this->invoices->by_ids($invoice_ids, Viewer::system()) as $invoice) {
            $renewal = $this->renewals->of_invoice($invoice->id);
            array_push($charges, ...self::of($invoice, $renewal === null ? $this->invoices->lines($invoice->id) : $this->whole_periods($renewal)));
        }

        return array_values(array_unique($charges));
    }

    /**
     * What a bill asks for may be a part of a period, or a set-up fee; and a coupon that ends is no part of what is charged again and again.
     *
     * @return list<InvoiceLine> of those of its subscriptions that are billed again
     */
    private function whole_periods(Renewal $renewal): array
    {
        $running = array_filter($this->subscriptions->by_ids($renewal->subscription_ids(), Viewer::system()), static fn (Subscription $one): bool => $one->status !== SubscriptionStatus::Ended && $one->next() !== null);
        $billed_next = $this->taxes->of($renewal->client_id, array_map(static fn (Subscription $one): Subscription => $one->as_billed_next(null), $running));

        return array_merge(...array_values(array_map(
            static fn (Subscription $one): array => PeriodLines::of($one, $one->schedule()->full($one->next_index), false, $one->coupon !== null && $one->coupon->periods === null),
            $billed_next
        )));
    }

    /**
     * @param list<InvoiceLine> $lines
     * @return list<string> each rhythm of them, with tax
     */
    private static function of(Invoice $invoice, array $lines): array
    {
        $rhythms = [];
        foreach ($lines as $line) {
            if ($line->interval_unit !== null && $line->interval_count !== null && $line->unit_price >= 0) {
                $rhythms["{$line->interval_unit}:{$line->interval_count}"][] = $line;
            }
        }
        $format = new MoneyFormat(determine_locale());

        return array_values(array_map(static fn (array $lines): string => sprintf(
            /* translators: 1: what is charged, 2: amount of money, 3: how often, "every month" */
            __('%1$s: %2$s %3$s', 'counterfoil'),
            implode(', ', array_map(static fn (InvoiceLine $line): string => $line->description, $lines)),
            $format->money(new Money(InvoiceTotals::of($lines, null, $invoice->tax_mode, $invoice->currency)->total, $invoice->currency)),
            (new Interval((string) $lines[0]->interval_unit, (int) $lines[0]->interval_count))->sentence()
        ), $rhythms));
    }
}

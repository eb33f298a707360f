<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Starting;

use Brick\Math\BigDecimal;
use Closure;
use Counterfoil\Invoices\CreditNotes\CreditNoteRepository;
use Counterfoil\Invoices\Drafts\LineTaxes;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceLine;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Invoices\Tax;
use Counterfoil\Products\Interval;
use Counterfoil\Products\PlanRepository;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Subscriptions\BillingDayRepository;
use Counterfoil\Subscriptions\Periods\BillingDay;
use Counterfoil\Subscriptions\Renewals\ClaimedPeriod;
use Counterfoil\Subscriptions\Renewals\PeriodRepository;
use Counterfoil\Subscriptions\Renewals\RenewalRepository;
use Counterfoil\Subscriptions\Renewals\RenewalState;
use Counterfoil\Subscriptions\Subscription;
use Counterfoil\Subscriptions\SubscriptionItem;
use Counterfoil\Subscriptions\SubscriptionRepository;

/**
 * A bill with lines of recurring plans was paid: each rhythm on it becomes a subscription, whose first period is
 * the one that was paid. It begins on the day that its line says, else on the day it was paid.
 */
final readonly class StartFromInvoice
{
    /** @param Closure(): Calendar $calendar */
    public function __construct(
        private SubscriptionRepository $subscriptions,
        private RenewalRepository $renewals,
        private PeriodRepository $periods,
        private BillingDayRepository $billing_days,
        private InvoiceRepository $invoices,
        private CreditNoteRepository $notes,
        private PlanRepository $plans,
        private LineTaxes $taxes,
        private CouponOfStart $coupon,
        private Clock $clock,
        private Closure $calendar,
    ) {
    }

    public function handle(Change $change, Invoice $invoice): void
    {
        // By position on the bill
        $lines = array_filter($this->not_credited($invoice, $this->invoices->lines($invoice->id)), self::recurs(...));
        if ($lines === []) {
            return;
        }
        $begins = fn (InvoiceLine $line): string => $line->supply_from ?? $invoice->supply->from ?? ($this->calendar)()->today();
        $rhythms = [];
        foreach ($this->with_taxes_that_were_chosen($invoice, $lines) as $position => $line) {
            $rhythms["{$line->interval_unit}:{$line->interval_count}:{$begins($line)}"][$position] = $line;
        }
        ksort($rhythms);
        $first = min(array_map($begins, $lines));
        $renewal_id = $this->renewals->insert($invoice->client_id, $first, null, $invoice->id, RenewalState::Paid);
        $has_coupon = false;
        foreach ($rhythms as $key => $of) {
            $has_coupon = $this->start($change, $invoice, $of, $begins(current($of)), $key, $renewal_id, ! $has_coupon) || $has_coupon;
        }
    }

    /**
     * What was credited before it was paid is not wanted.
     *
     * @param list<InvoiceLine> $lines
     * @return array<int, InvoiceLine> by position, each with the quantity that is left of it
     */
    private function not_credited(Invoice $invoice, array $lines): array
    {
        $left = array_map(static fn (InvoiceLine $line): BigDecimal => BigDecimal::of($line->quantity), $lines);
        foreach ($invoice->credited === 0 ? [] : $this->notes->of_invoice($invoice->id) as $note) {
            foreach ($note->totals->lines as $credited) {
                if ($credited->position !== null && $credited->quantity !== null) {
                    $left[$credited->position] = $left[$credited->position]->minus($credited->quantity);
                }
            }
        }
        $wanted = [];
        foreach ($lines as $position => $line) {
            if ($left[$position]->isEqualTo($line->quantity)) {
                $wanted[$position] = $line;
            } elseif ($left[$position]->isPositive()) {
                $wanted[$position] = new InvoiceLine(...['quantity' => (string) $left[$position]->stripTrailingZeros()] + get_object_vars($line));
            }
        }

        return $wanted;
    }

    /** Something the client pays for again and again; a line that credits something is no such thing. */
    private static function recurs(InvoiceLine $line): bool
    {
        return $line->interval_unit !== null && $line->interval_count !== null && $line->unit_price >= 0;
    }

    /**
     * Lines whose tax is what follows from client and settings anyway are without one: their next bill follows them too.
     *
     * @param array<int, InvoiceLine> $lines
     * @return array<int, InvoiceLine> by the same keys
     */
    private function with_taxes_that_were_chosen(Invoice $invoice, array $lines): array
    {
        $proposals = $this->taxes->of($this->invoices->terms($invoice)->with_lines(array_values($lines)));

        return array_combine(array_keys($lines), array_map(static fn (InvoiceLine $line, int $i): InvoiceLine => $line->tax instanceof Tax && $proposals[$i]->tax?->to_wire() === $line->tax->to_wire()
            ? new InvoiceLine(...['tax' => null] + get_object_vars($line))
            : $line, array_values($lines), array_keys(array_values($lines))));
    }

    /**
     * @param non-empty-array<int, InvoiceLine> $lines by position on the bill
     * @param bool $is_first to have the bill's coupon
     * @return bool whether it has
     */
    private function start(Change $change, Invoice $invoice, array $lines, string $day, string $key, int $renewal_id, bool $is_first): bool
    {
        $subscription = new Subscription(
            0,
            $invoice->client_id,
            $invoice->website_id,
            $invoice->currency,
            $invoice->tax_mode,
            new Interval((string) current($lines)->interval_unit, (int) current($lines)->interval_count),
            array_map(static fn (InvoiceLine $line): SubscriptionItem => new SubscriptionItem($line->plan_id, $line->description, $line->quantity, $line->unit_price, 0, $line->discount, $line->tax, $line->unit_code), array_values($lines)),
            $day,
            $day,
            $this->clock->now(),
            cycles: $this->cycles(array_values($lines)),
            origin_invoice_id: $invoice->id,
            origin_key: $key,
        );
        $subscription = $subscription->with(['coupon' => $this->coupon->of_bill($invoice->coupon, $subscription, $is_first)]);
        $period = $subscription->schedule()->full(0);
        $id = $this->subscriptions->insert($this->on_billing_day($subscription->after($period)));
        $started = $subscription->with(['id' => $id]);
        $this->coupon->goes_on($started);
        $this->periods->claim($started, ClaimedPeriod::of($started, $period, true), $renewal_id, array_keys($lines));
        $change->event('subscription.started', [['subscription', $id], ['invoice', $invoice->id]], $invoice->client_id, ['day' => $day, 'number' => $invoice->number]);
        /** This hook is documented in StartSubscription. */
        $change->hook('subscription_started', $id);

        return $started->coupon !== null;
    }

    /** What was paid stays; what follows is brought to the client's day. */
    private function on_billing_day(Subscription $subscription): Subscription
    {
        $day = $this->billing_days->of($subscription->client_id);

        return $day !== null && BillingDay::fits($subscription) && $subscription->next() !== null ? BillingDay::align($subscription, $day) : $subscription;
    }

    /**
     * Of the plans on it; without end where one of them has none.
     *
     * @param non-empty-list<InvoiceLine> $lines
     */
    private function cycles(array $lines): ?int
    {
        $plans = $this->plans->by_ids(array_values(array_filter(array_map(static fn (InvoiceLine $line): ?int => $line->plan_id, $lines))));
        $cycles = array_map(static fn (InvoiceLine $line): ?int => $plans[$line->plan_id]->cycles ?? null, $lines);

        return in_array(null, $cycles, true) ? null : max($cycles);
    }
}

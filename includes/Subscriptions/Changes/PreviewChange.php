<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Changes;

use Counterfoil\Invoices\CreditNotes\CreditExtent;
use Counterfoil\Invoices\CreditNotes\PrepareCredit;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\Forecast\ForecastBill;
use Counterfoil\Subscriptions\Renewals\ItemTaxes;
use Counterfoil\Subscriptions\Subscription;

/** What a change comes to, by the code that makes it: credit notes, the bill that follows at once, the price of a whole period. */
final readonly class PreviewChange
{
    public function __construct(private ChangeSubscription $change, private UnusedDays $unused, private PrepareCredit $credit, private ItemTaxes $taxes)
    {
    }

    /**
     * @return array{credits: list<array<string, mixed>>, bill: array<string, mixed>|null, period: array<string, mixed>, next_on: string|null}
     * @throws DomainError 400 naming each field, 409 when it can't be changed so
     */
    public function handle(Subscription $subscription, NewTerms $terms, bool $is_now, string $today): array
    {
        $this->change->check($subscription, $terms);
        $plan = $is_now ? $this->change->plan($subscription, $terms) : null;
        $changed = $plan === null ? $subscription->with(['items' => $terms->items]) : $plan->after;
        $claims = $plan === null ? [] : $this->taxes->of_claims($subscription->client_id, $plan->instead);
        $instead = $claims === [] ? null : ForecastBill::of($today, $claims);

        return [
            'credits' => $plan === null ? [] : $this->credits($plan->unused),
            'bill' => $instead === null ? null : ['total' => (new Money($instead->totals->total, $subscription->currency))->to_wire(), 'from' => $claims[0][1]->period->from, 'to' => $claims[array_key_last($claims)][1]->period->to],
            'period' => (new Money(array_sum($changed->amounts()), $subscription->currency))->to_wire(),
            'next_on' => $changed->next()?->from,
        ];
    }

    /**
     * @param list<Unused> $unused
     * @return list<array<string, mixed>>
     */
    public function credits(array $unused): array
    {
        $credits = [];
        foreach ($this->unused->extents($unused) as $invoice_id => $extent) {
            $credit = $this->credit($invoice_id, $extent);
            if ($credit !== null) {
                $credits[] = $credit;
            }
        }

        return $credits;
    }

    /** @return array<string, mixed>|null null where nothing is left to credit */
    private function credit(int $invoice_id, CreditExtent $extent): ?array
    {
        try {
            /** @var Invoice $invoice */
            [$invoice, $creditable] = $this->credit->creditable($invoice_id, Viewer::system());

            return ['invoice' => ['id' => $invoice->id, 'number' => (string) $invoice->number], 'total' => (new Money($creditable->credit($extent)->total, $invoice->currency))->to_wire()];
        } catch (DomainError $error) {
            return $error->reason === 'nothing_to_credit' ? null : throw $error;
        }
    }
}

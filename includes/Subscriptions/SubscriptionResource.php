<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions;

use Closure;
use Counterfoil\Clients\ClientRepository;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Payments\FailureReason;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\Renewals\ClaimedPeriod;
use Counterfoil\Subscriptions\Renewals\Renewal;
use Counterfoil\Subscriptions\Renewals\RenewalRepository;
use Counterfoil\Subscriptions\Requests\RequestRepository;
use Counterfoil\Subscriptions\Requests\RequestResource;
use Counterfoil\Websites\WebsiteRepository;

/** Subscriptions as the contract has them: a page of them costs as many queries as one. */
final readonly class SubscriptionResource
{
    /** Bills of one that are shown with it. */
    private const BILLS = 50;

    /** @param Closure(): string $today in the business's time zone, "2026-03-31" */
    public function __construct(
        private RenewalRepository $renewals,
        private OverdueBills $overdue,
        private ClientRepository $clients,
        private WebsiteRepository $websites,
        private InvoiceRepository $invoices,
        private RequestRepository $requests,
        private RequestResource $request_resource,
        private Closure $today,
    ) {
    }

    /**
     * @param list<Subscription> $subscriptions
     * @return list<array<string, mixed>>
     */
    public function rows(array $subscriptions, Viewer $viewer): array
    {
        $clients = $this->clients->by_ids(array_values(array_unique(array_map(static fn (Subscription $one): int => $one->client_id, $subscriptions))), $viewer);
        $websites = $this->websites->by_ids(array_values(array_unique(array_filter(array_map(static fn (Subscription $one): ?int => $one->website_id, $subscriptions)))), $viewer);
        $overdue = $this->overdue->among(array_map(static fn (Subscription $one): int => $one->id, $subscriptions));
        $requests = $this->requests->latest_of(array_map(static fn (Subscription $one): int => $one->id, $subscriptions), $viewer);
        $today = ($this->today)();

        return array_map(static fn (Subscription $one): array => [
            'id' => $one->id,
            'client' => ['id' => $one->client_id, 'name' => $clients[$one->client_id]->name ?? ''],
            'website' => isset($websites[$one->website_id]) ? ['id' => $websites[$one->website_id]->id, 'name' => $websites[$one->website_id]->name] : null,
            'state' => SubscriptionState::of($one, isset($overdue[$one->id]), $today)->value,
            'interval' => $one->interval->to_wire(),
            'rhythm' => $one->interval->sentence(),
            'name' => $one->name(),
            'items_count' => count($one->items),
            'amount' => (new Money(array_sum($one->amounts()), $one->currency))->to_wire(),
            'tax_mode' => $one->tax_mode->value,
            'started_on' => $one->started_on,
            'trial_until' => $one->trial_until,
            'next_on' => $one->status === SubscriptionStatus::Active ? $one->next()?->from : null,
            'ends_on' => $one->status === SubscriptionStatus::Ended ? null : $one->last_day_known(),
            'is_canceled' => $one->ends_on !== null,
            'ended_on' => $one->ended_on,
            'resume_on' => $one->resume_on,
            'is_held' => $one->is_held,
            'is_cancellation_requested' => isset($requests[$one->id]) && $requests[$one->id]->is_open(),
            'created_at' => Timestamps::to_wire($one->created_at),
        ], $subscriptions);
    }

    /** @return array<string, mixed> */
    public function one(Subscription $subscription, Viewer $viewer): array
    {
        return $this->rows([$subscription], $viewer)[0] + [
            'items' => self::items($subscription),
            'planned' => $subscription->planned === null ? null : [
                'on' => $subscription->planned->on,
                'interval' => $subscription->planned->interval->to_wire(),
                'rhythm' => $subscription->planned->interval->sentence(),
                'items' => self::items($planned = $subscription->with(['items' => $subscription->planned->items])),
                'amount' => (new Money(array_sum($planned->amounts()), $planned->currency))->to_wire(),
            ],
            'coupon' => $subscription->coupon?->to_wire($subscription->currency),
            'cycles' => $subscription->cycles,
            'term' => $subscription->term?->to_wire(),
            'ends_earliest' => $subscription->ends_earliest(($this->today)()),
            'renewals' => $this->renewals_of($subscription, $viewer),
            'request' => $this->request_of($subscription, $viewer),
            'version' => $subscription->version,
        ];
    }

    /** @return list<array<string, mixed>> */
    private static function items(Subscription $subscription): array
    {
        $money = static fn (int $amount): array => (new Money($amount, $subscription->currency))->to_wire();
        $amounts = $subscription->amounts();

        return array_map(static fn (SubscriptionItem $item, int $i): array => [
            'plan_id' => $item->plan_id,
            'description' => $item->description,
            'quantity' => $item->quantity,
            'unit_price' => $money($item->unit_price),
            'setup_fee' => $money($item->setup_fee),
            'discount' => $item->discount?->to_wire(),
            'tax' => $item->tax?->to_wire(),
            'unit_code' => $item->unit_code,
            'amount' => $money($amounts[$i]),
        ], $subscription->items, array_keys($subscription->items));
    }

    /** @return array<string, mixed>|null */
    private function request_of(Subscription $subscription, Viewer $viewer): ?array
    {
        $request = $this->requests->open_of($subscription->id);

        return $request === null ? null : $this->request_resource->one($request, $viewer);
    }

    /** @return list<array<string, mixed>> */
    private function renewals_of(Subscription $subscription, Viewer $viewer): array
    {
        $renewals = $this->renewals->of_subscription($subscription->id, self::BILLS);
        $invoices = $this->invoices->by_ids(array_values(array_filter(array_map(static fn (Renewal $renewal): ?int => $renewal->invoice_id, $renewals))), $viewer);

        return array_map(static fn (Renewal $renewal): array => [
            'id' => $renewal->id,
            'state' => $renewal->state->value,
            'periods' => array_map(
                static fn (ClaimedPeriod $claimed): array => ['from' => $claimed->period->from, 'to' => $claimed->period->to, 'kind' => $claimed->period->kind->value],
                array_values(array_filter($renewal->periods, static fn (ClaimedPeriod $claimed): bool => $claimed->subscription_id === $subscription->id))
            ),
            'invoice' => self::invoice($invoices[$renewal->invoice_id] ?? null),
            'tries' => $renewal->tries,
            'failure' => $renewal->failure_code === '' ? '' : FailureReason::of($renewal->failure_code)->words(),
            'blocked' => $renewal->blocked,
        ], $renewals);
    }

    /** @return array<string, mixed>|null */
    private static function invoice(?Invoice $invoice): ?array
    {
        return $invoice === null || $invoice->is_draft() ? null : ['id' => $invoice->id, 'number' => (string) $invoice->number, 'total' => $invoice->total()->to_wire()];
    }
}

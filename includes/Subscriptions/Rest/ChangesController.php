<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Rest;

use Closure;
use Counterfoil\Clients\ClientRepository;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Subscriptions\BillingDayRepository;
use Counterfoil\Subscriptions\Changes\CancelSubscription;
use Counterfoil\Subscriptions\Changes\ChangeSubscription;
use Counterfoil\Subscriptions\Changes\NewTerms;
use Counterfoil\Subscriptions\Changes\PreviewChange;
use Counterfoil\Subscriptions\Changes\SetBillingDay;
use Counterfoil\Subscriptions\Subscription;
use Counterfoil\Subscriptions\SubscriptionRepository;
use Counterfoil\Subscriptions\SubscriptionResource;

final readonly class ChangesController
{
    /** @param Closure(): string $today */
    public function __construct(
        private SubscriptionRepository $subscriptions,
        private SubscriptionResource $resource,
        private ChangeSubscription $change,
        private PreviewChange $preview,
        private CancelSubscription $cancel,
        private SetBillingDay $set_billing_day,
        private BillingDayRepository $billing_days,
        private ClientRepository $clients,
        private Closure $today,
    ) {
    }

    /** @return array<string, mixed> */
    public function change(Request $request): array
    {
        $terms = NewTerms::from_wire($request->body);
        return $this->answer($request, $request->body['when'] === 'now'
            ? $this->change->now($request->id(), $request->body['version'], $terms, $request->viewer)
            : $this->change->from_next_period($request->id(), $request->body['version'], $terms, $request->viewer));
    }

    /** @return array<string, mixed> */
    public function preview(Request $request): array
    {
        return $this->preview->handle($this->subscriptions->get($request->id(), $request->viewer), NewTerms::from_wire($request->body), $request->body['when'] === 'now', ($this->today)());
    }

    /** @return array<string, mixed> */
    public function withdraw(Request $request): array
    {
        return $this->answer($request, $this->change->withdraw($request->id(), $request->viewer));
    }

    /** @return array{credits: list<array<string, mixed>>} */
    public function preview_cancel(Request $request): array
    {
        return ['credits' => $this->preview->credits($this->cancel->unused($request->id(), $request->viewer))];
    }

    /** @return array{day: int|null} */
    public function billing_day(Request $request): array
    {
        return ['day' => $this->billing_days->of($this->clients->get($request->id(), $request->viewer)->id)];
    }

    /** @return array{day: int|null} */
    public function set_billing_day(Request $request): array
    {
        $this->set_billing_day->handle($request->id(), $request->body['day'], $request->viewer);

        return $this->billing_day($request);
    }

    /** @return array<string, mixed> */
    private function answer(Request $request, Subscription $subscription): array
    {
        return $this->resource->one($subscription, $request->viewer);
    }
}

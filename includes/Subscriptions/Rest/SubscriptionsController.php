<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Rest;

use Closure;
use Counterfoil\Activity\EventTimeline;
use Counterfoil\Shared\Database\Keyset;
use Counterfoil\Shared\Rest\Cursor;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Subscriptions\Changes\CancelSubscription;
use Counterfoil\Subscriptions\Changes\PauseSubscription;
use Counterfoil\Subscriptions\Changes\ReleaseSubscription;
use Counterfoil\Subscriptions\Changes\ResumeSubscription;
use Counterfoil\Subscriptions\Starting\FirstBill;
use Counterfoil\Subscriptions\Starting\StartSubscription;
use Counterfoil\Subscriptions\Starting\SubscriptionDetails;
use Counterfoil\Subscriptions\Subscription;
use Counterfoil\Subscriptions\SubscriptionRepository;
use Counterfoil\Subscriptions\SubscriptionResource;
use Counterfoil\Subscriptions\SubscriptionsQuery;

final readonly class SubscriptionsController
{
    /**
     * What changes something is made where that is asked for: a list needs none of it.
     *
     * @param Closure(): StartSubscription $start
     * @param Closure(): PauseSubscription $pause
     * @param Closure(): ResumeSubscription $resume
     * @param Closure(): CancelSubscription $cancel
     * @param Closure(): ReleaseSubscription $release
     */
    public function __construct(
        private SubscriptionRepository $subscriptions,
        private SubscriptionsQuery $query,
        private SubscriptionResource $resource,
        private Closure $start,
        private Closure $pause,
        private Closure $resume,
        private Closure $cancel,
        private Closure $release,
        private EventTimeline $timeline,
    ) {
    }

    /** @return array{items: list<array<string, mixed>>, next_cursor: string|null} */
    public function list(Request $request): array
    {
        $order = new Keyset('id', ($request->query['order'] ?? 'desc') === 'desc');
        $name = $order->name('subscriptions');
        ['subscriptions' => $subscriptions, 'next' => $next] = $this->query->page(
            $request->query['tab'] ?? 'current',
            $request->query['client_id'] ?? null,
            $request->query['website_id'] ?? null,
            $request->query['search'] ?? '',
            $request->viewer,
            $order,
            $request->per_page(),
            $request->after($name)
        );

        return ['items' => $this->resource->rows($subscriptions, $request->viewer), 'next_cursor' => Cursor::next($name, $next)];
    }

    /** @return array<string, mixed> */
    public function get(Request $request): array
    {
        return $this->resource->one($this->subscriptions->get($request->id(), $request->viewer), $request->viewer);
    }

    /** @return array<string, mixed> */
    public function events(Request $request): array
    {
        return $this->timeline->of('subscription', $this->subscriptions->get($request->id(), $request->viewer)->id, $request->viewer, $request->per_page(), $request->cursor());
    }

    /** @return array<string, mixed> */
    public function start(Request $request): array
    {
        return $this->answer($request, ($this->start)()->handle(SubscriptionDetails::from_wire($request->body), $request->viewer));
    }

    /** @return array<string, mixed> */
    public function pause(Request $request): array
    {
        return $this->answer($request, ($this->pause)()->handle($request->id(), $request->body['resume_on'], $request->viewer));
    }

    /** @return array<string, mixed> */
    public function resume(Request $request): array
    {
        return $this->answer($request, ($this->resume)()->handle($request->id(), $request->viewer));
    }

    /** @return array<string, mixed> */
    public function cancel(Request $request): array
    {
        return $this->answer($request, ($this->cancel)()->handle($request->id(), $request->body['when'], $request->body['on'] ?? null, $request->viewer, $request->body['unused'] ?? 'none'));
    }

    /** @return array<string, mixed> */
    public function keep(Request $request): array
    {
        return $this->answer($request, ($this->cancel)()->take_back($request->id(), $request->viewer));
    }

    /** @return array<string, mixed> */
    public function release(Request $request): array
    {
        return $this->answer($request, ($this->release)()->handle($request->id(), FirstBill::from($request->body['what']), $request->viewer));
    }

    /** @return array<string, mixed> */
    private function answer(Request $request, Subscription $subscription): array
    {
        return $this->resource->one($subscription, $request->viewer);
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions;

use Counterfoil\Payments\Methods\KeptMethod;
use Counterfoil\Payments\Methods\UsesOfMethods;
use Counterfoil\Shared\Viewer;

/** Which subscriptions are charged to which method: their own, or the client's default. */
final readonly class MethodsOfSubscriptions implements UsesOfMethods
{
    public function __construct(private SubscriptionRepository $subscriptions)
    {
    }

    public function of(array $methods): array
    {
        $uses = array_fill_keys(array_map(static fn (KeptMethod $method): int => $method->id, $methods), []);
        foreach ($methods === [] ? [] : $this->running($methods[0]->client_id) as $subscription) {
            $method = self::charged($subscription, $methods);
            if ($method !== null) {
                $uses[$method->id][] = $subscription->name();
            }
        }

        return $uses;
    }

    public function needs_one(int $client_id): bool
    {
        return $this->running($client_id) !== [];
    }

    /**
     * What the next bill of a subscription is charged to.
     *
     * @param list<KeptMethod> $methods of its client
     * @return KeptMethod|null null where nothing is charged: nothing follows, or the client pays each bill
     */
    public static function charged(Subscription $subscription, array $methods): ?KeptMethod
    {
        $fits = ! self::runs($subscription) ? [] : [
            ...array_filter($methods, static fn (KeptMethod $method): bool => $method->id === $subscription->method_id),
            ...array_filter($methods, static fn (KeptMethod $method): bool => $method->is_default),
        ];

        return $fits[0] ?? null;
    }

    /** @return list<Subscription> */
    private function running(int $client_id): array
    {
        return array_values(array_filter($this->subscriptions->of_client($client_id, Viewer::system()), self::runs(...)));
    }

    /** Also while it is paused: it is charged once it goes on, unless it ends before. */
    private static function runs(Subscription $one): bool
    {
        $ends_in_pause = $one->status === SubscriptionStatus::Paused && $one->ends_on !== null && ($one->resume_on ?? $one->ends_on) >= $one->ends_on;

        return $one->next() !== null && ! $ends_in_pause;
    }
}

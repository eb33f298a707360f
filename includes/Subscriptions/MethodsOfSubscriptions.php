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
        $default = array_values(array_filter($methods, static fn (KeptMethod $method): bool => $method->is_default))[0]->id ?? null;
        foreach ($methods === [] ? [] : $this->running($methods[0]->client_id) as $subscription) {
            $id = isset($uses[$subscription->method_id]) ? $subscription->method_id : $default;
            if ($id !== null) {
                $uses[$id][] = $subscription->name();
            }
        }

        return $uses;
    }

    public function needs_one(int $client_id): bool
    {
        return $this->running($client_id) !== [];
    }

    /** @return list<Subscription> */
    private function running(int $client_id): array
    {
        return array_values(array_filter($this->subscriptions->of_client($client_id, Viewer::system()), static fn (Subscription $one): bool => $one->status === SubscriptionStatus::Active && $one->next() !== null));
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\PriceRises;

use Counterfoil\Clients\ClientRepository;
use Counterfoil\Products\PlanRepository;
use Counterfoil\Products\ProductRepository;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\Subscription;
use Counterfoil\Subscriptions\SubscriptionRepository;

/** Price rises as the contract has them: a page of them costs as many queries as one. */
final readonly class PriceRiseResource
{
    public function __construct(
        private AnnouncementsQuery $announcements,
        private SubscriptionRepository $subscriptions,
        private ClientRepository $clients,
        private PlanRepository $plans,
        private ProductRepository $products,
    ) {
    }

    /** @return array<string, mixed> */
    public function plan(RisePlan $plan, Viewer $viewer): array
    {
        $whose = $this->whose(array_map(static fn (PriceRise $rise): Subscription => $rise->subscription, [...$plan->rises, ...array_column($plan->left_out, 0)]), $viewer);

        return [
            'items' => array_map(static function (PriceRise $rise) use ($whose): array {
                [$old, $new] = $rise->amounts();

                return $whose[$rise->subscription->id] + self::amounts($rise->subscription, $old, $new) + ['first_on' => (string) $rise->first_on];
            }, $plan->rises),
            'left_out' => array_map(static fn (array $left): array => $whose[$left[0]->subscription->id] + ['why' => $left[1]], $plan->left_out),
            'has_more' => $plan->has_more,
        ];
    }

    /**
     * @param list<Announcement> $announcements
     * @return list<array<string, mixed>>
     */
    public function announcements(array $announcements, Viewer $viewer): array
    {
        $counts = $this->announcements->counts(array_map(static fn (Announcement $one): int => $one->id, $announcements), $viewer);
        $names = $this->names(array_values(array_unique(array_filter(array_map(static fn (Announcement $one): ?int => $one->plan_id, $announcements)))));

        return array_map(static function (Announcement $one) use ($counts, $names): array {
            $of = $counts[$one->id] ?? ['states' => [], 'told' => 0, 'mails_on' => $one->from, 'first_on' => $one->from, 'last_on' => $one->from];

            return [
                'id' => $one->id,
                'plan' => $one->plan_id === null ? null : ['id' => $one->plan_id, 'name' => $names[$one->plan_id] ?? ''],
                'increase' => $one->increase->words(),
                'from' => $one->from,
                'notice_days' => $one->notice_days,
                'message' => $one->message,
                'subscriptions' => array_sum($of['states']),
                'states' => array_combine(
                    array_map(static fn (RiseState $state): string => $state->value, RiseState::cases()),
                    array_map(static fn (RiseState $state): int => $of['states'][$state->value] ?? 0, RiseState::cases())
                ),
                'told' => $of['told'],
                'mails_on' => $of['mails_on'],
                'first_on' => $of['first_on'],
                'last_on' => $of['last_on'],
                'created_at' => Timestamps::to_wire($one->created_at),
            ];
        }, $announcements);
    }

    /**
     * @param list<AnnouncedRise> $rises with their states
     * @return list<array<string, mixed>>
     */
    public function rises(array $rises, Viewer $viewer): array
    {
        $subscriptions = $this->subscriptions->by_ids(array_map(static fn (AnnouncedRise $rise): int => $rise->subscription_id, $rises), $viewer);
        $whose = $this->whose(array_values($subscriptions), $viewer);

        return array_values(array_filter(array_map(static fn (AnnouncedRise $rise): ?array => isset($subscriptions[$rise->subscription_id]) ? [
            'id' => $rise->id,
            ...$whose[$rise->subscription_id],
            ...self::amounts($subscriptions[$rise->subscription_id], $rise->old_amount, $rise->new_amount),
            'first_on' => $rise->first_on,
            'mail_on' => $rise->mail_on,
            'is_told' => $rise->is_told,
            'state' => ($rise->state ?? RiseState::Planned)->value,
        ] : null, $rises)));
    }

    /** @return array<string, mixed> */
    private static function amounts(Subscription $subscription, int $old, int $new): array
    {
        return [
            'rhythm' => $subscription->interval->sentence(),
            'old' => (new Money($old, $subscription->currency))->to_wire(),
            'new' => (new Money($new, $subscription->currency))->to_wire(),
        ];
    }

    /**
     * @param list<Subscription> $subscriptions
     * @return array<int, array<string, mixed>> by subscription
     */
    private function whose(array $subscriptions, Viewer $viewer): array
    {
        $clients = $this->clients->by_ids(array_values(array_unique(array_map(static fn (Subscription $one): int => $one->client_id, $subscriptions))), $viewer);
        $whose = [];
        foreach ($subscriptions as $one) {
            $whose[$one->id] = ['subscription' => ['id' => $one->id, 'name' => $one->name()], 'client' => ['id' => $one->client_id, 'name' => $clients[$one->client_id]->name ?? '']];
        }

        return $whose;
    }

    /**
     * @param list<int> $plan_ids
     * @return array<int, string>
     */
    private function names(array $plan_ids): array
    {
        $plans = $this->plans->by_ids($plan_ids);
        $products = $this->products->by_ids(array_values(array_unique(array_map(static fn ($plan): int => $plan->product_id, array_values($plans)))));
        $names = [];
        foreach ($plans as $id => $plan) {
            $product = $products[$plan->product_id]->name ?? '';
            $names[$id] = $product === '' || $product === $plan->name ? $plan->name : "{$product}: {$plan->name}";
        }

        return $names;
    }
}

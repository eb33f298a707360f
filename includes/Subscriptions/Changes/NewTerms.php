<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Changes;

use Counterfoil\Products\Interval;
use Counterfoil\Shared\DomainError;
use Counterfoil\Subscriptions\Starting\SubscriptionDetails;
use Counterfoil\Subscriptions\Subscription;
use Counterfoil\Subscriptions\SubscriptionItem;

/** What a subscription is changed to: its items, and how often they are billed. */
final readonly class NewTerms
{
    /** @param non-empty-list<SubscriptionItem> $items */
    private function __construct(public array $items, public Interval $interval)
    {
    }

    /**
     * @param array<string, mixed> $body as the contract's changeInput has it
     * @throws DomainError 400
     */
    public static function from_wire(array $body): self
    {
        return new self(
            SubscriptionDetails::items(array_map(static fn (array $item): array => ['setup_fee' => 0] + $item, array_values($body['items']))),
            new Interval($body['interval']['unit'], $body['interval']['count'])
        );
    }

    /** Before its first bill, set-up fees stay what was agreed; after it there are none left to bill. */
    public function of(Subscription $subscription): self
    {
        $fees = $subscription->claimed > 0 ? [] : array_map(static fn (SubscriptionItem $item): int => $item->setup_fee, $subscription->items);

        return new self(array_map(static fn (SubscriptionItem $item, int $i): SubscriptionItem => $item->with_setup_fee($fees[$i] ?? 0), $this->items, array_keys($this->items)), $this->interval);
    }

    public function has_other_rhythm_than(Subscription $subscription): bool
    {
        return $this->interval->to_wire() !== $subscription->interval->to_wire();
    }
}

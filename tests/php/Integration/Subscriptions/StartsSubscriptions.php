<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Subscriptions;

use Counterfoil\Business\BusinessModule;
use Counterfoil\Clients\Client;
use Counterfoil\Plugin;
use Counterfoil\Shared\SharedModule;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\Starting\SubscriptionDetails;
use Counterfoil\Subscriptions\Subscription;
use Counterfoil\Subscriptions\SubscriptionsModule;
use DateTimeImmutable;

/** Subscriptions as the agency would start them, and time that goes by. */
trait StartsSubscriptions
{
    /** A moment on the wall of the business. */
    private function at(string $moment): void
    {
        $this->clock()->set(new DateTimeImmutable($moment, Plugin::instance()->module(BusinessModule::class)->calendar()->zone));
    }

    /** All that the worker would do now. */
    private function work(): void
    {
        Plugin::instance()->module(SharedModule::class)->worker()->run();
    }

    /**
     * The contract's subscriptionInput: 100 EUR and VAT every month from today.
     *
     * @param array<string, mixed> $changes
     * @return array<string, mixed>
     */
    private function subscribe_body(int $client_id, array $changes = []): array
    {
        return $changes + [
            'client_id' => $client_id,
            'website_id' => null,
            'currency' => 'EUR',
            'tax_mode' => 'exclusive',
            'interval' => ['unit' => 'month', 'count' => 1],
            'starts_on' => Plugin::instance()->module(BusinessModule::class)->calendar()->today(),
            'trial_days' => 0,
            'cycles' => null,
            'first_bill' => 'start',
            'items' => [$this->item()],
        ];
    }

    /**
     * @param array<string, mixed> $changes
     * @return array<string, mixed>
     */
    private function item(array $changes = []): array
    {
        return $changes + [
            'plan_id' => null,
            'description' => 'Care plan',
            'quantity' => '1',
            'unit_price' => 10000,
            'setup_fee' => 0,
            'discount' => null,
            'tax' => ['name' => 'VAT', 'rate' => '23'],
        ];
    }

    /** @param array<string, mixed> $changes */
    private function subscribe(Client $client, array $changes = []): Subscription
    {
        return $this->subscriptions()->start()->handle(SubscriptionDetails::from_wire($this->subscribe_body($client->id, $changes)), Viewer::system());
    }

    private function subscription(int $id): Subscription
    {
        return $this->subscriptions()->subscriptions()->get($id, Viewer::system());
    }

    private function subscriptions(): SubscriptionsModule
    {
        return Plugin::instance()->module(SubscriptionsModule::class);
    }
}

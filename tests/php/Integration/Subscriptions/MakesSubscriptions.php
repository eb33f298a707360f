<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Subscriptions;

use Counterfoil\Business\BusinessModule;
use Counterfoil\Clients\Client;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceLine;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Shared\SharedModule;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\Starting\SubscriptionDetails;
use Counterfoil\Subscriptions\Subscription;
use Counterfoil\Subscriptions\SubscriptionsModule;
use Counterfoil\Tests\Integration\Invoices\MakesInvoices;
use DateTimeImmutable;

/** Subscriptions as the agency would start them, and time that goes by. */
trait MakesSubscriptions
{
    use MakesInvoices;

    /** A moment on the wall of the business. */
    private function at(string $moment): void
    {
        $this->clock()->set(new DateTimeImmutable($moment, $this->plugin()->module(BusinessModule::class)->calendar()->zone));
    }

    /** All that the worker would do now. */
    private function work(): void
    {
        $this->plugin()->module(SharedModule::class)->worker()->run();
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
            'starts_on' => $this->day(),
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
        return $this->plugin()->module(SubscriptionsModule::class);
    }

    /** @return list<Invoice> issued ones of a client, oldest first */
    private function bills(Client $client): array
    {
        $invoices = $this->plugin()->module(InvoicesModule::class)->invoices();
        $rows = $this->plugin()->database()->rows("SELECT id FROM {$this->plugin()->database()->table('invoices')} WHERE client_id = ? AND status = 'issued' ORDER BY issued_at, id", [$client->id]);

        return array_map(static fn (array $row): Invoice => $invoices->get((int) $row['id'], Viewer::system()), $rows);
    }

    /** @return list<string> "2026-01-31 – 2026-02-27: 10000", each line of each bill */
    private function billed(Client $client): array
    {
        $invoices = $this->plugin()->module(InvoicesModule::class)->invoices();

        return array_merge(...array_map(static fn (Invoice $invoice): array => array_map(
            static fn (InvoiceLine $line): string => "{$line->supply_from} – {$line->supply_to}: {$line->amount}",
            $invoices->lines($invoice->id)
        ), $this->bills($client)));
    }
}

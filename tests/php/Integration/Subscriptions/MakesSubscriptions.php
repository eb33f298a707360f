<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Subscriptions;

use Counterfoil\Clients\Client;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceLine;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Integration\Invoices\MakesInvoices;

/** Subscriptions and what was billed of them. */
trait MakesSubscriptions
{
    use MakesInvoices;
    use StartsSubscriptions;

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

    /** @param array<string, mixed> $changes of the settings for subscriptions, beside what is usual here */
    protected function set_renewing(array $changes): void
    {
        self::assert_status(200, $this->rest('PUT', '/counterfoil/v1/settings/subscriptions', $changes + ['lead_days' => 0, 'catch_up' => 'each', 'retry_days' => [1, 3, 5, 7], 'last_step' => 'keep', 'grace_days' => 14], $this->administrator()));
    }
}

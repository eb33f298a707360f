<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Invoices;

use Counterfoil\Business\BusinessModule;
use Counterfoil\Clients\Client;
use Counterfoil\Clients\ClientDetails;
use Counterfoil\Clients\ClientsModule;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Invoices\InvoiceTerms;
use Counterfoil\Plugin;
use Counterfoil\Portals\PortalsModule;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Address;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Money\Currency;
use Counterfoil\Shared\Viewer;

/** Clients and invoices as the agency would make them. */
trait MakesInvoices
{
    private function plugin(): Plugin
    {
        return Plugin::instance();
    }

    /** A day so many days from today, in the business's time zone. */
    private function day(int $days = 0): string
    {
        return Timestamps::day($this->plugin()->clock()->now()->modify("{$days} days"), $this->plugin()->module(BusinessModule::class)->business()->timezone);
    }

    /** A client with one contact, whom bills are mailed to. */
    private function client(string $name = 'Harbour & Pine', string $email = 'ada@harbour.test', string $locale = '', string $currency = 'EUR'): Client
    {
        $plugin = $this->plugin();
        $id = $plugin->module(ClientsModule::class)->clients()->insert(
            $plugin->module(PortalsModule::class)->portals()->default()->id,
            new ClientDetails($name, '', '', new Address('27 Quayside', '', 'BS1 4DJ', 'Bristol', '', 'GB'), 'GB 123', Currency::of($currency), $locale)
        );
        if ($email !== '') {
            $plugin->module(ClientsModule::class)->contacts()->insert($id, $plugin->module(ClientsModule::class)->roles()->default()->id, 'Ada Lindqvist', $email);
        }

        return $plugin->module(ClientsModule::class)->clients()->get($id, Viewer::system());
    }

    /**
     * The contract's invoiceInput.
     *
     * @param array<string, mixed> $changes
     * @return array<string, mixed>
     */
    private function body(int $client_id, array $changes = []): array
    {
        return $changes + [
            'client_id' => $client_id,
            'website_id' => null,
            'currency' => 'EUR',
            'tax_mode' => 'exclusive',
            'due_date' => $this->day(14),
            'lines' => [$this->line()],
            'discount' => null,
            'message' => '',
        ];
    }

    /**
     * The contract's lineInput.
     *
     * @param array<string, mixed> $changes
     * @return array<string, mixed>
     */
    private function line(array $changes = []): array
    {
        return $changes + [
            'plan_id' => null,
            'description' => 'Website care',
            'quantity' => '1',
            'unit_price' => 10000,
            'discount' => null,
            'tax' => ['name' => 'VAT', 'rate' => '23'],
        ];
    }

    /** @param array<string, mixed> $changes */
    private function draft(Client $client, array $changes = []): Invoice
    {
        return $this->plugin()->module(InvoicesModule::class)->create_draft()->handle(InvoiceTerms::from_wire($this->body($client->id, $changes)), Actor::system());
    }

    /** @param array<string, mixed> $changes */
    private function issued(Client $client, array $changes = []): Invoice
    {
        $draft = $this->draft($client, $changes);

        return $this->plugin()->module(InvoicesModule::class)->issue()->handle($draft->id, $draft->version, Actor::system());
    }

    /**
     * A payment's row, as the payments write it.
     *
     * @param array<string, int|string|null> $changes
     */
    private function payment(Invoice $invoice, int $amount, array $changes = []): int
    {
        $now = Timestamps::to_row($this->plugin()->clock()->now());

        return $this->plugin()->database()->insert('payments', $changes + [
            'invoice_id' => $invoice->id,
            'client_id' => $invoice->client_id,
            'gateway' => 'stripe',
            'mode' => 'test',
            'state' => 'succeeded',
            'amount' => $amount,
            'currency' => $invoice->currency->code,
            'received' => $amount,
            'idempotency_key' => bin2hex(random_bytes(8)),
            'created_at' => $now,
            'updated_at' => $now,
            'succeeded_at' => $now,
        ]);
    }

    private function refund(Invoice $invoice, int $payment_id, int $amount, string $state = 'succeeded'): void
    {
        $now = Timestamps::to_row($this->plugin()->clock()->now());
        $this->plugin()->database()->insert('refunds', [
            'payment_id' => $payment_id,
            'invoice_id' => $invoice->id,
            'client_id' => $invoice->client_id,
            'gateway' => 'stripe',
            'state' => $state,
            'amount' => $amount,
            'currency' => $invoice->currency->code,
            'idempotency_key' => bin2hex(random_bytes(8)),
            'created_at' => $now,
            'updated_at' => $now,
        ]);
    }

    private function rows_in(string $table, string $where = '1 = 1'): int
    {
        return (int) $this->plugin()->database()->value("SELECT COUNT(*) FROM {$this->plugin()->database()->table($table)} WHERE {$where}");
    }

    /** @return list<string> types of what happened to an invoice, in order */
    private function happened(int $invoice_id): array
    {
        $rows = $this->plugin()->database()->rows(
            "SELECT type FROM {$this->plugin()->database()->table('events')} WHERE subject_type = 'invoice' AND subject_id = ? ORDER BY id",
            [$invoice_id]
        );

        return array_map(static fn (array $row): string => (string) $row['type'], $rows);
    }
}

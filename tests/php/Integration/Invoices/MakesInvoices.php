<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Invoices;

use Counterfoil\Business\BusinessModule;
use Counterfoil\Clients\Client;
use Counterfoil\Clients\ClientDetails;
use Counterfoil\Clients\ClientsModule;
use Counterfoil\Invoices\Drafts\DraftsModule;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceTerms;
use Counterfoil\Invoices\Issuing\IssuingModule;
use Counterfoil\Payments\Offline\OfflineMethod;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Payments\Refunds\RefundsModule;
use Counterfoil\Payments\Refunds\RefundState;
use Counterfoil\Plugin;
use Counterfoil\Portals\PortalsModule;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Address;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Money\Currency;
use Counterfoil\Shared\Money\Money;
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
        return $this->plugin()->module(DraftsModule::class)->create()->handle(InvoiceTerms::from_wire($this->body($client->id, $changes)), Actor::system());
    }

    /** @param array<string, mixed> $changes */
    private function issued(Client $client, array $changes = []): Invoice
    {
        $draft = $this->draft($client, $changes);

        return $this->plugin()->module(IssuingModule::class)->issue()->handle($draft->id, $draft->version, Actor::system());
    }

    /**
     * Money that came for an invoice, whatever was due on it; in another state, money that was asked for.
     *
     * @param array<string, int|string|null> $changes columns of payments
     */
    private function payment(Invoice $invoice, int $amount, array $changes = [], bool $is_under_way = false): int
    {
        $payments = $this->plugin()->module(PaymentsModule::class);
        $came = ($changes['state'] ?? 'succeeded') === 'succeeded';

        return $this->plugin()->changes()->run(Actor::system(), function (Change $change) use ($invoice, $amount, $changes, $payments, $came, $is_under_way): int {
            $payments->payments()->lock_invoices([$invoice->id]);
            $now = $this->plugin()->clock()->now();
            $id = $payments->payments()->record_offline([$invoice->id => $amount], $invoice->client_id, Money::of($amount, $invoice->currency->code), OfflineMethod::Cash, '', false, $now, bin2hex(random_bytes(8)));
            $payments->payments()->note($id, $changes + ['gateway' => 'stripe', 'mode' => 'test', 'method' => 'Visa 4242', 'received' => $came ? $amount : 0]);
            // note() says when it was changed; a test may say so itself.
            $at = array_key_exists('succeeded_at', $changes) ? $changes['succeeded_at'] : Timestamps::to_row($now);
            $day = $at === null ? null : $this->plugin()->module(BusinessModule::class)->calendar()->day(Timestamps::from_row((string) $at));
            $this->plugin()->database()->update('payments', $changes + ['mode' => 'test', 'received_on' => $day], ['id' => $id]);
            $payments->received_days()->rebuild();
            $payment = $payments->payments()->get($id, Viewer::system());
            $change->event($came ? 'payment.succeeded' : 'payment.started', $payment->subjects(), $payment->client_id);
            if ($came) {
                $payments->allocate()->came($change, $payment, 'payment.received');
            } elseif ($is_under_way) {
                $this->plugin()->database()->update('payment_allocations', ['under_way' => $invoice->id], ['payment_id' => $id]);
            }

            return $id;
        });
    }

    private function refund(int $payment_id, int $amount, RefundState $state = RefundState::Succeeded): void
    {
        $payments = $this->plugin()->module(PaymentsModule::class);
        $module = $this->plugin()->module(RefundsModule::class);
        [$refunds, $balances] = [$module->refunds(), $module->balances()];
        $this->plugin()->changes()->run(Actor::system(), static function (Change $change) use ($payments, $refunds, $balances, $payment_id, $amount, $state): void {
            $payment = $payments->payments()->lock($payments->payments()->get($payment_id, Viewer::system()));
            $money = Money::of($amount, $payment->amount->currency->code);
            $id = $refunds->insert($payment, $money, $state, '', bin2hex(random_bytes(8)));
            $payments->allocate()->set_aside($payment, $id, $amount);
            $balances->add_refunded($payment->id, $money);
            $change->event('refund.started', $payment->subjects(), $payment->client_id);
            if ($state === RefundState::Succeeded) {
                $payments->allocate()->went_back($change, $refunds->get($id), $payment);
            }
        });
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

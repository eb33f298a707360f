<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Invoices;

use Counterfoil\Clients\ClientsModule;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Invoices\Settlement;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Support\IntegrationTestCase;

/** Law 4: what became of an invoice is computed from its payments and refunds. */
final class SettleInvoiceTest extends IntegrationTestCase
{
    use MakesInvoices;

    public function test_law_4_settlement_follows_payments_and_refunds(): void
    {
        $invoice = $this->issued($this->client());
        $first = $this->payment($invoice, 2300);
        self::assertSame([Settlement::PartPaid, 10000, 0], $this->facts($this->settled($invoice)));

        $second = $this->payment($invoice, 10000);
        $paid = $this->settled($invoice);
        self::assertSame([Settlement::Paid, 0, 0], $this->facts($paid));
        self::assertNotNull($paid->paid_at);
        self::assertFalse($paid->is_payable());

        $this->refund($invoice, $first, 2300);
        self::assertSame([Settlement::Paid, 0, 0], $this->facts($this->settled($invoice)));
        $this->refund($invoice, $second, 10000);
        self::assertSame([Settlement::Refunded, 0, 0], $this->facts($this->settled($invoice)));
    }

    public function test_what_did_not_come_does_not_count(): void
    {
        $invoice = $this->issued($this->client());
        foreach (['intended', 'requires_action', 'processing', 'unknown', 'failed', 'cancelled'] as $state) {
            $this->payment($invoice, 12300, ['state' => $state, 'received' => 0]);
        }
        $this->payment($invoice, 12300, ['currency' => 'JPY']);
        $payment = $this->payment($invoice, 300);
        foreach (['intended', 'unknown', 'pending', 'failed'] as $state) {
            $this->refund($invoice, $payment, 300, $state);
        }

        self::assertSame([Settlement::PartPaid, 12000, 0], $this->facts($this->settled($invoice)));
    }

    public function test_money_beyond_the_total_is_credit(): void
    {
        $invoice = $this->issued($this->client());
        $this->payment($invoice, 12300);
        $surplus = $this->payment($invoice, 5000);
        self::assertSame([Settlement::Paid, 0, 5000], $this->facts($this->settled($invoice)));

        $this->refund($invoice, $surplus, 5000);
        self::assertSame([Settlement::Paid, 0, 0], $this->facts($this->settled($invoice)));
    }

    public function test_what_went_back_before_it_was_paid_is_owed_again(): void
    {
        $invoice = $this->issued($this->client());
        $payment = $this->payment($invoice, 300);
        $this->settled($invoice);
        $this->refund($invoice, $payment, 300);

        self::assertSame([Settlement::Unpaid, 12300, 0], $this->facts($this->settled($invoice)));
    }

    public function test_computing_again_changes_nothing(): void
    {
        $invoice = $this->issued($this->client());
        $this->payment($invoice, 12300);
        $once = $this->settled($invoice);
        $again = $this->settled($invoice);

        self::assertEquals([$once->paid_at, $once->settlement, $once->paid], [$again->paid_at, $again->settlement, $again->paid]);
    }

    public function test_money_for_a_void_invoice_is_all_credit(): void
    {
        $invoice = $this->issued($this->client());
        $this->plugin()->module(InvoicesModule::class)->void()->handle($invoice->id, Actor::system());
        $this->payment($invoice, 12300);

        self::assertSame([Settlement::Unpaid, 0, 12300], $this->facts($this->settled($invoice)));
    }

    /** Law 9 */
    public function test_law_9_it_is_opened_once_by_the_first_who_looks(): void
    {
        $client = $this->client();
        $draft = $this->draft($client);
        $invoice = $this->issued($client);
        $contact = $this->plugin()->module(ClientsModule::class)->contacts()->of_client($client->id, Viewer::system())[0];
        $opened = $this->plugin()->module(InvoicesModule::class)->mark_opened();
        foreach ([$invoice, $invoice, $draft] as $seen) {
            $opened->handle($seen, Actor::contact($contact->id, $contact->name));
        }

        self::assertSame(['invoice.created', 'invoice.sent', 'invoice.opened'], $this->happened($invoice->id));
        self::assertSame(['invoice.created'], $this->happened($draft->id));
        self::assertNotNull($this->plugin()->module(InvoicesModule::class)->invoices()->get($invoice->id)->opened_at);
    }

    public function test_a_client_gets_its_own_and_no_drafts(): void
    {
        $client = $this->client();
        $other = $this->client('Other', 'o@x.test');
        $invoices = $this->plugin()->module(InvoicesModule::class)->invoices();
        $issued = $this->issued($client);
        self::assertSame($issued->id, $invoices->get_for_client($issued->id, $client->id)->id);
        foreach ([[$issued->id, $other->id], [$this->draft($client)->id, $client->id], [999999, $client->id]] as [$id, $client_id]) {
            try {
                $invoices->get_for_client($id, $client_id);
                self::fail('It was given out.');
            } catch (\Counterfoil\Shared\DomainError $error) {
                self::assertSame(404, $error->status);
            }
        }
    }

    private function settled(Invoice $invoice): Invoice
    {
        return $this->plugin()->module(InvoicesModule::class)->settle()->handle($invoice->id);
    }

    /** @return array{Settlement, int, int} settlement, due, credit */
    private function facts(Invoice $invoice): array
    {
        return [$invoice->settlement, $invoice->due()->amount, $invoice->credit()->amount];
    }
}

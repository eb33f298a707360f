<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Invoices;

use Counterfoil\Clients\ClientsModule;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Invoices\Issuing\IssuingModule;
use Counterfoil\Invoices\Settlement;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
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
        self::assertSame([Settlement::PartPaid, 10000, 0], $this->facts($invoice));

        $second = $this->payment($invoice, 10000);
        self::assertSame([Settlement::Paid, 0, 0], $this->facts($invoice));
        self::assertNotNull($this->now($invoice)->paid_at);
        self::assertFalse($this->now($invoice)->is_payable());

        $this->refund($first, 2300);
        self::assertSame([Settlement::Paid, 0, 0], $this->facts($invoice));
        $this->refund($second, 10000);
        self::assertSame([Settlement::Refunded, 0, 0], $this->facts($invoice));
        self::assertSame(['invoice.paid'], array_values(array_intersect($this->happened($invoice->id), ['invoice.paid', 'invoice.due_again'])));
    }

    public function test_what_is_open_is_found_by_the_day_it_is_due(): void
    {
        $invoice = $this->issued($this->client());
        self::assertSame(1, $this->rows_in('invoices', "id = {$invoice->id} AND due = 12300 AND due_on = due_date"));
        $this->payment($invoice, 12300);

        self::assertSame(1, $this->rows_in('invoices', "id = {$invoice->id} AND due = 0 AND due_on IS NULL"));
    }

    public function test_money_beyond_the_total_is_credit(): void
    {
        $invoice = $this->issued($this->client());
        $this->payment($invoice, 12300);
        $surplus = $this->payment($invoice, 5000);
        self::assertSame([Settlement::Paid, 0, 5000], $this->facts($invoice));

        $this->refund($surplus, 5000);
        self::assertSame([Settlement::Paid, 0, 0], $this->facts($invoice));
    }

    public function test_what_went_back_before_it_was_paid_is_owed_again(): void
    {
        $invoice = $this->issued($this->client());
        $this->refund($this->payment($invoice, 300), 300);

        self::assertSame([Settlement::Unpaid, 12300, 0], $this->facts($invoice));
    }

    public function test_money_that_did_not_come_after_all_is_due_again(): void
    {
        // Nobody brings any: only what is made of it is looked at.
        $this->leave_books_unequal();
        $invoice = $this->issued($this->client());
        $hooks = [];
        add_action('counterfoil_invoice_due_again', static function (int $id) use (&$hooks): void {
            $hooks[] = $id;
        });
        $settle = $this->plugin()->module(InvoicesModule::class)->settle();
        foreach ([12300, 300, 300] as $came) {
            $this->plugin()->changes()->run(Actor::system(), function (Change $change) use ($settle, $invoice, $came): void {
                $settle->handle($change, $this->now($invoice), $came, 0);
                $change->event('payment.returned', [['invoice', $invoice->id]], $invoice->client_id);
            });
        }
        self::assertSame([Settlement::PartPaid, 12000, 0], $this->facts($invoice));
        self::assertNull($this->now($invoice)->paid_at);
        self::assertSame([$invoice->id], $hooks);
        self::assertSame(['invoice.paid', 'invoice.due_again'], array_values(array_intersect($this->happened($invoice->id), ['invoice.paid', 'invoice.due_again'])));
    }

    public function test_computing_again_changes_nothing(): void
    {
        $invoice = $this->issued($this->client());
        $this->payment($invoice, 12300);
        $once = $this->now($invoice);
        $settle = $this->plugin()->module(InvoicesModule::class)->settle();
        $this->plugin()->changes()->run(Actor::system(), static function (Change $change) use ($settle, $invoice, $once): void {
            $settle->handle($change, $once, 12300, 0);
            $change->event('invoice.looked_at', [['invoice', $invoice->id]], $invoice->client_id);
        });
        $again = $this->now($invoice);

        self::assertEquals([$once->paid_at, $once->settlement, $once->paid], [$again->paid_at, $again->settlement, $again->paid]);
        self::assertSame(1, count(array_keys($this->happened($invoice->id), 'invoice.paid', true)));
    }

    public function test_money_for_a_void_invoice_is_all_credit(): void
    {
        $invoice = $this->issued($this->client());
        $this->plugin()->module(IssuingModule::class)->void()->handle($invoice->id, Actor::system());
        $this->payment($invoice, 12300);

        self::assertSame([Settlement::Unpaid, 0, 12300], $this->facts($invoice));
    }

    public function test_an_invoice_over_nothing_is_paid_like_any_other(): void
    {
        $hooks = [];
        foreach (['invoice_issued', 'invoice_paid'] as $hook) {
            add_action("counterfoil_{$hook}", static function (int $id) use (&$hooks, $hook): void {
                $hooks[] = [$hook, $id];
            });
        }
        $invoice = $this->issued($this->client(), ['lines' => [$this->line(['unit_price' => 0])]]);

        self::assertSame([Settlement::Paid, 0, 0], $this->facts($invoice));
        self::assertNotNull($this->now($invoice)->paid_at);
        self::assertEqualsCanonicalizing([['invoice_issued', $invoice->id], ['invoice_paid', $invoice->id]], $hooks);
        self::assertSame(1, count(array_keys($this->happened($invoice->id), 'invoice.paid', true)));
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
        self::assertNotNull($this->plugin()->module(InvoicesModule::class)->invoices()->get($invoice->id, Viewer::system())->opened_at);
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

    private function now(Invoice $invoice): Invoice
    {
        return $this->plugin()->module(InvoicesModule::class)->invoices()->get($invoice->id, Viewer::system());
    }

    /** @return array{Settlement, int, int} settlement, due, credit */
    private function facts(Invoice $invoice): array
    {
        $invoice = $this->now($invoice);

        return [$invoice->settlement, $invoice->due()->amount, $invoice->credit()->amount];
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Payments;

use Counterfoil\Clients\Client;
use Counterfoil\Invoices\CreditNotes\CreditExtent;
use Counterfoil\Invoices\CreditNotes\CreditNotesModule;
use Counterfoil\Invoices\CreditNotes\Surplus;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\Issuing\IssuingModule;
use Counterfoil\Invoices\Settlement;
use Counterfoil\Payments\Credit\CreditModule;
use Counterfoil\Payments\Offline\OfflineMethod;
use Counterfoil\Payments\Payment;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\SharedModule;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Support\IntegrationTestCase;

/** What a client paid ahead or too much, or was credited: used, refunded, and told to the cent. The books are verified after each test. */
final class CreditOfClientTest extends IntegrationTestCase
{
    use PaysInvoices;

    private function credit(): CreditModule
    {
        return $this->plugin()->module(CreditModule::class);
    }

    private function prepaid(Client $client, int $amount, string $key = 'ahead'): Payment
    {
        return $this->credit()->prepay()->handle($client->id, Money::of($amount, 'EUR'), OfflineMethod::BankTransfer, $this->day(), 'Deposit', Viewer::system(), $key);
    }

    private function used(Invoice $invoice, int $amount, string $key = 'use'): Invoice
    {
        return $this->credit()->use()->handle($invoice->id, Money::of($amount, 'EUR'), Viewer::system(), $key);
    }

    /** @return array<string, int> by currency */
    private function balance(Client $client): array
    {
        $balances = $this->credit()->statement()->of($client->id)['balances'];
        $shown = [];
        foreach ($this->plugin()->provided(\Counterfoil\Clients\Balances::class)->of_clients([$client->id])[$client->id] as $balance) {
            $shown[$balance->currency] = $balance->credit;
        }
        self::assertSame(array_column($balances, 'amount', 'currency'), array_filter($shown), 'The statement and the client’s figures are the same.');

        return array_filter($shown);
    }

    public function test_the_client_hears_of_money_paid_ahead_where_a_receipt_was_asked_for(): void
    {
        $client = $this->client();
        $this->prepaid($client, 20_000);
        $this->deliver();
        self::assertSame([], $this->outbox->to('ada@harbour.test'));
        $staff = $this->administrator();
        foreach ([1, 2] as $_) {
            $this->rest('POST', "/counterfoil/v1/clients/{$client->id}/prepayments", ['amount' => ['amount' => 15_000, 'currency' => 'EUR'], 'method' => 'bank_transfer', 'paid_on' => $this->day(), 'reference' => '', 'send_receipt' => true], $staff, ['Idempotency-Key' => 'once']);
        }
        $this->deliver();
        [$mail] = $this->outbox->to('ada@harbour.test');

        self::assertCount(1, $this->outbox->to('ada@harbour.test'));
        self::assertStringEndsWith('received your payment of €150.00', $mail['subject']);
        self::assertStringContainsString('added it to your credit balance', $mail['message']);
        self::assertStringContainsString('Bank transfer', $mail['message']);
    }

    public function test_the_client_hears_that_credit_paid_a_bill_they_have_but_not_of_one_still_to_come(): void
    {
        $client = $this->client();
        $this->prepaid($client, 40_000);
        $read = $this->issued($client);
        $this->deliver();
        $this->outbox->mails = [];
        $this->used($read, 10_000);
        $this->deliver();
        [$mail] = $this->outbox->to('ada@harbour.test');
        self::assertStringStartsWith("Your credit balance was used for invoice {$read->number} from", $mail['subject']);
        self::assertStringContainsString("We used €100.00 of your credit balance for invoice {$read->number}. The amount due is now €23.00.", $mail['message']);

        $this->outbox->mails = [];
        $waiting = $this->issued($client);
        $this->used($waiting, 12_300, 'other');
        $this->deliver();
        self::assertSame(["Invoice {$waiting->number}: nothing to pay"], array_map(static fn (array $mail): string => preg_match('#<h1[^>]*>(.*?)</h1>#', $mail['message'], $heading) === 1 ? $heading[1] : '', $this->outbox->to('ada@harbour.test')));
    }

    /** The PDF asks for the whole sum, for it is made before: the mail it is attached to must not. */
    public function test_the_mail_of_an_invoice_says_what_credit_paid_of_it_by_itself(): void
    {
        $this->plugin()->settings()->set('credit', ['use_automatically' => true]);
        $client = $this->client();
        $this->prepaid($client, 10_000);
        $issued = $this->issued($client);
        $this->deliver();
        [$mail] = $this->outbox->to('ada@harbour.test');

        self::assertSame([2300, 12300], [$issued->due()->amount, $issued->total]);
        self::assertStringContainsString('We applied €100.00 of your credit balance. Please pay only €23.00 instead of the total on the PDF.', $mail['message']);
        self::assertStringContainsString('Paid with your credit balance', $mail['message']);
        $this->outbox->mails = [];
        $this->prepaid($client, 20_000, 'more');
        $this->issued($client);
        $this->deliver();
        self::assertStringContainsString('We paid it with €123.00 of your credit balance.', implode(' ', array_column($this->outbox->to('ada@harbour.test'), 'message')));
    }

    public function test_credit_that_is_no_invoices_goes_back_and_its_owner_hears_of_it(): void
    {
        $client = $this->client();
        $this->prepaid($client, 20_000);
        $this->credit()->refund()->handle($client->id, Money::of(5_000, 'EUR'), 'You asked for it', Viewer::system(), 'back');
        $this->deliver();
        [$mail] = $this->outbox->to('ada@harbour.test');

        self::assertStringStartsWith('Refund of your credit balance from ', $mail['subject']);
        self::assertStringContainsString('€50.00', $mail['message']);
        self::assertStringContainsString('You asked for it', $mail['message']);
        self::assertSame([], $mail['attachments']);
    }

    private function deliver(): void
    {
        $this->plugin()->module(SharedModule::class)->worker()->run(only: ['mail.send']);
    }

    public function test_money_paid_ahead_is_credit_and_pays_the_next_bill(): void
    {
        $client = $this->client();
        $this->prepaid($client, 20000);
        $this->prepaid($client, 20000);
        self::assertSame(['EUR' => 20000], $this->balance($client));

        $invoice = $this->issued($client);
        $this->used($invoice, 12300);
        $this->used($invoice, 12300);

        self::assertSame([Settlement::Paid, 12300, 0], [$this->invoice_now($invoice)->settlement, $this->invoice_now($invoice)->paid, $this->invoice_now($invoice)->due()->amount]);
        self::assertContains('credit.used', $this->happened($invoice->id));
        self::assertContains('invoice.paid', $this->happened($invoice->id));
        self::assertSame(['EUR' => 7700], $this->balance($client));
        self::assertSame(
            [['used', -12300, $invoice->number], ['payment', 20000, null]],
            array_map(static fn (array $entry): array => [$entry['kind'], $entry['amount']['amount'], $entry['invoice']['number'] ?? null], $this->credit()->statement()->of($client->id)['entries'])
        );
    }

    public function test_a_credit_note_of_a_paid_bill_pays_another_one_and_the_first_stays_paid(): void
    {
        $client = $this->client();
        $first = $this->issued($client);
        $this->payment($first, 12300);
        $this->plugin()->module(CreditNotesModule::class)->credit()->handle($first->id, $this->invoice_now($first)->version, CreditExtent::amount(2300), 'Too much', Surplus::Keep, Viewer::system(), 'note');
        $this->prepaid($client, 1000);

        $next = $this->issued($client);
        $this->used($next, 3000);

        self::assertSame([Settlement::Paid, 10000, 0], [$this->invoice_now($first)->settlement, $this->invoice_now($first)->paid, $this->invoice_now($first)->credit()->amount]);
        self::assertSame([Settlement::PartPaid, 9300], [$this->invoice_now($next)->settlement, $this->invoice_now($next)->due()->amount]);
        self::assertSame(['EUR' => 300], $this->balance($client));
        $told = fn (Invoice $invoice): array => array_map(static fn (array $row): array => [$row['what'], $row['amount']->amount], $this->plugin()->provided(\Counterfoil\Invoices\MoneyOfInvoices::class)->received($invoice->id));
        self::assertSame([['Visa ending in 4242', 12300], ['Used for another invoice', -2300]], $told($first));
        self::assertSame([['Credit balance', 2300], ['Credit balance', 700]], $told($next));
        self::assertSame([2300, 700], array_map(static fn (array $row): int => (int) $row['amount'], $this->plugin()->database()->rows("SELECT amount FROM {$this->plugin()->database()->table('credit_uses')} ORDER BY id")));
    }

    public function test_of_a_void_invoice_too(): void
    {
        $client = $this->client();
        $first = $this->issued($client);
        $this->plugin()->module(IssuingModule::class)->void()->handle($first->id, Actor::system());
        $this->payment($first, 5000);
        $next = $this->issued($client);
        $this->used($next, 5000);

        self::assertSame([0, 7300], [$this->invoice_now($first)->credit()->amount, $this->invoice_now($next)->due()->amount]);
    }

    public function test_by_itself_as_far_as_it_goes_where_the_agency_wants_it(): void
    {
        $client = $this->client();
        $this->prepaid($client, 20000);
        self::assertSame(12300, $this->issued($client)->due()->amount);
        $this->credit()->settings()->save(true, Actor::system());

        self::assertSame([Settlement::Paid, Settlement::PartPaid, Settlement::Unpaid], array_map(fn (): Settlement => $this->issued($client)->settlement, [1, 2, 3]));
        self::assertSame([], $this->balance($client));
    }

    public function test_other_currencies_and_other_clients_credit_is_not_used(): void
    {
        $this->prepaid($this->client('Other', 'other@other.test'), 50000);
        $client = $this->client();
        $this->credit()->prepay()->handle($client->id, Money::of(50000, 'USD'), OfflineMethod::Cash, $this->day(), '', Viewer::system(), 'dollars');
        $invoice = $this->issued($client);
        foreach ([['not_enough_credit', 1, 'EUR'], ['invalid', 1, 'USD'], ['invalid', 12301, 'EUR'], ['invalid', 0, 'EUR']] as $at => [$reason, $amount, $currency]) {
            try {
                $this->credit()->use()->handle($invoice->id, Money::of($amount, $currency), Viewer::system(), "use-{$at}");
                self::fail('It was used.');
            } catch (DomainError $error) {
                self::assertSame($reason, $error->reason);
            }
        }
        self::assertSame(['USD' => 50000], $this->balance($client));
    }

    public function test_it_is_refunded_to_what_it_was_paid_with_and_what_pays_a_bill_is_not_touched(): void
    {
        $this->connect_stripe();
        $client = $this->client();
        $first = $this->issued($client);
        $this->paid($first);
        $this->plugin()->module(CreditNotesModule::class)->credit()->handle($first->id, $this->invoice_now($first)->version, CreditExtent::amount(2300), 'Too much', Surplus::Keep, Viewer::system(), 'note');
        $this->prepaid($client, 1000);
        for ($i = 0; $i < 2; $i++) {
            $this->credit()->refund()->handle($client->id, Money::of(2800, 'EUR'), 'Left', Viewer::system(), 'back');
        }

        self::assertSame(['EUR' => 500], $this->balance($client));
        self::assertSame([2300, Settlement::Paid, 0], [$this->ledger()['refunded'], $this->invoice_now($first)->settlement, $this->invoice_now($first)->given_back()->amount]);
        $this->expectExceptionObject(DomainError::conflict('not_enough_credit', 'This is more than the client’s credit balance. Reload the page to see the latest amount.'));
        $this->credit()->refund()->handle($client->id, Money::of(501, 'EUR'), '', Viewer::system(), 'more');
    }

    /** A refund on its way has its money set aside. */
    public function test_what_is_about_to_go_back_is_not_used(): void
    {
        $client = $this->client();
        $first = $this->issued($client);
        $this->refund($this->payment($first, 15000), 2000, \Counterfoil\Payments\Refunds\RefundState::Pending);
        $next = $this->issued($client);
        $this->used($next, 700);
        $this->expectExceptionObject(DomainError::conflict('not_enough_credit', 'This is more than the client’s credit balance. Reload the page to see the latest amount.'));
        $this->used($next, 1, 'more');
    }

    public function test_abuse_39_killed_while_using(): void
    {
        for ($step = 1; $step < 90; $step++) {
            $client = $this->client("Client {$step}", "client{$step}@harbour.test");
            $first = $this->issued($client);
            $this->payment($first, 15000);
            $this->prepaid($client, 5000, "ahead-{$step}");
            $next = $this->issued($client);
            $killed = Killed::at($step, fn () => $this->used($next, 6000, "use-{$step}"));
            $this->used($next, 6000, "use-{$step}");

            self::assertSame([6300, 0, ['EUR' => 1700]], [$this->invoice_now($next)->due()->amount, $this->invoice_now($first)->credit()->amount, $this->balance($client)], "Step {$step}");
            if (! $killed) {
                break;
            }
        }
        self::assertGreaterThan(10, $step);
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Invoices;

use Counterfoil\Clients\Client;
use Counterfoil\Documents\DocumentKind;
use Counterfoil\Documents\FormRepository;
use Counterfoil\Emails\Outbox;
use Counterfoil\Invoices\Attachments\AttachmentsModule;
use Counterfoil\Invoices\Attachments\FileType;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Invoices\InvoiceState;
use Counterfoil\Invoices\InvoiceStatus;
use Counterfoil\Invoices\Issuing\IssuingModule;
use Counterfoil\Invoices\ProFormas\ProFormasModule;
use Counterfoil\Invoices\Settlement;
use Counterfoil\Ledger\LedgerModule;
use Counterfoil\Ledger\StatementEntry;
use Counterfoil\Ledger\StatementQuery;
use Counterfoil\Payments\Credit\CreditModule;
use Counterfoil\Payments\Offline\OfflineMethod;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\SharedModule;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Integration\Payments\PaysInvoices;
use Counterfoil\Tests\Support\FitsContract;
use Counterfoil\Tests\Support\IntegrationTestCase;

/** A pro-forma asks for money like an invoice, is no sale, and becomes an invoice by the money that pays it. */
final class ProFormaTest extends IntegrationTestCase
{
    use FitsContract;
    use PaysInvoices;

    public function test_it_has_a_series_of_its_own_and_is_no_sale(): void
    {
        $client = $this->client();
        $invoice = $this->issued($client);
        $pro_forma = $this->pro_forma($client);

        self::assertSame(['INV-0001', 'PF-0001'], [$invoice->number, $pro_forma->number]);
        self::assertSame([DocumentKind::ProForma, Settlement::Unpaid, 12300], [$pro_forma->kind, $pro_forma->settlement, $pro_forma->due()->amount]);
        self::assertSame(['invoice.created', 'pro_forma.sent'], $this->happened($pro_forma->id));
        self::assertSame(0, $this->rows_in('ledger_entries', "invoice_id = {$pro_forma->id}"));
        $paper = $this->plugin()->module(InvoicesModule::class)->papers()->of($pro_forma);
        self::assertSame('Pro forma invoice PF-0001', $paper->title);
        self::assertSame('Pro forma number', $paper->facts[0]['label']);
        self::assertSame('This is not a VAT invoice. You will receive an invoice once this pro forma is paid in full.', $paper->notes[0]);
        $this->assert_books_balance();
    }

    public function test_the_money_that_pays_it_makes_its_invoice(): void
    {
        $client = $this->client();
        $pro_forma = $this->pro_forma($client, ['message' => 'Thank you', 'purchase_order' => 'PO-9', 'discount' => ['type' => 'percent', 'percent' => '10']]);
        $payment = $this->record($pro_forma, $pro_forma->total, $this->day(-3));

        $now = $this->now($pro_forma);
        self::assertSame([Settlement::Invoiced, InvoiceState::Invoiced, 0, 0], [$now->settlement, $now->state($this->day()), $now->due()->amount, $now->paid]);
        $invoice = $this->made($pro_forma);
        self::assertSame([DocumentKind::Invoice, 'INV-0001', $pro_forma->id, Settlement::Paid], [$invoice->kind, $invoice->number, $invoice->pro_forma_id, $invoice->settlement]);
        self::assertSame([$pro_forma->total, $pro_forma->total, $pro_forma->tax, 'Thank you', 'PO-9'], [$invoice->total, $invoice->paid, $invoice->tax, $invoice->message, $invoice->purchase_order]);
        self::assertSame([$this->day(), $this->day()], [$invoice->issue_date, $invoice->due_date]);
        self::assertEquals($payment->succeeded_at, $invoice->paid_at);
        $repository = $this->plugin()->module(InvoicesModule::class)->invoices();
        self::assertEquals($repository->lines($pro_forma->id), $repository->lines($invoice->id));

        $payments = $this->plugin()->module(PaymentsModule::class)->payments();
        self::assertSame([$invoice->id], array_map(static fn ($one): int => $one->invoice_id, $payments->get($payment->id, Viewer::system())->allocations));
        $events = $this->rest('GET', "/counterfoil/v1/invoices/{$pro_forma->id}/events", user: $this->administrator())->get_data()['items'];
        self::assertContains('Invoice INV-0001 created because pro forma invoice PF-0001 was paid', array_column($events, 'summary'));
        self::assertSame(['invoice.made', 'invoice.paid'], $this->happened($invoice->id));
        $this->assert_books_balance();
    }

    public function test_the_files_that_came_with_it_come_with_its_invoice(): void
    {
        $files = $this->plugin()->module(AttachmentsModule::class)->files();
        $pro_forma = $this->pro_forma($this->client());
        foreach (['Terms.txt' => str_repeat('a', 300_000), 'Hours.csv' => "day;hours\n"] as $name => $bytes) {
            $files->claim($files->insert($name, FileType::from(pathinfo($name, PATHINFO_EXTENSION)), $bytes, null)->id, $pro_forma->id);
        }
        $this->record($pro_forma, $pro_forma->total);

        foreach ([$pro_forma, $this->made($pro_forma)] as $bill) {
            $bytes = array_map($files->bytes(...), $files->of_invoice($bill->id));
            self::assertSame([str_repeat('a', 300_000), "day;hours\n"], $bytes);
        }
    }

    public function test_its_invoice_says_the_same_and_names_it(): void
    {
        $pro_forma = $this->pro_forma($this->client(locale: 'pl_PL'));
        $this->record($pro_forma, $pro_forma->total, $this->day(-1));
        $invoice = $this->made($pro_forma);

        $forms = new FormRepository($this->plugin()->database());
        $before = $forms->find(DocumentKind::ProForma, $pro_forma->id)->content ?? [];
        $after = $forms->find(DocumentKind::Invoice, $invoice->id)->content ?? [];
        foreach (['seller', 'buyer', 'lines', 'totals', 'locale', 'currency', 'tax_mode'] as $same) {
            self::assertSame($before[$same], $after[$same], $same);
        }
        self::assertSame(['invoice', 'INV-0001', $this->day(), $this->day(-1)], [$after['kind'], $after['number'], $after['issue_date'], $after['paid_on']]);
        self::assertSame(['id' => $pro_forma->id, 'number' => 'PF-0001', 'issue_date' => $this->day()], $after['pro_forma']);
        $paper = $this->plugin()->module(InvoicesModule::class)->papers()->of($invoice);
        self::assertStringContainsString('INV-0001', $paper->title);
        self::assertSame(['INV-0001', 'PF-0001'], [$paper->facts[0]['value'], $paper->facts[3]['value']]);
        self::assertSame([null, null, []], [$paper->pay_hint, $paper->transfer, $paper->notes]);
        self::assertStringStartsWith('%PDF', $this->plugin()->module(InvoicesModule::class)->archive()->pdf($invoice->id));
    }

    public function test_a_part_makes_none_until_the_rest_is_there(): void
    {
        $client = $this->client();
        $pro_forma = $this->pro_forma($client);
        $this->record($pro_forma, 5000);

        self::assertSame([Settlement::PartPaid, 7300, 5000], [$this->now($pro_forma)->settlement, $this->now($pro_forma)->due()->amount, $this->now($pro_forma)->prepaid()->amount]);
        self::assertSame(1, $this->rows_in('invoices'));
        self::assertSame(1, $this->rows_in('outbox', "message = 'receipt'"));
        self::assertSame(-5000, (int) $this->plugin()->database()->value("SELECT SUM(amount) FROM {$this->plugin()->database()->table('ledger_entries')} WHERE account = 'prepaid'"));
        $this->assert_books_balance();

        $this->record($pro_forma, 7300);
        $invoice = $this->made($pro_forma);
        self::assertSame([Settlement::Paid, 12300], [$invoice->settlement, $invoice->paid]);
        self::assertSame(2, $this->rows_in('payment_allocations', "invoice_id = {$invoice->id}"));
        // One mail tells of the money and brings the invoice.
        self::assertSame([1, 1], [$this->rows_in('outbox', "message = 'receipt'"), $this->rows_in('outbox', "message = 'invoice' AND invoice_id = {$invoice->id}")]);
        $this->assert_books_balance();
    }

    public function test_what_goes_back_before_the_rest_came_is_asked_for_again(): void
    {
        $pro_forma = $this->pro_forma($this->client());
        $part = $this->payment($pro_forma, 5000);
        $this->refund($part, 2000);
        self::assertSame([Settlement::PartPaid, 9300], [$this->now($pro_forma)->settlement, $this->now($pro_forma)->due()->amount]);
        $this->assert_books_balance();

        $this->record($pro_forma, 9300);
        $invoice = $this->made($pro_forma);
        self::assertSame([Settlement::Paid, 14300, 2000, 0], [$invoice->settlement, $invoice->paid, $invoice->refunded, $invoice->credit()->amount]);
        $this->assert_books_balance();
        $this->refund($part, 3000);
        self::assertSame([Settlement::Paid, 5000], [$this->now($invoice)->settlement, $this->now($invoice)->refunded]);
        $this->assert_books_balance();
    }

    public function test_what_is_over_is_credit_on_its_invoice(): void
    {
        $pro_forma = $this->pro_forma($this->client());
        $this->payment($pro_forma, 13000);
        self::assertSame(700, $this->made($pro_forma)->credit()->amount);
        $this->assert_books_balance();
    }

    public function test_nothing_is_counted_twice(): void
    {
        $client = $this->client();
        $staff = $this->administrator();
        $open = $this->pro_forma($client);
        $paid = $this->pro_forma($client);
        $this->record($paid, 12300);

        $summary = self::fits('invoices.summary', $this->rest('GET', '/counterfoil/v1/invoices/summary', user: $staff));
        self::assertSame([3, [['amount' => 24600, 'currency' => 'EUR']]], [$summary['all']['count'], $summary['all']['sums']]);
        self::assertSame([1, 1, 1], [$summary['due']['count'], $summary['paid']['count'], $summary['invoiced']['count']]);
        $seen = self::fits('clients.get', $this->rest('GET', "/counterfoil/v1/clients/{$client->id}", user: $staff));
        self::assertSame([[12300], [12300]], [array_column($seen['due'], 'amount'), array_column($seen['net_billings'], 'amount')]);
        $revenue = (int) $this->plugin()->database()->value("SELECT SUM(amount) FROM {$this->plugin()->database()->table('ledger_entries')} WHERE account = 'revenue'");
        self::assertSame(-10000, $revenue);
        $detail = self::fits('invoices.get', $this->rest('GET', "/counterfoil/v1/invoices/{$paid->id}", user: $staff));
        self::assertSame(['invoiced', 'INV-0001'], [$detail['state'], $detail['made_invoice']['number']]);
        $made = self::fits('invoices.get', $this->rest('GET', "/counterfoil/v1/invoices/{$detail['made_invoice']['id']}", user: $staff));
        self::assertSame(['paid', 'PF-0002', 'invoice'], [$made['state'], $made['pro_forma']['number'], $made['kind']]);
        self::assertSame([$open->id], array_column($this->rest('GET', '/counterfoil/v1/invoices?only=outstanding', user: $staff)->get_data()['items'], 'id'));
    }

    public function test_it_is_withdrawn_without_a_credit_note(): void
    {
        $client = $this->client();
        $pro_forma = $this->pro_forma($client);
        $this->send();
        $this->record($pro_forma, 2300);
        $answer = self::fits('invoices.withdraw', $this->rest('POST', "/counterfoil/v1/invoices/{$pro_forma->id}/withdraw", ['reason' => 'Other plans', 'tell' => true], $this->administrator()));

        self::assertSame(['withdrawn', 0], [$answer['state'], $answer['totals']['due']['amount']]);
        self::assertSame([InvoiceStatus::Withdrawn, 2300], [$this->now($pro_forma)->status, $this->now($pro_forma)->credit()->amount]);
        self::assertSame(1, $this->rows_in('outbox', "message = 'pro_forma_withdrawn'"));
        $this->assert_books_balance();
        $this->refused('pro_forma_withdrawn', '', fn () => $this->record($pro_forma, 100));
        $this->refused('pro_forma_withdrawn', '', fn () => $this->plugin()->module(IssuingModule::class)->void()->handle($pro_forma->id, Actor::system()));
        $this->refused('pro_forma_withdrawn', '', fn () => $this->plugin()->module(CreditModule::class)->use()->handle($pro_forma->id, Money::of(100, 'EUR'), Viewer::system(), 'use'));
        $this->refused('pro_forma_withdrawn', '', fn () => $this->withdraw($pro_forma));

        $quiet = $this->pro_forma($client);
        $this->send();
        $this->plugin()->module(ProFormasModule::class)->withdraw()->handle($quiet->id, Actor::system(), '', false);
        self::assertSame(1, $this->rows_in('outbox', "message = 'pro_forma_withdrawn'"));
    }

    public function test_what_is_for_invoices_is_not_for_it_and_the_other_way_round(): void
    {
        $client = $this->client();
        $pro_forma = $this->pro_forma($client);
        $invoice = $this->issued($client);
        $this->refused('is_a_pro_forma', '', fn () => $this->plugin()->module(IssuingModule::class)->void()->handle($pro_forma->id, Actor::system()));
        $this->refused('not_a_pro_forma', '', fn () => $this->withdraw($invoice));
        $this->record($pro_forma, 12300);
        $this->refused('pro_forma_paid', '', fn () => $this->withdraw($pro_forma));
        $this->refused('nothing_due', '', fn () => $this->record($pro_forma, 100));
        self::refused_by(409, $this->rest('POST', "/counterfoil/v1/invoices/{$pro_forma->id}/credit-notes/preview", ['extent' => ['type' => 'rest']], $this->administrator())->get_status());
    }

    public function test_it_is_chosen_for_the_business_a_client_or_one_bill(): void
    {
        $staff = $this->administrator();
        $settings = $this->rest('GET', '/counterfoil/v1/settings/invoicing', user: $staff)->get_data();
        self::assertSame('invoice', $settings['bill_as']);
        $client = $this->client();
        self::assertSame(DocumentKind::Invoice, $this->draft($client)->kind);

        self::fits('invoicing.update', $this->rest('PUT', '/counterfoil/v1/settings/invoicing', ['bill_as' => 'pro_forma', 'due_days' => 14, 'tax_mode' => 'exclusive'], $staff));
        self::assertSame(DocumentKind::ProForma, $this->draft($client)->kind);
        self::assertSame(DocumentKind::Invoice, $this->draft($client, ['kind' => 'invoice'])->kind);
        $this->plugin()->database()->update('clients', ['bill_as' => 'invoice'], ['id' => $client->id]);
        self::assertSame(DocumentKind::Invoice, $this->draft($client)->kind);
        self::assertSame('PF-0001', $this->pro_forma($client)->number);

        self::assertSame(400, $this->rest('POST', '/counterfoil/v1/invoices/' . $this->draft($client, ['kind' => 'pro_forma', 'lines' => [$this->line(['unit_price' => 0])]])->id . '/send', ['version' => 1], $staff)->get_status());
    }

    public function test_credit_of_the_client_pays_it_too(): void
    {
        $client = $this->client();
        $invoice = $this->issued($client);
        $this->payment($invoice, 12300 + 20000);
        $pro_forma = $this->pro_forma($client);
        $this->plugin()->module(CreditModule::class)->use()->handle($pro_forma->id, Money::of(12300, 'EUR'), Viewer::system(), 'use');

        $made = $this->made($pro_forma);
        self::assertSame([Settlement::Paid, 12300], [$made->settlement, $made->paid]);
        self::assertSame(1, $this->rows_in('outbox', "message = 'invoice' AND invoice_id = {$made->id}"));
        $this->assert_books_balance();
    }

    public function test_its_mail_brings_the_invoice_and_the_receipt(): void
    {
        $sent = [];
        add_filter('pre_wp_mail', static function (?bool $null, array $mail) use (&$sent): bool {
            $sent[$mail['subject']] = array_map(basename(...), array_values((array) $mail['attachments']));

            return true;
        }, 1, 2);
        $pro_forma = $this->pro_forma($this->client());
        $this->record($pro_forma, 12300);
        $this->send();

        $subject = array_values(array_filter(array_keys($sent), static fn (string $subject): bool => str_starts_with($subject, 'Invoice INV-0001')))[0] ?? self::fail(implode(', ', array_keys($sent)));
        self::assertCount(2, $sent[$subject]);
        self::assertSame([], array_filter(array_keys($sent), static fn (string $subject): bool => str_starts_with($subject, 'Receipt')));
    }

    public function test_every_cent_of_it_is_in_the_statement(): void
    {
        $client = $this->client();
        $pro_forma = $this->pro_forma($client);
        $this->record($pro_forma, 5000);
        $other = $this->pro_forma($client);
        $this->record($other, 2000);
        $this->withdraw($other);
        $this->plugin()->module(LedgerModule::class)->seal()->handle();
        $this->record($pro_forma, 7300);
        $invoice = $this->made($pro_forma);

        $query = new StatementQuery($this->plugin()->database());
        $entries = $query->page($client->id, 'EUR', $this->day(-5), $this->day(), Viewer::system(), 20)['entries'];
        self::assertSame([-5000, -2000, 0, 12300, -7300], array_map(static fn (StatementEntry $entry): int => $entry->net, $entries));
        self::assertSame([[$pro_forma->id], [$other->id], [$other->id], [$invoice->id], [$pro_forma->id, $invoice->id]], array_map(static fn (StatementEntry $entry): array => $entry->invoice_ids, $entries));
        self::assertSame(-2000, $query->balances($client->id, $this->day(-5), $this->day(), Viewer::system())['EUR']['closing']->net());
        $this->assert_books_balance();
    }

    public function test_a_dispute_that_was_lost_is_seen_on_its_invoice_and_credits_nothing_by_itself(): void
    {
        $pro_forma = $this->pro_forma($this->client());
        $payment = $this->payment($pro_forma, 12300);
        $invoice = $this->made($pro_forma);
        $staff = $this->administrator();
        $lost = fn (): array => self::fits('invoices.get', $this->rest('GET', "/counterfoil/v1/invoices/{$invoice->id}", user: $staff))['payments'][0]['lost'];
        $row = ['payment_id' => $payment, 'client_id' => $invoice->client_id, 'gateway' => 'stripe', 'gateway_dispute_id' => 'du_1', 'state' => 'opened', 'amount' => 12300, 'currency' => 'EUR', 'created_at' => '2026-11-26 10:00:00', 'updated_at' => '2026-11-26 10:00:00'];
        $id = $this->plugin()->database()->insert('disputes', $row);
        self::assertSame(['amount' => 0, 'currency' => 'EUR'], $lost());

        $this->plugin()->database()->update('disputes', ['state' => 'lost'], ['id' => $id]);
        self::assertSame(['amount' => 12300, 'currency' => 'EUR'], $lost());
        self::assertSame([0, 0], [$this->rows_in('credit_notes'), $this->now($invoice)->credited]);
    }

    /** @param array<string, mixed> $changes */
    private function pro_forma(Client $client, array $changes = []): Invoice
    {
        return $this->issued($client, ['kind' => 'pro_forma'] + $changes);
    }

    private function record(Invoice $invoice, int $amount, ?string $day = null): Payment
    {
        return $this->plugin()->module(PaymentsModule::class)->record_offline()->handle($invoice->id, Money::of($amount, 'EUR'), OfflineMethod::BankTransfer, $day ?? $this->day(), '', true, Actor::system(), bin2hex(random_bytes(8)));
    }

    private function withdraw(Invoice $pro_forma): void
    {
        $this->plugin()->module(ProFormasModule::class)->withdraw()->handle($pro_forma->id, Actor::system());
    }

    private function now(Invoice $invoice): Invoice
    {
        return $this->invoice_now($invoice);
    }

    private function made(Invoice $pro_forma): Invoice
    {
        $invoices = $this->plugin()->module(InvoicesModule::class)->invoices();

        return $invoices->get((int) $invoices->made_of($pro_forma->id), Viewer::system());
    }

    private function send(): void
    {
        $this->plugin()->module(SharedModule::class)->worker()->run(only: [Outbox::JOB]);
    }

    private function refused(string $reason, string $or, callable $what): void
    {
        try {
            $what();
        } catch (DomainError $error) {
            self::assertContains($error->reason, [$reason, $or]);

            return;
        }
        self::fail("It was not refused: {$reason}");
    }

    private static function refused_by(int $status, int $is): void
    {
        self::assertSame($status, $is);
    }

    private function assert_books_balance(): void
    {
        self::assertSame([], array_map(strval(...), iterator_to_array($this->plugin()->module(LedgerModule::class)->verify()->handle(), false)));
    }
}

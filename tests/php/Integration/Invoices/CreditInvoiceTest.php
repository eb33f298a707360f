<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Invoices;

use Counterfoil\Invoices\CreditNotes\CreditExtent;
use Counterfoil\Invoices\CreditNotes\CreditNote;
use Counterfoil\Invoices\CreditNotes\CreditNotesModule;
use Counterfoil\Invoices\CreditNotes\Surplus;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Invoices\InvoiceState;
use Counterfoil\Invoices\Issuing\IssuingModule;
use Counterfoil\Invoices\Settlement;
use Counterfoil\Ledger\LedgerModule;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Queue\Worker;
use Counterfoil\Shared\SharedModule;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Integration\Payments\Killed;
use Counterfoil\Tests\Integration\Payments\PaysInvoices;
use Counterfoil\Tests\Support\IntegrationTestCase;
use Counterfoil\Tests\Support\Outbox;

/** A credit note takes back an invoice or a part of it; the books are verified after each test. */
final class CreditInvoiceTest extends IntegrationTestCase
{
    use PaysInvoices;

    private const MOST_STEPS = 120;

    private function credit(Invoice $invoice, CreditExtent $extent, Surplus $surplus = Surplus::Keep, ?string $key = null): CreditNote
    {
        return $this->plugin()->module(CreditNotesModule::class)->credit()->handle($invoice->id, $this->invoice_now($invoice)->version, $extent, 'Cancelled in March', $surplus, Viewer::system(), $key ?? bin2hex(random_bytes(8)));
    }

    public function test_by_line_it_lowers_what_is_due(): void
    {
        $invoice = $this->issued($this->client(), ['lines' => [$this->line(['quantity' => '3']), $this->line(['tax' => ['name' => 'VAT', 'rate' => '8']])]]);

        $note = $this->credit($invoice, CreditExtent::lines([0 => '2']));

        self::assertSame(['CN-0001', 20000, 4600, 24600, 24600, 0], [$note->number, $note->totals->net, $note->totals->tax, $note->totals->total, $note->from_due, $note->surplus]);
        $now = $this->invoice_now($invoice);
        self::assertSame([47700, 24600, 23100, Settlement::Unpaid], [$now->total, $now->credited, $now->due()->amount, $now->settlement]);
        self::assertSame(['invoice.created', 'invoice.sent', 'credit_note.issued'], $this->happened($invoice->id));
        self::assertSame(['EUR' => ['receivable' => 23100, 'credit' => 0]], $this->plugin()->module(LedgerModule::class)->postings()->balances_of($invoice->client_id, Viewer::system()));
    }

    public function test_its_lines_say_their_unit(): void
    {
        $invoice = $this->issued($this->client(), ['lines' => [$this->line(['quantity' => '3', 'unit_code' => 'HUR'])]]);
        $note = $this->credit($invoice, CreditExtent::lines([0 => '2']));

        self::assertSame('HUR', $note->totals->lines[0]->unit_code);
        self::assertSame("2\u{a0}hrs", $this->plugin()->module(CreditNotesModule::class)->archive()->paper($note->id)->to_array()['lines'][0]['quantity']);
    }

    public function test_credited_in_full_nothing_is_due_and_nobody_says_it_was_paid(): void
    {
        $invoice = $this->issued($this->client());
        $this->credit($invoice, CreditExtent::amount(2300));
        $this->credit($invoice, CreditExtent::rest());

        $now = $this->invoice_now($invoice);
        self::assertSame([0, Settlement::Credited, InvoiceState::Credited, null], [$now->due()->amount, $now->settlement, $now->state('2099-01-01'), $now->paid_at]);
        self::assertNotContains('invoice.paid', $this->happened($invoice->id));
        $this->assert_refused('nothing_to_credit', fn () => $this->credit($invoice, CreditExtent::rest()));
    }

    public function test_the_rest_paid_makes_it_paid(): void
    {
        $invoice = $this->issued($this->client());
        $this->payment($invoice, 10000);
        $this->credit($invoice, CreditExtent::amount(2300));

        self::assertSame([Settlement::Paid, 0, 0], [$this->invoice_now($invoice)->settlement, $this->invoice_now($invoice)->due()->amount, $this->invoice_now($invoice)->credit()->amount]);
        self::assertContains('invoice.paid', $this->happened($invoice->id));
    }

    public function test_what_was_paid_stays_as_credit(): void
    {
        $invoice = $this->issued($this->client());
        $this->payment($invoice, 12300);
        $note = $this->credit($invoice, CreditExtent::amount(2300));

        self::assertSame([0, 2300, 0], [$note->from_due, $note->surplus, $note->to_refund()]);
        self::assertSame([Settlement::Paid, 2300], [$this->invoice_now($invoice)->settlement, $this->invoice_now($invoice)->credit()->amount]);
        self::assertSame(['EUR' => ['credit' => 2300]], array_map(array_filter(...), $this->plugin()->module(LedgerModule::class)->postings()->balances_of($invoice->client_id, Viewer::system())));
    }

    public function test_what_was_given_back_before_is_explained_and_not_given_again(): void
    {
        $invoice = $this->issued($this->client());
        $this->refund($this->payment($invoice, 12300), 3000);
        $note = $this->credit($invoice, CreditExtent::amount(5000), Surplus::Refund);

        self::assertSame([0, 2000], [$note->from_due, $note->surplus]);
        self::assertSame(0, $this->invoice_now($invoice)->given_back()->amount);
    }

    public function test_what_was_paid_goes_back_to_the_method_used(): void
    {
        $this->connect_stripe();
        $invoice = $this->issued($this->client());
        $this->paid($invoice);
        $this->credit($invoice, CreditExtent::amount(2300), Surplus::Refund, 'once');
        $this->credit($invoice, CreditExtent::amount(2300), Surplus::Refund, 'once');

        self::assertSame([2300, 0, 2300], [$this->invoice_now($invoice)->refunded, $this->invoice_now($invoice)->credit()->amount, $this->ledger()['refunded']]);
        self::assertSame(1, $this->rows_in('credit_notes'));
        $this->later(400);
        self::assertSame(2300, $this->ledger()['refunded']);
        $this->assert_books_agree();
    }

    public function test_given_back_in_the_gateways_dashboard_before_it_is_not_given_back_twice(): void
    {
        $this->connect_stripe();
        $invoice = $this->issued($this->client());
        $payment = $this->paid($invoice);
        $this->refund_elsewhere($payment->gateway_payment_id ?? '', 12300);
        $this->credit($invoice, CreditExtent::rest(), Surplus::Refund);

        self::assertSame([0, 12300, 12300], [$this->invoice_now($invoice)->credit()->amount, $this->invoice_now($invoice)->refunded, $this->ledger()['refunded']]);
        $this->assert_books_agree();
    }

    public function test_refusals(): void
    {
        $draft = $this->draft($this->client());
        $this->assert_refused('invoice_not_issued', fn () => $this->credit($draft, CreditExtent::rest()));
        $invoice = $this->issued($this->client());
        $this->assert_refused('credit_too_large', fn () => $this->credit($invoice, CreditExtent::amount(12301)));
        $this->assert_refused('credit_too_large', fn () => $this->credit($invoice, CreditExtent::lines([0 => '1.5'])));
        $this->assert_refused('invoice_changed', fn () => $this->plugin()->module(CreditNotesModule::class)->credit()->handle($invoice->id, $invoice->version + 1, CreditExtent::rest(), 'No', Surplus::Keep, Viewer::system(), 'x'));
        $this->credit($invoice, CreditExtent::amount(1));
        $this->assert_refused('invoice_has_credit_notes', fn () => $this->plugin()->module(IssuingModule::class)->void()->handle($invoice->id, Actor::system()));
        $void = $this->issued($this->client());
        $this->plugin()->module(IssuingModule::class)->void()->handle($void->id, Actor::system());
        $this->assert_refused('invoice_void', fn () => $this->credit($void, CreditExtent::rest()));
        self::assertSame(1, $this->rows_in('credit_notes'));
    }

    /** Law 3: byte for byte, and in the invoice's language whatever the client's is now. */
    public function test_law_3_its_paper_is_kept_and_mailed(): void
    {
        $client = $this->client(locale: 'pl_PL');
        $invoice = $this->issued($client);
        $this->plugin()->database()->update('clients', ['name' => 'Renamed Ltd', 'locale' => 'en_US'], ['id' => $client->id]);
        $note = $this->credit($invoice, CreditExtent::lines([0 => '0.5']));
        $archive = $this->plugin()->module(CreditNotesModule::class)->archive();

        $paper = $archive->paper($note->id);
        self::assertSame(['pl-PL', 'Harbour & Pine', $invoice->number], [$paper->locale, $paper->buyer['name'], $paper->facts[2]['value']]);
        self::assertStringContainsString('CN-0001', $paper->title);
        $pdf = $archive->pdf($note->id);
        self::assertStringStartsWith('%PDF', $pdf);
        self::assertSame($pdf, $archive->pdf($note->id));
        self::assertSame(1, $this->rows_in('outbox', "message = 'credit_note' AND invoice_id = {$invoice->id}"));
    }

    public function test_the_client_is_told_what_it_means_in_their_language(): void
    {
        $outbox = new Outbox();
        foreach (['' => ['The amount due on the invoice was reduced by €23.00.', 'We added it to your credit balance.', 'Credit note CN-0001'], 'pl_PL' => ['niższa o', 'Dopisaliśmy', 'Faktura korygująca CN-0002']] as $locale => [$due, $surplus, $subject]) {
            $invoice = $this->issued($this->client("Client {$locale}", "client{$locale}@harbour.test", $locale));
            $this->payment($invoice, 10000);
            $this->credit($invoice, CreditExtent::amount(4600));
            $this->plugin()->module(SharedModule::class)->worker()->arm();
            do_action(Worker::ACTION);
            $mails = array_values(array_filter($outbox->mails, static fn (array $mail): bool => str_contains($mail['subject'], 'CN-')));
            $mail = $mails[count($mails) - 1];

            self::assertStringStartsWith($subject, $mail['subject']);
            self::assertStringContainsString($due, $mail['message']);
            self::assertStringContainsString($surplus, $mail['message']);
            self::assertStringContainsString('Cancelled in March', $mail['message']);
            self::assertStringEndsWith('.pdf', (string) array_key_first($mail['attachments']));
        }
    }

    public function test_crediting_asks_the_database_as_little_as_issuing_whatever_the_lines(): void
    {
        $client = $this->client();
        // The first of a series makes it.
        $this->credit($this->issued($client), CreditExtent::rest());
        $counts = [];
        foreach ([1, 40] as $lines) {
            $draft = $this->draft($client, ['lines' => array_fill(0, $lines, $this->line())]);
            $counts['issuing'][] = $this->statements(fn () => $this->plugin()->module(IssuingModule::class)->issue()->handle($draft->id, $draft->version, Actor::system()));
            $counts['crediting'][] = $this->statements(fn () => $this->credit($this->plugin()->module(InvoicesModule::class)->invoices()->get($draft->id, Viewer::system()), CreditExtent::rest()));
        }

        self::assertSame($counts['crediting'][0], $counts['crediting'][1]);
        [[$issuing, $locked_by_issuing], [$crediting, $locked_by_crediting]] = [$counts['issuing'][1], $counts['crediting'][1]];
        self::assertGreaterThan(5, $locked_by_issuing);
        self::assertLessThanOrEqual($locked_by_issuing + 2, $locked_by_crediting, 'While everybody else waits for the series.');
        // It settles its invoice too.
        self::assertLessThanOrEqual(1.75 * $issuing, $crediting);
    }

    /**
     * @param callable(): mixed $work
     * @return array{int, int} statements on our tables, and those of them since the series was locked
     */
    private function statements(callable $work): array
    {
        $count = $locked = 0;
        $note = static function (string $sql) use (&$count, &$locked): string {
            if (str_contains($sql, 'counterfoil_')) {
                ++$count;
                $locked += (int) ($locked > 0 || preg_match('/^UPDATE \S+number_series/', $sql) === 1);
            }

            return $sql;
        };
        add_filter('query', $note, 1);
        $work();
        remove_filter('query', $note, 1);

        return [$count, $locked];
    }

    public function test_abuse_39_killed_while_crediting(): void
    {
        $this->connect_stripe();
        for ($step = 1; $step < self::MOST_STEPS; $step++) {
            $invoice = $this->issued($this->client("Client {$step}", "client{$step}@harbour.test"));
            $this->paid($invoice);
            $version = $this->invoice_now($invoice)->version;
            $credit = fn () => $this->plugin()->module(CreditNotesModule::class)->credit()->handle($invoice->id, $version, CreditExtent::amount(2300), 'Cancelled', Surplus::Refund, Viewer::system(), "credit-{$step}");
            $killed = Killed::at($step, $credit);

            if ($step % 2 === 0) {
                $this->asked_later(700);
            }
            $credit();
            $this->asked_later(700);
            self::assertSame([2300, 2300, 0], [$this->invoice_now($invoice)->credited, $this->invoice_now($invoice)->refunded, $this->invoice_now($invoice)->credit()->amount], "Step {$step}");
            self::assertSame(1, $this->rows_in('outbox', "message = 'credit_note' AND invoice_id = {$invoice->id}"), "Step {$step}");
            if (! $killed) {
                break;
            }
        }
        self::assertGreaterThan(15, $step);
        self::assertSame($step, $this->rows_in('credit_notes'));
        self::assertSame(2300 * $step, $this->ledger()['refunded']);
        $this->assert_books_agree();
    }

    private function refund_elsewhere(string $intent, int $amount): void
    {
        wp_remote_post("{$this->stripe->url}/v1/refunds", ['headers' => ['Authorization' => 'Bearer ' . self::SECRET_KEY], 'body' => ['payment_intent' => $intent, 'amount' => $amount]]);
    }

    private function assert_refused(string $reason, callable $work): void
    {
        try {
            $work();
            self::fail("{$reason} was not said.");
        } catch (DomainError $error) {
            self::assertSame($reason, $error->reason);
        }
    }
}

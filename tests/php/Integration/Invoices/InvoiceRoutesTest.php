<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Invoices;

use Closure;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Shared\Rest\Download;
use Counterfoil\Tests\Support\CpuTime;
use Counterfoil\Tests\Support\FitsContract;
use Counterfoil\Tests\Support\IntegrationTestCase;
use Counterfoil\Websites\WebsitesModule;

/** The life of an invoice over REST, each answer held against the contract. */
final class InvoiceRoutesTest extends IntegrationTestCase
{
    use FitsContract;
    use MakesInvoices;

    private const ROOT = '/counterfoil/v1/invoices';

    public function test_a_draft_is_saved_changed_previewed_sent_and_found_again(): void
    {
        $staff = $this->administrator();
        $client = $this->client();
        $website = $this->plugin()->module(WebsitesModule::class)->websites()->insert($client->id, 'Shop', 'https://shop.test');
        $body = $this->body($client->id, ['website_id' => $website, 'message' => " Thank you!\n"]);

        $preview = self::fits('invoices.preview', $this->rest('POST', self::ROOT . '/preview', $body, $staff));
        self::assertSame(12300, $preview['totals']['total']['amount']);
        self::assertSame([['amount' => 10000, 'currency' => 'EUR']], $preview['amounts']);
        self::assertSame(0, $this->rows_in('invoices'));

        $draft = self::fits('invoices.create', $this->rest('POST', self::ROOT, $body, $staff));
        self::assertSame([null, 'draft', 1, 'Thank you!', 'Shop'], [$draft['number'], $draft['state'], $draft['version'], $draft['message'], $draft['website']['name']]);
        self::assertSame(['ada@harbour.test'], $draft['recipients']);
        self::assertSame($preview['document'], $draft['document']);

        $changed = self::fits('invoices.update', $this->rest('PUT', self::ROOT . "/{$draft['id']}", ['version' => 1, 'lines' => [$this->line(['quantity' => '2'])]] + $body, $staff));
        self::assertSame([24600, 2], [$changed['totals']['total']['amount'], $changed['version']]);

        $sent = self::fits('invoices.send', $this->rest('POST', self::ROOT . "/{$draft['id']}/send", ['version' => 2], $staff));
        self::assertSame(['INV-0001', 'issued', 'unpaid', 'due', 24600], [$sent['number'], $sent['status'], $sent['settlement'], $sent['state'], $sent['totals']['due']['amount']]);
        self::assertSame('Invoice INV-0001', $sent['document']['title']);

        self::assertSame($sent, self::fits('invoices.get', $this->rest('GET', self::ROOT . "/{$draft['id']}", user: $staff)));
        $list = self::fits('invoices.list', $this->rest('GET', self::ROOT, user: $staff));
        self::assertSame([['INV-0001', 'Harbour & Pine', 'Ada Lindqvist', 'Shop', 'due']], array_map(
            static fn (array $row): array => [$row['number'], $row['client']['name'], $row['client']['contact'], $row['website'], $row['state']],
            $list['items']
        ));
        $events = self::fits('invoices.events', $this->rest('GET', self::ROOT . "/{$draft['id']}/events", user: $staff));
        self::assertSame(['Invoice INV-0001 sent to ada@harbour.test', 'Draft changed', 'Draft created'], array_column($events['items'], 'summary'));
    }

    public function test_the_drawing_is_of_the_same_paper(): void
    {
        $drawing = self::fits('invoices.draw', $this->rest('POST', self::ROOT . '/drawing', $this->body($this->client()->id), $this->administrator()));

        self::assertStringContainsString('Harbour & Pine', (string) json_encode($drawing['pages'], JSON_UNESCAPED_SLASHES));
    }

    public function test_a_preview_needs_no_client_and_no_line(): void
    {
        $preview = self::fits('invoices.preview', $this->rest('POST', self::ROOT . '/preview', $this->body(1, ['client_id' => null, 'lines' => []]), $this->administrator()));

        self::assertSame([0, []], [$preview['totals']['total']['amount'], $preview['amounts']]);
    }

    public function test_a_preview_of_50_lines_is_quick(): void
    {
        $staff = $this->administrator();
        $client = $this->client();
        $preview = fn (int $lines): Closure => fn () => self::assert_status(200, $this->rest('POST', self::ROOT . '/preview', $this->body($client->id, ['lines' => array_map(fn (int $i): array => $this->line(['description' => "Site {$i}"]), range(1, $lines))]), $staff));
        self::assertLessThan(4, CpuTime::ratio($preview(50), $preview(1)), 'times what one line takes');
    }

    public function test_the_pdf_is_what_was_kept_and_of_a_draft_what_would_be(): void
    {
        $staff = $this->administrator();
        $client = $this->client();
        $draft = $this->draft($client);
        $issued = $this->issued($client);

        $download = $this->rest('GET', self::ROOT . "/{$issued->id}/pdf", user: $staff)->get_data();
        self::assertSame($this->plugin()->module(InvoicesModule::class)->archive()->pdf($issued->id), $download->bytes);
        self::assertSame('inline; filename="INV-0001.pdf"', $download->disposition());
        $download = $this->rest('GET', self::ROOT . "/{$draft->id}/pdf", user: $staff)->get_data();
        self::assertStringStartsWith('%PDF-', $download->bytes);
        self::assertSame(1, $this->rows_in('document_pdfs'));
    }

    public function test_abuse_15_fields_of_a_pdf_are_not_asked_for(): void
    {
        $invoice = $this->issued($this->client());

        $answer = $this->rest('GET', self::ROOT . "/{$invoice->id}/pdf?_fields=id,number", user: $this->administrator());

        self::assert_status(200, $answer);
        $file = $answer->get_data();
        self::assertInstanceOf(Download::class, $file);
        self::assertStringStartsWith('%PDF-', $file->bytes);
    }

    public function test_resending_mails_the_same_invoice_for_a_new_reason(): void
    {
        $staff = $this->administrator();
        $issued = $this->issued($this->client());
        self::fits('invoices.resend', $this->rest('POST', self::ROOT . "/{$issued->id}/resend", user: $staff));

        self::assertSame(2, $this->rows_in('outbox', "invoice_id = {$issued->id}"));
        self::assertSame('invoice.resent', $this->happened($issued->id)[2]);
        self::assertSame(1, $this->rows_in('document_forms'));
    }

    public function test_the_same_idempotency_key_sends_once(): void
    {
        $staff = $this->administrator();
        $draft = $this->draft($this->client());
        $send = fn () => $this->rest('POST', self::ROOT . "/{$draft->id}/send", ['version' => 1], $staff, ['Idempotency-Key' => 'once']);

        self::assertSame(self::json($send()), self::json($send()));
        self::assertSame(1, $this->rows_in('outbox'));
    }

    public function test_void_only_while_no_money_came_or_is_on_its_way(): void
    {
        $staff = $this->administrator();
        $client = $this->client();
        $issued = $this->issued($client);
        $payment = $this->payment($issued, 12300, ['state' => 'intended', 'succeeded_at' => null], true);
        self::refused(409, [], $this->rest('POST', self::ROOT . "/{$issued->id}/void", ['reason' => ''], $staff));

        $this->plugin()->database()->update('payments', ['state' => 'cancelled'], ['id' => $payment]);
        $this->plugin()->module(PaymentsModule::class)->allocations()->release([$payment]);
        $void = self::fits('invoices.void', $this->rest('POST', self::ROOT . "/{$issued->id}/void", ['reason' => ''], $staff));
        self::assertSame(['void', 'INV-0001', 0], [$void['state'], $void['number'], $void['totals']['due']['amount']]);
        self::refused(409, [], $this->rest('POST', self::ROOT . "/{$issued->id}/void", ['reason' => ''], $staff));
        self::refused(409, [], $this->rest('POST', self::ROOT . "/{$issued->id}/resend", user: $staff));

        $paid = $this->issued($client);
        $this->payment($paid, 100);
        self::refused(409, [], $this->rest('POST', self::ROOT . "/{$paid->id}/void", ['reason' => ''], $staff));
    }

    public function test_a_duplicate_is_a_new_draft_due_anew(): void
    {
        $issued = $this->issued($this->client(), ['due_date' => $this->day(3), 'discount' => ['type' => 'amount', 'amount' => 500]]);
        $copy = self::fits('invoices.duplicate', $this->rest('POST', self::ROOT . "/{$issued->id}/duplicate", user: $this->administrator()));

        self::assertSame(['draft', null, $this->day(14), $issued->total], [$copy['state'], $copy['number'], $copy['due_date'], $copy['totals']['total']['amount']]);
        self::assertNotSame($issued->id, $copy['id']);
    }

    public function test_a_draft_is_deleted_with_its_lines(): void
    {
        $draft = $this->draft($this->client());
        self::fits('invoices.delete', $this->rest('DELETE', self::ROOT . "/{$draft->id}", user: $this->administrator()));

        self::assertSame([0, 0], [$this->rows_in('invoices'), $this->rows_in('invoice_lines')]);
        self::assertSame('invoice.deleted', $this->happened($draft->id)[1]);
        self::refused(404, [], $this->rest('GET', self::ROOT . "/{$draft->id}", user: $this->administrator()));
    }

    public function test_notes_are_added_and_only_ones_own_are_deleted(): void
    {
        $author = $this->user('administrator', ['display_name' => 'Jan']);
        $draft = $this->draft($this->client());
        $note = self::fits('notes.create', $this->rest('POST', self::ROOT . "/{$draft->id}/notes", ['body' => ' <b>Call</b> first '], $author));
        self::assertSame(['<b>Call</b> first', 'Jan'], [$note['body'], $note['author']]);

        self::refused(403, [], $this->rest('DELETE', "/counterfoil/v1/notes/{$note['id']}", user: $this->administrator()));
        self::assertSame(1, $this->rows_in('invoice_notes'));
        self::fits('notes.delete', $this->rest('DELETE', "/counterfoil/v1/notes/{$note['id']}", user: $author));
        self::refused(404, [], $this->rest('DELETE', "/counterfoil/v1/notes/{$note['id']}", user: $author));
    }
}

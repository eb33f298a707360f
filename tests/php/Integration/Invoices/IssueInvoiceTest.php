<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Invoices;

use Counterfoil\Clients\ClientDetails;
use Counterfoil\Clients\ClientsModule;
use Counterfoil\Documents\DocumentKind;
use Counterfoil\Documents\DocumentsModule;
use Counterfoil\Invoices\Drafts\DraftsModule;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Invoices\InvoiceStatus;
use Counterfoil\Invoices\InvoiceTerms;
use Counterfoil\Invoices\Issuing\IssuingModule;
use Counterfoil\Invoices\Settlement;
use Counterfoil\Portals\PortalsModule;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Database\Bytes;
use Counterfoil\Shared\Database\DatabaseError;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Support\IntegrationTestCase;
use FilesystemIterator;
use RecursiveDirectoryIterator;
use RecursiveIteratorIterator;
use RuntimeException;

final class IssueInvoiceTest extends IntegrationTestCase
{
    use MakesInvoices;

    public function test_law_5_numbers_are_given_when_issuing_and_follow_each_other(): void
    {
        $client = $this->client();
        $draft = $this->draft($client);
        self::assertNull($draft->number);

        self::assertSame(['INV-0001', 'INV-0002'], [$this->issued($client)->number, $this->issued($client)->number]);
    }

    public function test_law_5_an_issue_that_fails_gives_its_number_back(): void
    {
        $client = $this->client();
        $draft = $this->draft($client);
        $fail = static fn (string $sql): string => preg_match('/^INSERT .*counterfoil_outbox/', $sql) === 1
            ? throw new RuntimeException('killed')
            : $sql;
        add_filter('query', $fail);
        try {
            $this->plugin()->module(IssuingModule::class)->issue()->handle($draft->id, $draft->version, Actor::system());
            self::fail('It should have been killed.');
        } catch (RuntimeException $error) {
            self::assertSame('killed', $error->getMessage());
        } finally {
            remove_filter('query', $fail);
        }

        self::assertSame(InvoiceStatus::Draft, $this->plugin()->module(InvoicesModule::class)->invoices()->get($draft->id, Viewer::system())->status);
        self::assertSame([0, 0], [$this->rows_in('outbox'), $this->rows_in('document_forms')]);
        self::assertSame(['invoice.created'], $this->happened($draft->id));
        self::assertSame('INV-0001', $this->issued($client)->number);
    }

    public function test_issuing_writes_all_of_it_or_nothing(): void
    {
        $client = $this->client();
        $issued = $this->issued($client);

        self::assertSame([InvoiceStatus::Issued, Settlement::Unpaid, 12300, 12300], [$issued->status, $issued->settlement, $issued->total, $issued->due()->amount]);
        self::assertSame($this->day(), $issued->issue_date);
        self::assertStringStartsWith('%PDF-', $this->plugin()->module(InvoicesModule::class)->archive()->pdf($issued->id));
        self::assertSame(['invoice.created', 'invoice.sent'], $this->happened($issued->id));
        self::assertSame(1, $this->rows_in('outbox', "reason = 'invoice:{$issued->id}:issued:ada@harbour.test' AND message = 'invoice'"));
    }

    public function test_law_10_the_mail_is_in_the_outbox_once_a_reason(): void
    {
        $client = $this->client();
        $issued = $this->issued($client);
        try {
            $this->plugin()->module(IssuingModule::class)->issue()->handle($issued->id, $issued->version, Actor::system());
            self::fail('It was issued twice.');
        } catch (DomainError $error) {
            self::assertSame('invoice_not_draft', $error->reason);
        }

        self::assertSame(1, $this->rows_in('outbox'));
    }

    public function test_law_3_what_was_issued_stays_as_it_was(): void
    {
        $plugin = $this->plugin();
        $client = $this->client();
        $issued = $this->issued($client, ['message' => 'Thank you!']);
        $pdf = $plugin->module(InvoicesModule::class)->archive()->pdf($issued->id);
        $paper = $plugin->module(InvoicesModule::class)->papers()->of($issued)->to_array();

        $plugin->module(ClientsModule::class)->clients()->update($client->id, new ClientDetails('Renamed', '', '', $client->address, '', $client->currency));
        $plugin->module(PortalsModule::class)->portals()->save_brand($client->portal_id, 'Other name', '#ff0000', null);
        update_option('blogname', 'Another agency');

        self::assertSame($pdf, $plugin->module(InvoicesModule::class)->archive()->pdf($issued->id));
        self::assertSame($paper, $plugin->module(InvoicesModule::class)->papers()->of($plugin->module(InvoicesModule::class)->invoices()->get($issued->id, Viewer::system()))->to_array());
        self::assertSame('Harbour & Pine', $plugin->module(InvoicesModule::class)->archive()->form($issued->id)?->content['buyer']['name'] ?? null);
        self::assertSame(12300, $plugin->module(InvoicesModule::class)->archive()->form($issued->id)?->content['totals']['total'] ?? null);
    }

    public function test_law_3_the_kept_pdf_is_not_given_out_when_it_was_tampered_with(): void
    {
        $issued = $this->issued($this->client());
        $this->plugin()->module(InvoicesModule::class)->archive()->pdf($issued->id);
        $this->plugin()->database()->update('document_pdfs', ['bytes' => new Bytes('%PDF-forged')], ['document_id' => $issued->id]);

        $this->expectException(RuntimeException::class);
        $this->plugin()->module(InvoicesModule::class)->archive()->pdf($issued->id);
    }

    public function test_an_invoice_over_nothing_is_paid_at_once(): void
    {
        $issued = $this->issued($this->client(), ['discount' => ['type' => 'percent', 'percent' => '100']]);

        self::assertSame([0, Settlement::Paid], [$issued->total, $issued->settlement]);
        self::assertNotNull($issued->paid_at);
        self::assertFalse($issued->is_payable());
        self::assertSame(['invoice.created', 'invoice.sent', 'invoice.paid'], $this->happened($issued->id));
        self::assertNull($this->plugin()->module(InvoicesModule::class)->papers()->of($issued)->pay_hint);
    }

    public function test_what_is_missing_is_named_and_nothing_is_issued(): void
    {
        $client = $this->client(email: '');
        $draft = $this->draft($client, ['lines' => [], 'due_date' => $this->day(-1)]);
        try {
            $this->plugin()->module(IssuingModule::class)->issue()->handle($draft->id, $draft->version, Actor::system());
            self::fail('It was issued.');
        } catch (DomainError $error) {
            self::assertSame(400, $error->status);
            self::assertSame(['/lines', '/due_date', '/client_id'], array_keys($error->fields));
        }

        self::assertSame(1, $this->plugin()->module(DocumentsModule::class)->numbering()->next_number(DocumentKind::Invoice));
        self::assertSame(0, $this->rows_in('outbox'));
    }

    public function test_a_draft_somebody_changed_meanwhile_is_not_issued(): void
    {
        $draft = $this->draft($this->client());
        try {
            $this->plugin()->module(IssuingModule::class)->issue()->handle($draft->id, $draft->version + 1, Actor::system());
            self::fail('It was issued.');
        } catch (DomainError $error) {
            self::assertSame([409, 'invoice_changed'], [$error->status, $error->reason]);
        }
    }

    public function test_the_unique_keys_alone_refuse_a_number_given_twice(): void
    {
        $client = $this->client();
        $issued = $this->issued($client);
        $other = $this->draft($client);

        $this->expectException(DatabaseError::class);
        $this->plugin()->database()->update('invoices', ['series_period' => '', 'series_number' => 1], ['id' => $other->id]);
    }

    public function test_the_document_speaks_the_clients_language_for_numbers_and_dates(): void
    {
        $english = $this->plugin()->module(InvoicesModule::class)->papers()->of($this->issued($this->client(), ['due_date' => $this->day(14)]));
        self::assertSame('en-US', $english->locale);
        self::assertStringContainsString('€123.00', (string) $english->headline);

        $polish = $this->client(locale: 'pl_PL');
        $document = $this->plugin()->module(InvoicesModule::class)->papers()->of($this->issued($polish));
        self::assertSame('pl-PL', $document->locale);
        self::assertStringContainsString("123,00\u{A0}€", (string) $document->headline);
        self::assertSame('en_US', determine_locale());
    }

    public function test_abuse_56_the_pdf_lies_in_no_folder_that_can_be_guessed(): void
    {
        $folder = wp_get_upload_dir()['basedir'];
        $files = static fn (): array => is_dir($folder) ? array_keys(iterator_to_array(new RecursiveIteratorIterator(new RecursiveDirectoryIterator($folder, FilesystemIterator::SKIP_DOTS)))) : [];
        $before = $files();

        $invoice = $this->issued($this->client());

        self::assertStringStartsWith('%PDF-', $this->plugin()->module(InvoicesModule::class)->archive()->pdf($invoice->id));
        self::assertSame([], array_diff($files(), $before));
    }

    public function test_abuse_49_what_people_type_stays_text(): void
    {
        $nasty = '<script>alert(1)</script> "><img src=x onerror=alert(1)> {{7*7}} ' . "\u{202E}gpj";
        $client = $this->client($nasty);
        $issued = $this->issued($client, ['lines' => [$this->line(['description' => $nasty])], 'message' => $nasty]);
        $document = $this->plugin()->module(InvoicesModule::class)->papers()->of($issued);

        self::assertSame($nasty, $document->buyer['name']);
        self::assertSame($nasty, $document->lines[0]['description']);
        self::assertSame($nasty, $document->message);
        self::assertStringStartsWith('%PDF-', $this->plugin()->module(InvoicesModule::class)->archive()->pdf($issued->id));
    }

    public function test_a_hook_tells_after_the_commit(): void
    {
        $told = [];
        add_action('counterfoil_invoice_issued', function (int $id) use (&$told): void {
            $told[] = [$id, $this->plugin()->module(InvoicesModule::class)->invoices()->get($id, Viewer::system())->status];
        });
        $issued = $this->issued($this->client());

        self::assertSame([[$issued->id, InvoiceStatus::Issued]], $told);
    }

    public function test_500_lines_are_issued(): void
    {
        $lines = array_map(fn (int $i): array => $this->line(['description' => "Site {$i}", 'unit_price' => $i]), range(1, 500));
        $issued = $this->issued($this->client(), ['lines' => $lines]);

        self::assertSame(125250, $issued->net);
        self::assertCount(500, $this->plugin()->module(InvoicesModule::class)->invoices()->lines($issued->id));
    }

    public function test_terms_of_a_stored_invoice_are_what_was_typed(): void
    {
        $client = $this->client();
        $body = $this->body($client->id, [
            'lines' => [$this->line(['quantity' => '2.5', 'discount' => ['type' => 'amount', 'amount' => 10]]), $this->line(['tax' => ['name' => 'VAT', 'rate' => '0', 'category' => 'Z']])],
            'discount' => ['type' => 'percent', 'percent' => '7.5'],
        ]);
        $draft = $this->plugin()->module(DraftsModule::class)->create()->handle(InvoiceTerms::from_wire($body), Actor::system());
        $again = $this->plugin()->module(InvoicesModule::class)->invoices()->terms($draft)->totals();

        self::assertSame([$draft->subtotal, $draft->discounted, $draft->net, $draft->total], [$again->subtotal, $again->discount, $again->net, $again->total]);
    }
}

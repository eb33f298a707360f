<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Invoices;

use Closure;
use Counterfoil\Documents\DocumentsModule;
use Counterfoil\Documents\Drawing\DrawingList;
use Counterfoil\Documents\PdfKind;
use Counterfoil\Documents\PdfMetadata;
use Counterfoil\Documents\PdfPainter;
use Counterfoil\Documents\TcpdfPainter;
use Counterfoil\Invoices\InvoiceArchive;
use Counterfoil\Invoices\Issuing\IssuingModule;
use Counterfoil\Portals\PortalsModule;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Database\Bytes;
use Counterfoil\Shared\SharedModule;
use Counterfoil\Tests\Support\IntegrationTestCase;
use Counterfoil\Tests\Support\WritesRows;
use LogicException;
use RuntimeException;

/** Laws 3 and 5: a PDF is made once, after the commit, and nothing slow happens while the numbers are held. */
final class InvoicePdfTest extends IntegrationTestCase
{
    use MakesInvoices;
    use WritesRows;

    public function test_law_5_nothing_slow_happens_in_the_transaction_that_issues(): void
    {
        $this->brand();
        $draft = $this->draft($this->client(locale: 'pl_PL'));
        $database = $this->plugin()->database();
        $done = [];
        // By these words are translated, the logo's file is found, options are read, languages are switched.
        foreach (['gettext_counterfoil', 'get_attached_file', 'pre_option', 'change_locale'] as $hook) {
            add_filter($hook, static function (mixed $value) use ($hook, $database, &$done): mixed {
                $done[$hook][] = $database->is_in_transaction();

                return $value;
            });
        }
        $this->plugin()->module(IssuingModule::class)->issue()->handle($draft->id, $draft->version, Actor::system());

        self::assertContains(false, $done['gettext_counterfoil'] ?? []);
        self::assertContains(false, $done['get_attached_file'] ?? []);
        foreach ($done as $hook => $in_transaction) {
            self::assertNotContains(true, $in_transaction, $hook);
        }
        self::assertSame(0, $this->rows_in('document_pdfs'));
    }

    public function test_law_5_the_number_is_the_last_step_before_the_writing(): void
    {
        $this->brand();
        $draft = $this->draft($this->client());
        $statements = [];
        add_filter('query', static function (string $sql) use (&$statements): string {
            preg_match('/^(\w+)/', $sql, $verb);
            $statements[] = ($verb[1] ?? '') . (preg_match('/counterfoil_(\w+)/', $sql, $table) === 1 ? " {$table[1]}" : '');

            return $sql;
        });
        $this->plugin()->module(IssuingModule::class)->issue()->handle($draft->id, $draft->version, Actor::system());
        $number = (int) array_search('UPDATE number_series', $statements, true);

        // All that follows while others wait; its mail, the link in it and its work have been left before.
        self::assertSame(
            ['UPDATE number_series', 'SELECT number_series', 'UPDATE invoices', 'INSERT document_forms', 'INSERT events', 'INSERT ledger_postings', 'INSERT ledger_entries', 'INSERT state', 'RELEASE'],
            array_slice($statements, $number, 9)
        );
        self::assertContains('INSERT pay_links', array_slice($statements, 0, $number));
        // Both jobs are one statement.
        self::assertSame(['INSERT pay_links', 'INSERT queue'], array_slice($statements, $number - 2, 2));
    }

    /** Each is a round trip. */
    public function test_issuing_takes_twenty_four_statements_at_most(): void
    {
        $client = $this->client();
        $issue = $this->plugin()->module(IssuingModule::class)->issue();
        [$first, $second] = [$this->draft($client), $this->draft($client)];
        $issue->handle($first->id, $first->version, Actor::system());

        $statements = 0;
        add_filter('query', static function (string $sql) use (&$statements): string {
            ++$statements;

            return $sql;
        });
        $issue->handle($second->id, $second->version, Actor::system());

        self::assertLessThanOrEqual(24, $statements);
    }

    public function test_a_pdf_is_not_drawn_in_a_transaction(): void
    {
        $issued = $this->issued($this->client());
        $this->expectException(LogicException::class);
        $this->plugin()->database()->transaction(fn (): string => $this->archive(new TcpdfPainter())->pdf($issued->id));
    }

    public function test_law_3_of_two_who_make_it_at_once_the_first_ones_is_kept(): void
    {
        $issued = $this->issued($this->client());
        $pdfs = $this->plugin()->module(DocumentsModule::class)->pdfs();
        $painter = new class (static fn (): string => $pdfs->keep(PdfKind::Invoice, $issued->id, '%PDF-first')) implements PdfPainter {
            /** @param Closure(): string $somebody_else */
            public function __construct(private Closure $somebody_else)
            {
            }

            public function paint(DrawingList $drawing, PdfMetadata $meta): string
            {
                ($this->somebody_else)();

                return '%PDF-second';
            }
        };

        self::assertSame('%PDF-first', $this->archive($painter)->pdf($issued->id));
        self::assertSame(1, $this->rows_in('document_pdfs'));
    }

    public function test_law_3_whoever_makes_it_and_when_it_has_the_same_bytes(): void
    {
        $this->brand();
        $issued = $this->issued($this->client());
        $first = $this->archive(new TcpdfPainter())->pdf($issued->id);
        $this->plugin()->database()->delete('document_pdfs', ['document_id' => $issued->id]);
        $this->clock()->shift(86_400);

        self::assertSame(hash('sha256', $first), hash('sha256', $this->archive(new TcpdfPainter())->pdf($issued->id)));
    }

    public function test_the_worker_makes_the_one_nobody_needed(): void
    {
        $issued = $this->issued($this->client());
        $worker = $this->plugin()->module(SharedModule::class)->worker();
        $worker->run(20, ['pdf.make']);
        self::assertSame(0, $this->rows_in('document_pdfs'), 'Who mails it comes first.');
        $this->clock()->shift(3_600);
        $worker->run(20, ['pdf.make']);

        self::assertSame(1, $this->rows_in('document_pdfs', "document_id = {$issued->id}"));
        self::assertSame(0, $this->rows_in('queue', "job = 'pdf.make'"));
    }

    public function test_a_logo_is_kept_once_and_given_out_only_as_it_was(): void
    {
        $this->brand();
        $client = $this->client();
        $first = $this->issued($client);
        $this->issued($client);
        self::assertSame([1, 2], [$this->rows_in('document_images'), $this->rows_in('document_forms')]);

        $this->plugin()->database()->execute("UPDATE {$this->plugin()->database()->table('document_images')} SET bytes = ?", [new Bytes('forged')]);
        $this->expectException(RuntimeException::class);
        $this->archive(new TcpdfPainter())->pdf($first->id);
    }

    public function test_an_invoice_over_nothing_tells_what_a_paid_one_tells(): void
    {
        $told = [];
        foreach (['invoice_issued', 'invoice_paid'] as $hook) {
            add_action("counterfoil_{$hook}", function (int $id) use ($hook, &$told): void {
                $told[] = [$hook, $id, $this->plugin()->database()->is_in_transaction()];
            });
        }
        $issued = $this->issued($this->client(), ['discount' => ['type' => 'percent', 'percent' => '100']]);

        sort($told);
        self::assertSame([['invoice_issued', $issued->id, false], ['invoice_paid', $issued->id, false]], $told);
    }

    private function archive(PdfPainter $painter): InvoiceArchive
    {
        $documents = $this->plugin()->module(DocumentsModule::class);

        return new InvoiceArchive($this->plugin()->database(), $documents->forms(), $documents->images(), $documents->pdfs(), $painter, $documents->glyphs(), $documents->pdf_font());
    }

    private function brand(): void
    {
        $portals = $this->plugin()->module(PortalsModule::class)->portals();
        $portals->save_brand($portals->default()->id, 'Studio North', '#1e4fd0', $this->attachment($this->png(40, 20)));
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Invoices;

use Counterfoil\Documents\DocumentKind;
use Counterfoil\Documents\DocumentsModule;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Invoices\Issuing\IssuingModule;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\DomainError;
use Counterfoil\Tests\Support\CommittingTestCase;
use Counterfoil\Tests\Support\Processes;
use Counterfoil\Tests\Support\TestSite;

/** Numbers without a gap and without a duplicate, really committed and by several processes at once. */
final class NumberSeriesTest extends CommittingTestCase
{
    use MakesInvoices;

    private const PROCESSES = 8;

    /** Law 5. 1,000 on MariaDB; on SQLite, which lets one write at a time, fewer say the same. */
    public function test_abuse_40_parallel_issues_with_random_failures_leave_no_gap_and_no_duplicate(): void
    {
        $count = TestSite::engine() === 'mysql' ? 1000 : 64;
        $client = $this->client();
        $ids = [];
        $this->plugin()->database()->transaction(function () use ($client, $count, &$ids): void {
            for ($i = 0; $i < $count; $i++) {
                $ids[] = $this->draft($client)->id;
            }
        });

        $answers = Processes::parallel(self::PROCESSES, __DIR__ . '/issue-invoices.php', [$ids]);

        self::assertSame(array_fill(0, self::PROCESSES, null), array_column($answers, 'error'));
        $failed = array_sum(array_column(array_column($answers, 'result'), 'failed'));
        self::assertGreaterThan(0, $failed, 'Nothing was made to fail.');
        $database = $this->plugin()->database();
        $rows = $database->rows("SELECT series_number, number FROM {$database->table('invoices')} WHERE status = 'issued' ORDER BY series_number");
        self::assertCount($count, $rows);
        self::assertSame(range(1, $count), array_map(static fn (array $row): int => (int) $row['series_number'], $rows));
        self::assertCount($count, array_unique(array_column($rows, 'number')));
        self::assertSame($count + 1, $this->plugin()->module(DocumentsModule::class)->numbering()->next_number(DocumentKind::Invoice));
        self::assertSame([$count, $count], [$this->rows_in('document_forms'), $this->rows_in('outbox')]);
        self::assertSame($count, $this->rows_in('events', "type = 'invoice.sent'"));
    }

    /** Law 6: of several who issue the same draft one does. */
    public function test_law_6_one_draft_is_issued_once_by_whoever_is_first(): void
    {
        $draft = $this->draft($this->client());

        $answers = Processes::parallel(4, __DIR__ . '/issue-one.php', [$draft->id]);

        $reasons = array_column($answers, 'result');
        sort($reasons);
        self::assertSame('issued', array_pop($reasons));
        self::assertSame([], array_diff($reasons, ['invoice_changed', 'invoice_not_draft']));
        self::assertSame([1, 1, 1], [$this->rows_in('document_forms'), $this->rows_in('outbox'), $this->rows_in('events', "type = 'invoice.sent'")]);
        self::assertSame(2, $this->plugin()->module(DocumentsModule::class)->numbering()->next_number(DocumentKind::Invoice));
    }

    /** Law 3: whoever of several makes the PDF, all of them hand out the same bytes, and one row keeps them. */
    public function test_law_3_several_who_make_a_pdf_at_once_end_with_one(): void
    {
        $issued = $this->issued($this->client());
        $answers = Processes::parallel(4, __DIR__ . '/make-pdf.php', [$issued->id]);

        self::assertSame(array_fill(0, 4, null), array_column($answers, 'error'));
        self::assertSame(array_fill(0, 4, hash('sha256', $this->plugin()->module(InvoicesModule::class)->archive()->pdf($issued->id))), array_column($answers, 'result'));
        self::assertSame(1, $this->rows_in('document_pdfs'));
    }

    public function test_a_number_that_is_taken_is_refused_and_not_given(): void
    {
        $this->leave_books_unequal();
        $client = $this->client();
        $issued = $this->issued($client);
        $this->plugin()->database()->update('invoices', ['number' => 'INV-0002', 'series_number' => 900], ['id' => $issued->id]);
        $draft = $this->draft($client);
        try {
            $this->plugin()->module(IssuingModule::class)->issue()->handle($draft->id, $draft->version, Actor::system());
            self::fail('It was issued.');
        } catch (DomainError $error) {
            self::assertSame([409, 'number_taken'], [$error->status, $error->reason]);
        }

        self::assertSame(2, $this->plugin()->module(DocumentsModule::class)->numbering()->next_number(DocumentKind::Invoice));
    }
}

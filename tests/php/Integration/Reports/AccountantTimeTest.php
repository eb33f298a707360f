<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Reports;

use Counterfoil\Documents\DocumentKind;
use Counterfoil\Documents\DocumentsModule;
use Counterfoil\Documents\PdfKind;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Reports\Accountant\AccountantModule;
use Counterfoil\Reports\Accountant\ExportState;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Integration\Documents\BareCells;
use Counterfoil\Tests\Integration\Invoices\MakesInvoices;
use Counterfoil\Tests\Support\CpuTime;
use Counterfoil\Tests\Support\IntegrationTestCase;
use DateTimeImmutable;

/** However many documents a month has, an export takes the same memory; and it is never dearer than drawing bare words. */
final class AccountantTimeTest extends IntegrationTestCase
{
    use MakesInvoices;

    /** Bytes: what numbers, names and the allocator's rounding may differ by. */
    private const MEMORY = 512 * 1024;

    /** Half as many PDFs a second as the library's bare cells are twice the time. */
    private const AT_MOST_TIMES = 2.0;

    protected function setUp(): void
    {
        parent::setUp();
        // Copies are in no books.
        $this->leave_books_unequal();
        $this->clock()->set(new DateTimeImmutable('2026-03-02 10:00:00 UTC'));
    }

    public function test_memory_is_the_same_for_twice_as_many(): void
    {
        $this->documents(200, true);
        $this->peak();
        $few = $this->peak();
        $this->documents(200, true);

        self::assertLessThan($few + self::MEMORY, $this->peak());
    }

    public function test_kept_pdfs_are_added_faster_than_bare_words_are_drawn(): void
    {
        self::assertLessThanOrEqual(self::AT_MOST_TIMES, $this->times_of_bare_cells(60, true));
    }

    public function test_what_has_to_be_drawn_first_is_drawn_in_time(): void
    {
        self::assertLessThanOrEqual(self::AT_MOST_TIMES, $this->times_of_bare_cells(30, false));
    }

    private function times_of_bare_cells(int $count, bool $has_pdf): float
    {
        $first = $this->documents($count, $has_pdf);
        $cells = BareCells::of($this->plugin()->module(InvoicesModule::class)->papers()->of($this->plugin()->module(InvoicesModule::class)->invoices()->get($first, Viewer::system())));
        $forget = fn (): int => $has_pdf ? 0 : $this->plugin()->database()->execute("DELETE FROM {$this->plugin()->database()->table('document_pdfs')}");
        $bare = static function () use ($cells, $count): void {
            for ($i = 0; $i < $count; ++$i) {
                BareCells::draw($cells);
            }
        };

        return CpuTime::ratio(function () use ($forget): void {
            $forget();
            $this->build();
        }, $bare, 3);
    }

    /** @return int bytes, of one export */
    private function peak(): int
    {
        gc_collect_cycles();
        $before = memory_get_usage();
        memory_reset_peak_usage();
        $this->build();

        return memory_get_peak_usage() - $before;
    }

    private function build(): void
    {
        $accountant = $this->plugin()->module(AccountantModule::class);
        $id = $accountant->request()->handle('2026-03-01', '2026-03-31', Actor::system())->id;
        while ($accountant->build()->handle($id) !== null);
        self::assertSame(ExportState::Ready, $accountant->exports()->get($id)->state);
    }

    /** @return int the id of the first; the others are copies of it under numbers of their own */
    private function documents(int $count, bool $have_pdfs): int
    {
        $invoice = $this->issued($this->client(), ['lines' => array_map(fn (int $i): array => $this->line(['description' => "Hours of week {$i}, as agreed", 'unit_price' => 1000 + $i]), range(1, 10))]);
        $database = $this->plugin()->database();
        $documents = $this->plugin()->module(DocumentsModule::class);
        $form = $documents->forms()->find(DocumentKind::Invoice, $invoice->id);
        $pdf = $this->plugin()->module(InvoicesModule::class)->archive()->pdf($invoice->id);
        $row = $database->row("SELECT * FROM {$database->table('invoices')} WHERE id = ?", [$invoice->id]);
        self::assertNotNull($row);
        self::assertNotNull($form);
        for ($i = 1; $i < $count; $i++) {
            $number = 1000 * $invoice->id + $i;
            $id = $database->insert('invoices', ['id' => null, 'series_number' => $number, 'number' => "COPY-{$number}"] + $row);
            $documents->forms()->keep(DocumentKind::Invoice, $id, $form);
            if ($have_pdfs) {
                $documents->pdfs()->keep(PdfKind::Invoice, $id, $pdf);
            }
        }

        return $invoice->id;
    }
}

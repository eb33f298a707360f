<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Documents;

use Counterfoil\Documents\DocumentKind;
use Counterfoil\Documents\DocumentsModule;
use Counterfoil\Documents\NumberFormat;
use Counterfoil\Documents\Restart;
use Counterfoil\Documents\SeriesReport;
use Counterfoil\Invoices\CreditNotes\CreditExtent;
use Counterfoil\Invoices\CreditNotes\CreditNotesModule;
use Counterfoil\Invoices\CreditNotes\Surplus;
use Counterfoil\Invoices\Issuing\IssuingModule;
use Counterfoil\Plugin;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Database\DatabaseError;
use Counterfoil\Shared\Database\UniqueViolation;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Integration\Invoices\MakesInvoices;
use Counterfoil\Tests\Support\CountsStatements;
use Counterfoil\Tests\Support\IntegrationTestCase;
use Counterfoil\Tests\Support\WritesRows;
use DateTimeImmutable;
use PHPUnit\Framework\Attributes\DataProvider;

/** Series of numbers: a kind and a period each, without a gap. */
final class SeriesTest extends IntegrationTestCase
{
    use CountsStatements;
    use MakesInvoices;
    use WritesRows;

    public function test_each_kind_and_each_period_counts_by_itself(): void
    {
        // Numbers are given here to no document.
        $this->leave_books_unequal();
        $numbers = $this->documents()->numbers();
        $yearly = new NumberFormat('INV-', 4, '{year}-{number}', Restart::Yearly);
        $given = [
            $numbers->next(DocumentKind::Invoice, $yearly, '2026-12-31')->text,
            $numbers->next(DocumentKind::Invoice, $yearly, '2026-12-31')->text,
            $numbers->next(DocumentKind::Invoice, $yearly, '2027-01-01')->text,
            $numbers->next(DocumentKind::CreditNote, new NumberFormat('CN-', 4), '2026-12-31')->text,
            $numbers->next(DocumentKind::Invoice, $yearly, '2026-12-31')->text,
        ];

        self::assertSame(['INV-2026-0001', 'INV-2026-0002', 'INV-2027-0001', 'CN-0001', 'INV-2026-0003'], $given);
    }

    /** Law 6: the keys alone refuse what is given twice; another kind or period may have the same number. */
    public function test_law_6_the_keys_refuse_a_number_given_twice(): void
    {
        $row = ['kind' => 'invoice', 'series_period' => '2026', 'series_number' => 5, 'number' => 'INV-2026-0005'];
        $this->invoice_row(1, $row);
        $this->invoice_row(1, ['kind' => 'credit_note'] + $row);
        $this->invoice_row(1, ['series_period' => '2027', 'number' => 'INV-2027-0005'] + $row);
        foreach ([['number' => 'INV-X'], ['series_number' => 6]] as $change) {
            try {
                $this->invoice_row(1, $change + $row);
                self::fail('It was given twice.');
            } catch (UniqueViolation | DatabaseError) {
                self::assertSame(3, $this->rows_in('invoices'));
            }
        }
    }

    public function test_numbers_left_out_on_purpose_are_no_gap_and_lost_ones_are(): void
    {
        $series = $this->documents()->series();
        self::assertTrue($series->raise(DocumentKind::Invoice, '2026', 10));
        foreach ([10, 11, 14, 15, 16, 20] as $number) {
            $this->invoice_row(1, ['series_period' => '2026', 'series_number' => $number, 'number' => "INV-2026-{$number}"]);
        }
        $this->plugin()->database()->update('number_series', ['next_number' => 23], ['kind' => 'invoice', 'period' => '2026']);
        $report = $this->report('2026');

        self::assertSame([['first' => 12, 'last' => 13], ['first' => 17, 'last' => 19], ['first' => 21, 'last' => 22]], $report->gaps);
        self::assertFalse($report->is_sound());
    }

    public function test_a_series_is_sound_after_issuing_and_leaving_numbers_out(): void
    {
        $client = $this->client();
        $this->issued($client);
        $asked = self::statements_of(fn () => $this->documents()->series_check()->of(DocumentKind::Invoice, ''));
        self::assertSame([], array_filter($asked, static fn (string $sql): bool => str_contains($sql, ' JOIN ')), 'Each number up to the last one is there: nobody looks for a gap.');
        self::assertTrue($this->documents()->series()->raise(DocumentKind::Invoice, '', 100));
        self::assertSame('INV-0100', $this->issued($client)->number);

        foreach ($this->documents()->series_check()->all() as $report) {
            self::assertTrue($report->is_sound(), "{$report->kind->value} {$report->period}");
        }
    }

    public function test_a_series_never_goes_back_into_what_is_used(): void
    {
        $series = $this->documents()->series();
        $this->invoice_row(1, ['series_period' => '2026', 'series_number' => 80, 'number' => 'INV-2026-0080']);

        self::assertSame(81, $series->next_number(DocumentKind::Invoice, '2026'));
        self::assertSame(81, $this->documents()->numbers()->next(DocumentKind::Invoice, new NumberFormat('INV-', 4, '{year}-{number}', Restart::Yearly), '2026-03-01')->sequence);
        self::assertFalse($series->raise(DocumentKind::Invoice, '2026', 81));
        self::assertFalse($series->raise(DocumentKind::Invoice, '2026', 80));
        self::assertSame(82, $series->next_number(DocumentKind::Invoice, '2026'));
    }

    /** A year and a month begin at the business's midnight, whatever the clocks do there. */
    #[DataProvider('turns')]
    public function test_a_year_and_a_month_turn_at_the_businesss_midnight(string $zone, string $moment, string $number): void
    {
        $settings = $this->plugin()->settings();
        $settings->set('business', ['timezone' => $zone] + $settings->get('business'));
        $settings->set('numbering', ['invoice' => ['prefix' => 'FV/', 'minimum_digits' => 1, 'number_pattern' => '{month}/{year}/{number}', 'restart' => 'monthly']]);
        $this->clock()->shift((new DateTimeImmutable($moment))->getTimestamp() - time());

        self::assertSame($number, $this->issued($this->client())->number);
    }

    /** @return array<string, array{string, string, string}> */
    public static function turns(): array
    {
        return [
            'the last second of a year in Warsaw' => ['Europe/Warsaw', '2027-12-31T22:59:50Z', 'FV/12/2027/1'],
            'the first minute of a year in Warsaw' => ['Europe/Warsaw', '2027-12-31T23:00:05Z', 'FV/01/2028/1'],
            'already the next year in Auckland (summer time)' => ['Pacific/Auckland', '2027-12-31T11:00:05Z', 'FV/01/2028/1'],
            'still the old year in Los Angeles' => ['America/Los_Angeles', '2028-01-01T07:59:50Z', 'FV/12/2027/1'],
            'a month that ends on the night clocks go forward (Beirut, 2030)' => ['Asia/Beirut', '2030-03-31T21:00:05Z', 'FV/04/2030/1'],
            'a month that ends on the night clocks go back (Lisbon, 2027)' => ['Europe/Lisbon', '2027-10-31T23:59:50Z', 'FV/10/2027/1'],
            'a fixed offset' => ['+05:30', '2027-11-30T18:30:05Z', 'FV/12/2027/1'],
        ];
    }

    /** Each kind turns by its own format: invoices go on, credit notes begin anew with the business's year. */
    public function test_a_credit_note_of_the_new_year_begins_its_own_series_anew(): void
    {
        $settings = $this->plugin()->settings();
        $settings->set('business', ['timezone' => 'Europe/Warsaw'] + $settings->get('business'));
        $settings->set('numbering', ['credit_note' => ['prefix' => 'KOR/', 'minimum_digits' => 2, 'number_pattern' => '{year}/{number}', 'restart' => 'yearly']]);
        $client = $this->client();
        $numbers = [];
        foreach (['2027-12-31T22:58:00Z', '2027-12-31T22:59:00Z', '2027-12-31T23:00:05Z'] as $moment) {
            $this->clock()->shift((new DateTimeImmutable($moment))->getTimestamp() - time());
            $invoice = $this->issued($client);
            $note = $this->plugin()->module(CreditNotesModule::class)->credit()->handle($invoice->id, $invoice->version, CreditExtent::rest(), 'Agreed', Surplus::Keep, Viewer::system(), $moment);
            $numbers[] = [$invoice->number, $note->number];
        }

        self::assertSame([['INV-0001', 'KOR/2027/01'], ['INV-0002', 'KOR/2027/02'], ['INV-0003', 'KOR/2028/01']], $numbers);
    }

    /** Midnight between the preparing and the number: dates go up as numbers do, also in a new year's series. */
    public function test_an_invoice_that_is_issued_over_midnight_is_of_the_new_day(): void
    {
        $settings = $this->plugin()->settings();
        $settings->set('business', ['timezone' => 'Europe/Warsaw'] + $settings->get('business'));
        $settings->set('numbering', ['invoice' => ['prefix' => 'FV/', 'minimum_digits' => 1, 'number_pattern' => '{year}/{number}', 'restart' => 'yearly']]);
        $evening = (new DateTimeImmutable('2027-12-31T22:59:00Z'))->getTimestamp() - time();
        $this->clock()->shift($evening);
        $client = $this->client();
        $draft = $this->draft($client);
        add_filter('query', function (string $sql) use ($evening): string {
            if (str_starts_with($sql, 'UPDATE') && str_contains($sql, 'number_series')) {
                $this->clock()->shift($evening + 120);
            }

            return $sql;
        });
        $issued = $this->plugin()->module(IssuingModule::class)->issue()->handle($draft->id, $draft->version, Actor::system());

        self::assertSame(['FV/2028/1', '2028-01-01'], [$issued->number, $issued->issue_date]);
        foreach ($this->documents()->series_check()->all() as $report) {
            self::assertTrue($report->is_sound());
        }
    }

    private function documents(): DocumentsModule
    {
        return Plugin::instance()->module(DocumentsModule::class);
    }

    private function report(string $period): SeriesReport
    {
        return $this->documents()->series_check()->of(DocumentKind::Invoice, $period);
    }
}

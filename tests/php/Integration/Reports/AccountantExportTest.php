<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Reports;

use Counterfoil\Business\BusinessModule;
use Counterfoil\Invoices\CreditNotes\CreditExtent;
use Counterfoil\Invoices\CreditNotes\CreditNote;
use Counterfoil\Invoices\CreditNotes\CreditNotesModule;
use Counterfoil\Invoices\CreditNotes\Surplus;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Invoices\Issuing\IssuingModule;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Payments\Receipts\ReceiptsModule;
use Counterfoil\Payments\Reversals\ReversalReason;
use Counterfoil\Payments\Reversals\ReversalsModule;
use Counterfoil\Payments\Settled;
use Counterfoil\Reports\Accountant\AccountantModule;
use Counterfoil\Reports\Accountant\BuildExport;
use Counterfoil\Reports\Accountant\Export;
use Counterfoil\Reports\Accountant\ExportState;
use Counterfoil\Reports\Accountant\Parts\DirectoryPart;
use Counterfoil\Reports\Accountant\Parts\DocumentsPart;
use Counterfoil\Reports\Accountant\Parts\ProblemsPart;
use Counterfoil\Reports\Accountant\Rest\AccountantController;
use Counterfoil\Reports\Accountant\ZipFormat;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Rest\Download;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Shared\SharedModule;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Integration\Invoices\MakesInvoices;
use Counterfoil\Tests\Integration\Payments\Killed;
use Counterfoil\Tests\Support\FitsContract;
use Counterfoil\Tests\Support\IntegrationTestCase;
use Counterfoil\Tests\Support\SendsRestRequests;
use DateTimeImmutable;
use RuntimeException;
use ZipArchive;

/** The accountant's month: what is in it, whatever happens while it is made. */
final class AccountantExportTest extends IntegrationTestCase
{
    use FitsContract;
    use MakesInvoices;
    use SendsRestRequests;

    private const MOST_KILLS = 400;

    private function accountant(): AccountantModule
    {
        return $this->plugin()->module(AccountantModule::class);
    }

    public function test_it_has_every_document_as_it_was_mailed_and_the_tables(): void
    {
        [$invoice, $void, $note] = $this->a_month();
        $database = $this->plugin()->database();
        $payment = (int) $database->value("SELECT MAX(id) FROM {$database->table('payments')}");
        $number = static fn (string $kind): string => (string) $database->value("SELECT number FROM {$database->table('receipt_numbers')} WHERE kind = ? ORDER BY id DESC", [$kind]);
        [$receipt, $refund] = [$number('receipt'), $number('refund')];
        $archives = [$this->plugin()->module(InvoicesModule::class)->archive(), $this->plugin()->module(CreditNotesModule::class)->archive()];
        $mailed = $archives[0]->pdf($invoice->id);
        $files = $this->files($this->build('2026-03-01', '2026-03-31'));

        self::assertSame(
            ['Invoices/INV-0002.pdf', 'Invoices/INV-0003-void.pdf', 'Invoices/INV-0004.pdf', 'Credit notes/CN-0001.pdf', "Receipts/receipt-{$receipt}.pdf", "Refunds/refund-{$refund}.pdf", 'Documents.csv', 'Payments.csv', 'Tax by rate.csv'],
            array_keys($files)
        );
        self::assertSame($mailed, $files['Invoices/INV-0002.pdf']);
        self::assertSame($archives[0]->download($void)->bytes, $files['Invoices/INV-0003-void.pdf']);
        self::assertSame($archives[1]->pdf($note->id), $files['Credit notes/CN-0001.pdf']);
        self::assertSame($this->plugin()->module(ReceiptsModule::class)->receipts()->of_payment($payment, Viewer::system())->bytes, $files["Receipts/receipt-{$receipt}.pdf"]);
        $documents = self::csv($files['Documents.csv']);
        self::assertSame('Type,Number,Issue date,First day of supply,Last day of supply,Due date,Status,Voided on,Client,VAT ID,Tax ID,Country,Currency,Tax category code,Tax category,Tax rate (%),Net,Tax,Gross,Tax currency,Tax in tax currency,Exchange rate,Rate date,Rate source,Credits invoice', implode(',', $documents[0]));
        self::assertSame(
            [
                ['Invoice', 'INV-0002', '2026-03-02', 'Refunded', '', 'S', '23', '100.00', '23.00', '123.00', ''],
                ['Invoice', 'INV-0002', '2026-03-02', 'Refunded', '', 'S', '8', '50.00', '4.00', '54.00', ''],
                ['Invoice', 'INV-0003', '2026-03-02', 'Void', '2026-03-05', 'S', '23', '0.00', '0.00', '0.00', ''],
                ['Invoice', 'INV-0004', '2026-03-05', 'Due', '', 'S', '23', '100.00', '23.00', '123.00', ''],
                ['Credit note', 'CN-0001', '2026-03-05', '', '', 'S', '23', '-10.00', '-2.30', '-12.30', 'INV-0004'],
            ],
            array_map(static fn (array $row): array => [$row[0], $row[1], $row[2], $row[6], $row[7], $row[13], $row[15], $row[16], $row[17], $row[18], $row[24]], array_slice($documents, 1))
        );
        self::assertSame(
            [
                ['Type', 'Number', 'Date', 'Client', 'Invoices', 'Payment method', 'Reference', 'Currency', 'Amount'],
                ['Payment', $receipt, '2026-03-05', 'Harbour & Pine', 'INV-0002', 'Visa ending in 4242', '', 'EUR', '177.00'],
                ['Refund', $refund, '2026-03-05', 'Harbour & Pine', 'INV-0002', 'Visa ending in 4242', '', 'EUR', '-177.00'],
            ],
            self::csv($files['Payments.csv'])
        );
        self::assertSame(
            [
                ['Currency', 'Tax category code', 'Tax category', 'Tax rate (%)', 'Net', 'Tax', 'Gross', 'Tax currency', 'Tax in tax currency'],
                ['EUR', 'S', 'Standard rate', '8', '50.00', '4.00', '54.00', $documents[1][19], $documents[1][19] === '' ? '' : '4.00'],
                ['EUR', 'S', 'Standard rate', '23', '190.00', '43.70', '233.70', $documents[1][19], $documents[1][19] === '' ? '' : '43.70'],
            ],
            self::csv($files['Tax by rate.csv'])
        );
    }

    public function test_one_that_cannot_be_drawn_is_named_and_all_others_are_there(): void
    {
        $plugin = $this->plugin();
        $exports = $this->accountant()->exports();
        $page = static fn (): array => ['documents' => [
            1 => ['', static fn (): never => throw new RuntimeException('The font is gone.'), static fn (): string => 'INV-0001'],
            2 => ['', static fn (): Download => new Download('%PDF', 'INV-0002.pdf'), static fn (): string => 'INV-0002'],
        ], 'next' => null];
        $parts = static fn (ZipFormat $zip): array => [new DocumentsPart($exports, static fn (): string => 'Invoices', $page), new ProblemsPart(), new DirectoryPart($exports, $zip)];
        $build = new BuildExport($plugin->database(), $plugin->changes(), $exports, $plugin->clock(), $parts, $plugin->module(BusinessModule::class)->calendar(...), static fn (): null => null);
        $export = $this->accountant()->request()->handle('2026-03-01', '2026-03-31', Actor::system());
        while ($build->handle($export->id) !== null);

        $problem = 'The PDF of INV-0001 couldn’t be created: The font is gone.';
        self::assertSame(['Invoices/INV-0002.pdf' => '%PDF', 'Problems.txt' => "{$problem}\r\n"], $this->files($exports->get($export->id)));
        self::assertSame([$problem], self::fits('accountant-exports.get', $this->rest('GET', "/counterfoil/v1/accountant-exports/{$export->id}", user: $this->administrator()))['problems']);
    }

    public function test_tax_in_another_currency_is_converted_at_the_frozen_rate(): void
    {
        $this->plugin()->settings()->set('business', ['country' => 'PL', 'address' => ['country' => 'PL', 'line1' => '', 'line2' => '', 'postcode' => '', 'city' => '', 'region' => '']] + $this->plugin()->settings()->get('business'));
        $this->clock()->set(new DateTimeImmutable('2026-03-02 10:00:00 UTC'));
        $invoice = $this->issued($this->client(), ['exchange_rate' => '4.2537']);
        $this->credit($invoice, 1230);
        $files = $this->files($this->build('2026-03-01', '2026-03-31'));

        $rows = array_map(static fn (array $row): array => array_slice($row, 17, 7), array_slice(self::csv($files['Documents.csv']), 1));
        self::assertSame([['23.00', '123.00', 'PLN', '97.84', '4.2537'], ['-2.30', '-12.30', 'PLN', '-9.78', '4.2537']], array_map(static fn (array $row): array => array_slice($row, 0, 5), $rows));
        self::assertSame('Entered by hand', $rows[0][6]);
        self::assertSame(['20.70', '110.70', 'PLN', '88.06'], array_slice(self::csv($files['Tax by rate.csv'])[1], 5));
    }

    public function test_formulas_are_none_in_it(): void
    {
        $this->clock()->set(new DateTimeImmutable('2026-03-02 10:00:00 UTC'));
        $this->payment($this->issued($this->client('=HYPERLINK("x")')), 12300, ['reference' => '+49', 'gateway' => 'offline', 'method' => 'cash']);
        $files = $this->files($this->build('2026-03-01', '2026-03-31'));

        self::assertSame(["'=HYPERLINK(\"x\")", "'=HYPERLINK(\"x\")", "'+49"], [self::csv($files['Documents.csv'])[1][8], self::csv($files['Payments.csv'])[1][3], self::csv($files['Payments.csv'])[1][6]]);
    }

    public function test_numbers_that_become_the_same_name_of_a_file_are_both_there(): void
    {
        $this->clock()->set(new DateTimeImmutable('2026-03-02 10:00:00 UTC'));
        $client = $this->client();
        [$a, $b] = [$this->issued($client), $this->issued($client)];
        $this->plugin()->database()->update('invoices', ['number' => 'A/1'], ['id' => $a->id]);
        $this->plugin()->database()->update('invoices', ['number' => 'A-1'], ['id' => $b->id]);

        self::assertSame(['Invoices/A-1.pdf', "Invoices/{$b->id}-A-1.pdf"], array_slice(array_keys($this->files($this->build('2026-03-01', '2026-03-31'))), 0, 2));
    }

    public function test_killed_at_any_step_the_next_run_ends_with_the_same_archive(): void
    {
        $this->a_month();
        $whole = $this->bytes($this->build('2026-03-01', '2026-03-31'));
        $kills = 0;
        $export = $this->accountant()->request()->handle('2026-03-01', '2026-03-31', Actor::system());
        // Each step is killed at every one of its writes, and what was committed until then stays.
        for ($at = 1; $kills < self::MOST_KILLS && $this->accountant()->exports()->get($export->id)->state === ExportState::Running; $at++) {
            $was_killed = Killed::at($at, fn () => $this->accountant()->build()->step($this->accountant()->exports()->get($export->id)));
            $kills += (int) $was_killed;
            $at = $was_killed ? $at : 0;
        }

        self::assertGreaterThan(30, $kills);
        self::assertSame(ExportState::Ready, $this->accountant()->exports()->get($export->id)->state);
        self::assertSame(hash('sha256', $whole), hash('sha256', $this->bytes($this->accountant()->exports()->get($export->id))));
    }

    public function test_a_worker_that_was_thought_dead_writes_nothing_more(): void
    {
        $this->a_month();
        $stale = $this->accountant()->request()->handle('2026-03-01', '2026-03-31', Actor::system());
        $this->accountant()->build()->step($stale);
        $now = $this->accountant()->exports()->get($stale->id);
        $this->accountant()->build()->step($stale);

        self::assertEquals($now, $this->accountant()->exports()->get($stale->id));
        self::assertSame($now->pieces, $this->rows_in('accountant_export_pieces', "export_id = {$stale->id}"));
    }

    public function test_from_the_request_to_the_download_over_rest(): void
    {
        $this->a_month();
        $user = $this->administrator();
        $asked = self::fits('accountant-exports.create', $this->rest('POST', '/counterfoil/v1/accountant-exports', ['from' => '2026-03-01', 'to' => '2026-03-31'], $user));
        $path = "/counterfoil/v1/accountant-exports/{$asked['id']}";
        self::assertSame(['running', 0, 6, null], [$asked['state'], $asked['done'], $asked['total'], $asked['expires_at']]);
        self::assert_status(409, $this->rest('GET', "{$path}/download", null, $user));
        $this->accountant()->build()->step($this->accountant()->exports()->get($asked['id']));
        self::assertSame(3, self::fits('accountant-exports.get', $this->rest('GET', $path, null, $user))['done']);
        $this->plugin()->module(SharedModule::class)->worker()->run(60, ['accountant.build']);

        $ready = self::fits('accountant-exports.list', $this->rest('GET', '/counterfoil/v1/accountant-exports', null, $user))['items'][0];
        self::assertSame(['ready', 6, '2026-03-17T10:00:00Z'], [$ready['state'], $ready['done'], $ready['expires_at']]);
        $download = $this->rest('GET', "{$path}/download", null, $user)->get_data();
        self::assertSame((string) $ready['size'], $download->headers()['Content-Length']);
        self::assertSame($ready['size'], strlen(implode('', iterator_to_array($download->parts(), false))));
        self::assertStringContainsString('accountant-2026-03-01-2026-03-31.zip', $download->headers()['Content-Disposition']);

        self::refused(400, ['/to'], $this->rest('POST', '/counterfoil/v1/accountant-exports', ['from' => '2026-03-02', 'to' => '2026-03-01'], $user));
        self::refused(400, ['/to'], $this->rest('POST', '/counterfoil/v1/accountant-exports', ['from' => '2025-03-01', 'to' => '2026-03-02'], $user));
    }

    public function test_cancelled_or_old_it_is_gone_with_all_its_bytes(): void
    {
        $this->a_month();
        $user = $this->administrator();
        $cancelled = $this->accountant()->request()->handle('2026-03-01', '2026-03-31', Actor::system());
        $this->accountant()->build()->step($cancelled);
        self::fits('accountant-exports.delete', $this->rest('DELETE', "/counterfoil/v1/accountant-exports/{$cancelled->id}", null, $user));
        self::assertNull($this->accountant()->build()->handle($cancelled->id));
        $old = $this->build('2026-03-01', '2026-03-31');
        $worker = $this->plugin()->module(SharedModule::class)->worker();
        $worker->run(60, ['accountant.remove']);
        self::assertSame([0, 0], [$this->rows_in('accountant_export_pieces', "export_id = {$cancelled->id}"), $this->rows_in('accountant_export_files', "export_id = {$cancelled->id}")]);
        self::assertGreaterThan(0, $this->rows_in('accountant_export_pieces', "export_id = {$old->id}"));

        $this->clock()->set(new DateTimeImmutable('2026-03-17 09:59:59 UTC'));
        $worker->run(60, ['accountant.sweep', 'accountant.remove']);
        self::assert_status(200, $this->rest('GET', "/counterfoil/v1/accountant-exports/{$old->id}", null, $user));
        $this->clock()->set(new DateTimeImmutable('2026-03-17 11:00:01 UTC'));
        $this->accountant()->remove()->sweep();
        $worker->run(60, ['accountant.remove']);
        self::assert_status(404, $this->rest('GET', "/counterfoil/v1/accountant-exports/{$old->id}/download", null, $user));
        self::assertSame(0, $this->rows_in('accountant_export_pieces'));
    }

    public function test_abuse_01_who_sees_some_clients_only_finds_none(): void
    {
        $this->a_month();
        $export = $this->build('2026-03-01', '2026-03-31');
        $module = $this->accountant();
        $controller = new AccountantController($module->exports(), $module->request(), $module->remove(), $module->settings());
        $limited = new Request(['id' => $export->id], [], ['from' => '2026-03-01', 'to' => '2026-03-31'], Viewer::staff(Actor::system(), ['view', 'bill'], [1]));
        self::assertSame([], $controller->list($limited)['items']);
        $refusals = array_map(static function (string $what) use ($controller, $limited): int {
            try {
                $controller->$what($limited);
            } catch (DomainError $error) {
                return $error->status;
            }

            return 200;
        }, ['get', 'download', 'remove', 'create']);
        self::assertSame([404, 404, 404, 403], $refusals);
        $user = $this->user();
        self::assert_status(403, $this->rest('GET', "/counterfoil/v1/accountant-exports/{$export->id}/download", null, $user));
        self::assert_status(401, $this->rest('GET', "/counterfoil/v1/accountant-exports/{$export->id}/download"));
    }

    public function test_more_than_three_at_once_are_refused(): void
    {
        foreach (range(1, 3) as $i) {
            $this->accountant()->request()->handle('2026-03-01', '2026-03-31', Actor::system());
        }
        $this->expectException(DomainError::class);
        $this->accountant()->request()->handle('2026-03-01', '2026-03-31', Actor::system());
    }

    public function test_on_the_first_of_the_month_the_one_before_is_mailed_once(): void
    {
        $outbox = $this->outbox;
        $this->a_month();
        $this->accountant()->settings()->save(true, 'books@accountant.test', Actor::system());
        $worker = $this->plugin()->module(SharedModule::class)->worker();
        $work = static fn () => $worker->run(60, ['accountant.month', 'accountant.build', 'mail.send']);
        $work();
        self::assertSame(0, $this->rows_in('accountant_exports'), 'The tenth is no first.');

        $this->clock()->set(new DateTimeImmutable('2026-04-01 08:00:00 UTC'));
        $worker->arm();
        $work();
        $this->clock()->set(new DateTimeImmutable('2026-04-01 10:00:00 UTC'));
        $work();

        $mails = $outbox->to('books@accountant.test');
        self::assertCount(1, $mails);
        self::assertSame('Documents for March 1, 2026 to March 31, 2026', $mails[0]['subject']);
        self::assertSame(['accountant-2026-03-01-2026-03-31.zip'], array_keys($mails[0]['attachments']));
        self::assertSame(1, $this->rows_in('accountant_exports'));
    }

    /** @return array{Invoice, Invoice, CreditNote} one that was paid and refunded, a void one, and a note for a third */
    private function a_month(): array
    {
        $client = $this->client();
        $this->clock()->set(new DateTimeImmutable('2026-02-27 10:00:00 UTC'));
        $this->issued($client);
        $this->clock()->set(new DateTimeImmutable('2026-03-02 10:00:00 UTC'));
        $invoice = $this->issued($client, ['lines' => [$this->line(), $this->line(['unit_price' => 5000, 'tax' => ['name' => 'VAT', 'rate' => '8']])]]);
        $void = $this->issued($client);
        $this->clock()->set(new DateTimeImmutable('2026-03-05 10:00:00 UTC'));
        $this->refund($this->payment($invoice, 17700), 17700);
        $void = $this->plugin()->module(IssuingModule::class)->void()->handle($void->id, Actor::system());
        $note = $this->credit($this->issued($client), 1230);
        $this->clock()->set(new DateTimeImmutable('2026-03-10 10:00:00 UTC'));

        return [$invoice, $void, $note];
    }

    /** What a bank took back is in the month in which it did, and what came again in that one. */
    public function test_money_that_was_taken_back_and_came_again_is_in_the_table_of_its_month(): void
    {
        $this->clock()->set(new DateTimeImmutable('2026-02-10 10:00:00 UTC'));
        $payment = $this->plugin()->module(PaymentsModule::class)->payments()->get($this->payment($this->issued($this->client()), 12300), Viewer::system());
        $disputed = $this->plugin()->module(PaymentsModule::class)->payments()->get($this->payment($this->issued($this->client('DE', 'other@x.test')), 12300), Viewer::system());
        $reverse = $this->plugin()->module(ReversalsModule::class)->reverse();
        $this->clock()->set(new DateTimeImmutable('2026-03-05 10:00:00 UTC'));
        $this->plugin()->changes()->run(Actor::system(), static fn (Change $change): ?Settled => $reverse->reverse($change, $payment, $payment->received, 'return:1', ReversalReason::Returned, 'insufficient_funds'));
        $this->clock()->set(new DateTimeImmutable('2026-03-06 10:00:00 UTC'));
        $this->plugin()->changes()->run(Actor::system(), static fn (Change $change): ?Settled => $reverse->reverse($change, $disputed, $disputed->received, 'dispute:1', ReversalReason::Disputed));
        $this->clock()->set(new DateTimeImmutable('2026-04-02 10:00:00 UTC'));
        $this->plugin()->changes()->run(Actor::system(), static fn (Change $change): ?Settled => $reverse->restore($change, $payment, 'return:1'));
        $this->clock()->set(new DateTimeImmutable('2026-04-03 10:00:00 UTC'));
        $this->plugin()->changes()->run(Actor::system(), static fn (Change $change): ?Settled => $reverse->restore($change, $disputed, 'dispute:1'));

        $said = fn (string $from, string $to): array => array_map(static fn (array $row): array => [$row[0], $row[2], $row[8]], array_slice(array_map(static fn (string $line): array => str_getcsv($line, ',', '"', ''), explode("\n", trim($this->files($this->build($from, $to))['Payments.csv']))), 1));
        self::assertSame([['Returned by the bank: insufficient funds', '2026-03-05', '-123.00'], ['Withdrawn by the bank because of a dispute', '2026-03-06', '-123.00']], $said('2026-03-01', '2026-03-31'));
        self::assertSame([['Received again', '2026-04-02', '123.00'], ['Received again', '2026-04-03', '123.00']], $said('2026-04-01', '2026-04-30'));
    }

    private function credit(Invoice $invoice, int $amount): CreditNote
    {
        return $this->plugin()->module(CreditNotesModule::class)->credit()->handle($invoice->id, $invoice->version, CreditExtent::amount($amount), 'Goodwill', Surplus::Keep, Viewer::system(), bin2hex(random_bytes(8)));
    }

    private function build(string $from, string $to): Export
    {
        $export = $this->accountant()->request()->handle($from, $to, Actor::system());
        while ($this->accountant()->build()->handle($export->id) !== null);

        return $this->accountant()->exports()->get($export->id);
    }

    private function bytes(Export $export): string
    {
        self::assertSame(ExportState::Ready, $export->state);

        return implode('', iterator_to_array($this->accountant()->exports()->pieces($export->id, 0, $export->pieces), false));
    }

    /** @return array<string, string> by name; opened as anybody's program does, its checksums compared */
    private function files(Export $export): array
    {
        $path = (string) tempnam(sys_get_temp_dir(), 'zip');
        file_put_contents($path, $this->bytes($export));
        $zip = new ZipArchive();
        self::assertTrue($zip->open($path, ZipArchive::CHECKCONS));
        $files = [];
        for ($i = 0; $i < $zip->numFiles; $i++) {
            $files[(string) $zip->getNameIndex($i)] = (string) $zip->getFromIndex($i);
        }
        $zip->close();
        unlink($path);

        return $files;
    }

    /** @return list<list<string>> */
    private static function csv(string $csv): array
    {
        self::assertStringStartsWith("\u{FEFF}", $csv);

        return array_map(static fn (string $line): array => array_map(strval(...), str_getcsv($line, escape: '')), explode("\r\n", trim(substr($csv, 3))));
    }
}

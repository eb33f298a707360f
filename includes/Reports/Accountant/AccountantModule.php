<?php

declare(strict_types=1);

namespace Counterfoil\Reports\Accountant;

use Counterfoil\Activity\EventWords;
use Counterfoil\Business\BusinessModule;
use Counterfoil\Documents\DocumentsModule;
use Counterfoil\Emails\LetterWriter;
use Counterfoil\Invoices\CreditNotes\CreditNotesModule;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Payments\Numbers\ReceiptNumbersModule;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Payments\Receipts\ReceiptsModule;
use Counterfoil\Payments\Received\ReceivedModule;
use Counterfoil\Payments\Refunds\RefundsModule;
use Counterfoil\Payments\Reversals\ReversalsModule;
use Counterfoil\Reports\Accountant\Letters\AccountantLetter;
use Counterfoil\Reports\Accountant\Parts\DirectoryPart;
use Counterfoil\Reports\Accountant\Parts\DocumentRows;
use Counterfoil\Reports\Accountant\Parts\DocumentsPart;
use Counterfoil\Reports\Accountant\Parts\MoneyRows;
use Counterfoil\Reports\Accountant\Parts\OwnTax;
use Counterfoil\Reports\Accountant\Parts\Part;
use Counterfoil\Reports\Accountant\Parts\Pdfs;
use Counterfoil\Reports\Accountant\Parts\ProblemsPart;
use Counterfoil\Reports\Accountant\Parts\TablePart;
use Counterfoil\Reports\Accountant\Parts\TaxRows;
use Counterfoil\Reports\Accountant\Rest\AccountantController;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Module;
use Counterfoil\Shared\Queue\Job;
use Counterfoil\Shared\Queue\Worker;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Shared\Rest\Routes;

/** The accountant's month: all documents of a period with their tables, as one archive. */
final class AccountantModule extends Module
{
    public function tables(): array
    {
        return [AccountantTable::class];
    }

    public function jobs(): array
    {
        return [
            new Job(BuildExport::JOB, fn (int $id) => $this->build()->handle($id), pauses: [60, 300, 900], given_up: fn (int $id) => $this->remove()->failed($id)),
            new Job(RemoveExport::JOB, fn (int $id) => $this->remove()->delete($id)),
            new Job('accountant.month', function (): null {
                $this->monthly()->handle();

                return null;
            }, every: HOUR_IN_SECONDS),
            new Job('accountant.sweep', function (): null {
                $this->remove()->sweep();

                return null;
            }, every: HOUR_IN_SECONDS),
        ];
    }

    public function letters(): array
    {
        return ['accountant_export' => fn (): LetterWriter => new AccountantLetter($this->exports(), static fn (): string => admin_url('admin.php?page=counterfoil#/reports'))];
    }

    public function sentences(): array
    {
        return [
            /* translators: 1: first day, 2: last day */
            'accountant_export.requested' => static fn (EventWords $words): string => sprintf(__('Accountant export for %1$s to %2$s requested', 'counterfoil'), ...self::period($words)),
            /* translators: 1: first day, 2: last day */
            'accountant_export.ready' => static fn (EventWords $words): string => sprintf(__('Accountant export for %1$s to %2$s ready', 'counterfoil'), ...self::period($words)),
            /* translators: 1: first day, 2: last day */
            'accountant_export.cancelled' => static fn (EventWords $words): string => sprintf(__('Accountant export for %1$s to %2$s canceled', 'counterfoil'), ...self::period($words)),
            /* translators: 1: first day, 2: last day */
            'accountant_export.deleted' => static fn (EventWords $words): string => sprintf(__('Accountant export for %1$s to %2$s deleted', 'counterfoil'), ...self::period($words)),
            /* translators: 1: first day, 2: last day */
            'accountant_export.failed' => static fn (EventWords $words): string => sprintf(__('Accountant export for %1$s to %2$s failed', 'counterfoil'), ...self::period($words)),
            'settings.accountant_updated' => static fn (): string => __('Accountant export settings changed', 'counterfoil'),
        ];
    }

    public function routes(Routes $routes): void
    {
        $routes->bind('accountant-exports.list', fn (Request $request): array => $this->controller()->list($request));
        $routes->bind('accountant-exports.create', function (Request $request): array {
            $export = $this->controller()->create($request);
            $this->plugin->database()->after_commit(static fn () => Worker::run_elsewhere(BuildExport::JOB));

            return $export;
        });
        $routes->bind('accountant-exports.get', fn (Request $request): array => $this->controller()->get($request));
        $routes->bind('accountant-exports.delete', fn (Request $request): array => $this->controller()->remove($request));
        $routes->bind('accountant-exports.download', fn (Request $request): ExportDownload => $this->controller()->download($request));
        $routes->bind('accountant-exports.settings', fn (): array => $this->controller()->settings());
        $routes->bind('accountant-exports.update-settings', fn (Request $request): array => $this->controller()->update_settings($request));
    }

    public function exports(): ExportRepository
    {
        return new ExportRepository($this->plugin->database(), $this->plugin->clock());
    }

    public function request(): RequestExport
    {
        return new RequestExport($this->plugin->changes(), $this->exports(), fn (string $from, string $to): int => $this->pdfs()->count($from, $to, $this->plugin->clock()->now()), $this->locale(...));
    }

    public function build(): BuildExport
    {
        return new BuildExport($this->plugin->database(), $this->plugin->changes(), $this->exports(), $this->plugin->clock(), $this->parts(...), $this->calendar(...), fn (Export $export) => $this->monthly()->mail($export));
    }

    public function remove(): RemoveExport
    {
        return new RemoveExport($this->plugin->changes(), $this->exports(), $this->plugin->clock());
    }

    public function settings(): AccountantSettings
    {
        return new AccountantSettings($this->plugin->settings(), $this->plugin->changes());
    }

    public function monthly(): MonthlyExport
    {
        return new MonthlyExport($this->settings(), $this->exports(), $this->request(), $this->calendar(...), $this->locale(...));
    }

    /** @return list<Part> in the order of the archive */
    private function parts(ZipFormat $zip): array
    {
        $exports = $this->exports();
        $pdfs = $this->pdfs();
        $documents = $this->document_rows();
        $money = $this->money_rows();

        return [
            new DocumentsPart($exports, static fn (): string => __('Invoices', 'counterfoil'), $pdfs->invoices(...)),
            new DocumentsPart($exports, static fn (): string => __('Credit notes', 'counterfoil'), $pdfs->credit_notes(...)),
            new DocumentsPart($exports, static fn (): string => __('Receipts', 'counterfoil'), $pdfs->receipts(...)),
            new DocumentsPart($exports, static fn (): string => __('Refunds', 'counterfoil'), $pdfs->refunds(...)),
            new TablePart($exports, static fn (): string => __('Documents', 'counterfoil'), DocumentRows::head(...), [$documents->invoices(...), $documents->credit_notes(...)]),
            new TablePart($exports, static fn (): string => __('Payments', 'counterfoil'), MoneyRows::head(...), [$money->payments(...), $money->refunds(...), $money->taken_back(...), $money->came_again(...)]),
            new TablePart($exports, static fn (): string => __('Tax by rate', 'counterfoil'), TaxRows::head(...), [TaxRows::rows(...)]),
            new ProblemsPart(),
            new DirectoryPart($exports, $zip),
        ];
    }

    private function pdfs(): Pdfs
    {
        $invoices = $this->plugin->module(InvoicesModule::class);
        $notes = $this->plugin->module(CreditNotesModule::class);
        $payments = $this->plugin->module(PaymentsModule::class);

        return new Pdfs($invoices->issued_in_period(), $invoices->archive(), $notes->in_period(), $notes->archive(), $this->plugin->module(ReceivedModule::class)->received(), $this->plugin->module(RefundsModule::class)->in_period(), $this->plugin->module(ReceiptsModule::class)->receipts());
    }

    private function document_rows(): DocumentRows
    {
        return new DocumentRows(
            $this->plugin->module(InvoicesModule::class)->issued_in_period(),
            $this->plugin->module(CreditNotesModule::class)->in_period(),
            $this->plugin->module(DocumentsModule::class)->forms(),
            new OwnTax($this->plugin->module(BusinessModule::class)->business(...)),
            $this->calendar(...),
        );
    }

    private function money_rows(): MoneyRows
    {
        $payments = $this->plugin->module(PaymentsModule::class);

        return new MoneyRows($this->plugin->module(ReceivedModule::class)->received(), $this->plugin->module(RefundsModule::class)->in_period(), $this->plugin->module(ReversalsModule::class)->in_period(), $payments->payments(), $this->plugin->module(ReceivedModule::class)->row_resource(), $this->calendar(...), $this->plugin->module(ReceiptNumbersModule::class)->numbers());
    }

    private function controller(): AccountantController
    {
        return new AccountantController($this->exports(), $this->request(), $this->remove(), $this->settings());
    }

    private function calendar(): Calendar
    {
        return $this->plugin->module(BusinessModule::class)->calendar();
    }

    private function locale(): string
    {
        return $this->plugin->module(BusinessModule::class)->business()->locale;
    }

    /** @return array{string, string} its first and its last day, as the site writes days */
    private static function period(EventWords $words): array
    {
        return [$words->day('from'), $words->day('to')];
    }
}

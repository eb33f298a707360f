<?php

declare(strict_types=1);

namespace Counterfoil\Bank;

use Counterfoil\Bank\Rest\EntriesController;
use Counterfoil\Bank\Rest\EntryResource;
use Counterfoil\Bank\Rest\ImportResource;
use Counterfoil\Bank\Rest\ImportsController;
use Counterfoil\Bank\Rest\MappingsController;
use Counterfoil\Business\BusinessModule;
use Counterfoil\Clients\ClientsModule;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Invoices\OpenBills;
use Counterfoil\Ledger\MatchedTransfers;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Payments\Reversals\ReversalsModule;
use Counterfoil\Shared\Module;
use Counterfoil\Shared\Queue\Job;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Shared\Rest\Routes;
use Counterfoil\Shared\Viewer;
use DateTimeImmutable;

/** Bank statements: import, and the payments that are recorded for their lines. */
final class BankModule extends Module
{
    /** Seconds a job confirms for before it lets others work. */
    private const JOB_SECONDS = 10;

    private ?EntryRepository $entries = null;
    private ?PayerRepository $payers = null;

    public function tables(): array
    {
        return [BankTable::class];
    }

    public function provides(): array
    {
        return [MatchedTransfers::class => fn (): MatchedTransfers => new MatchesAgree($this->entries(), $this->plugin->module(PaymentsModule::class)->payments())];
    }

    public function personal_data(): array
    {
        return [fn (): PersonalTransfers => new PersonalTransfers($this->plugin->database())];
    }

    public function jobs(): array
    {
        return [new Job(ConfirmSure::JOB, function (int $import_id): ?DateTimeImmutable {
            $done = $this->confirm_sure()->handle($import_id, $this->settings()->sends_receipts(), Viewer::system(), self::JOB_SECONDS);

            return $done['left'] === 0 ? null : $this->plugin->clock()->now();
        })];
    }

    public function sentences(): array
    {
        return Sentences::of_events();
    }

    public function routes(Routes $routes): void
    {
        $routes->bind('bank.imports', fn (Request $request): array => $this->imports_controller()->list($request));
        $routes->bind('bank.import', fn (Request $request): array => $this->imports_controller()->get($request));
        $routes->bind('bank.upload', fn (Request $request): array => $this->imports_controller()->upload($request));
        $routes->bind('bank.confirm-sure', fn (Request $request): array => $this->imports_controller()->confirm_sure($request));
        $routes->bind('bank.entries', fn (Request $request): array => $this->entries_controller()->list($request));
        $routes->bind('bank.entry', fn (Request $request): array => $this->entries_controller()->get($request));
        $routes->bind('bank.split', fn (Request $request): array => $this->entries_controller()->split($request));
        $routes->bind('bank.confirm', fn (Request $request): array => $this->entries_controller()->confirm($request));
        $routes->bind('bank.ignore', fn (Request $request): array => $this->entries_controller()->ignore($request));
        $routes->bind('bank.undo', fn (Request $request): array => $this->entries_controller()->undo($request));
        $routes->bind('bank.mappings', fn (): array => $this->mappings_controller()->list());
        $routes->bind('bank.save-mapping', fn (Request $request): array => $this->mappings_controller()->save($request));
        $routes->bind('bank.delete-mapping', fn (Request $request): array => $this->mappings_controller()->delete($request));
        $routes->bind('bank.settings', fn (): array => $this->mappings_controller()->settings());
        $routes->bind('bank.update-settings', fn (Request $request): array => $this->mappings_controller()->update_settings($request));
    }

    public function entries(): EntryRepository
    {
        return $this->entries ??= new EntryRepository($this->plugin->database(), $this->plugin->clock());
    }

    public function imports(): ImportRepository
    {
        return new ImportRepository($this->plugin->database(), $this->plugin->clock());
    }

    public function settings(): BankSettings
    {
        return new BankSettings($this->plugin->settings(), $this->plugin->changes());
    }

    public function propose(): ProposeMatches
    {
        return new ProposeMatches(new OpenBills($this->plugin->database()), $this->payers(), $this->plugin->module(InvoicesModule::class)->invoices(), $this->entries());
    }

    public function receive(): ReceiveStatement
    {
        return new ReceiveStatement(new ImportStatement($this->plugin->changes(), $this->imports(), $this->entries(), $this->propose(), $this->settings()), $this->mappings());
    }

    public function confirm(): ConfirmEntry
    {
        $payments = $this->plugin->module(PaymentsModule::class);

        return new ConfirmEntry(
            $this->plugin->changes(),
            $this->entries(),
            $this->payers(),
            $this->propose(),
            $this->plugin->module(InvoicesModule::class)->invoices(),
            $this->plugin->module(ClientsModule::class)->clients(),
            $payments->payments(),
            $payments->book_offline(),
            $payments->stop(),
            $payments->line(),
            $payments->paid_on(),
            $this->plugin->module(BusinessModule::class)->calendar(...),
        );
    }

    public function confirm_sure(): ConfirmSure
    {
        return new ConfirmSure($this->entries(), $this->propose(), $this->confirm());
    }

    public function ignore(): IgnoreEntry
    {
        return new IgnoreEntry($this->plugin->changes(), $this->entries());
    }

    public function undo(): UndoEntry
    {
        return new UndoEntry($this->plugin->changes(), $this->entries(), $this->payers(), $this->plugin->module(ReversalsModule::class)->undo(), $this->propose());
    }

    public function choose_mapping(): ChooseMapping
    {
        return new ChooseMapping($this->plugin->changes(), $this->mappings());
    }

    private function payers(): PayerRepository
    {
        return $this->payers ??= new PayerRepository($this->plugin->database(), $this->plugin->clock());
    }

    private function mappings(): MappingRepository
    {
        return new MappingRepository($this->plugin->database(), $this->plugin->clock());
    }

    private function imports_controller(): ImportsController
    {
        return new ImportsController($this->imports(), new ImportResource($this->entries()), $this->receive(), $this->confirm_sure());
    }

    private function entries_controller(): EntriesController
    {
        $resource = new EntryResource(
            $this->plugin->module(ClientsModule::class)->clients(),
            $this->plugin->module(InvoicesModule::class)->invoices(),
            $this->plugin->module(PaymentsModule::class)->payments()
        );

        return new EntriesController($this->entries(), $resource, $this->propose(), new SplitTransfer($this->plugin->module(InvoicesModule::class)->invoices()), $this->confirm(), $this->ignore(), $this->undo());
    }

    private function mappings_controller(): MappingsController
    {
        return new MappingsController($this->mappings(), $this->choose_mapping(), $this->settings());
    }
}

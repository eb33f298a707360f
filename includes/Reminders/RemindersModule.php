<?php

declare(strict_types=1);

namespace Counterfoil\Reminders;

use Counterfoil\Business\BusinessModule;
use Counterfoil\Clients\ClientsModule;
use Counterfoil\Emails\LetterWriter;
use Counterfoil\Gateways\BankTransfer\BankTransferModule;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Invoices\Lists\ListsModule;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Portals\PortalsModule;
use Counterfoil\Reminders\LateFees\LateFeesModule;
use Counterfoil\Reminders\Rest\RemindersController;
use Counterfoil\Shared\Module;
use Counterfoil\Shared\Queue\Job;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Shared\Rest\Routes;

/** Reminds clients of what they have to pay, before and after it is due. */
final class RemindersModule extends Module
{
    public function tables(): array
    {
        return [RemindersTable::class];
    }

    public function sentences(): array
    {
        return Sentences::all();
    }

    public function letters(): array
    {
        return ['reminder' => fn (): LetterWriter => new ReminderLetter(
            $this->plugin->module(InvoicesModule::class)->letter_parts(),
            $this->plugin->module(InvoicesModule::class)->invoices(),
            $this->plugin->module(PaymentsModule::class)->under_way(),
            $this->plugin->module(PortalsModule::class)->urls(),
            $this->plugin->module(BusinessModule::class)->calendar(),
            $this->plugin->module(LateFeesModule::class)->late_fees(),
            $this->plugin->module(PaymentsModule::class)->offer(),
        )];
    }

    public function jobs(): array
    {
        return [new Job('reminders.send', function (): null {
            $this->send()->handle();

            return null;
        }, every: 15 * MINUTE_IN_SECONDS)];
    }

    public function routes(Routes $routes): void
    {
        $routes->bind('reminders.get', fn (): array => $this->controller()->get());
        $routes->bind('reminders.update', fn (Request $request): array => $this->controller()->update($request));
        $routes->bind('reminders.of-client', fn (Request $request): array => $this->controller()->of_client($request));
        $routes->bind('reminders.change', fn (Request $request): array => $this->controller()->change($request));
    }

    public function send(): SendReminders
    {
        $invoices = $this->plugin->module(InvoicesModule::class);
        $clients = $this->plugin->module(ClientsModule::class);

        return new SendReminders(
            $this->plugin->changes(),
            $this->schedules(),
            $this->reminders(),
            $this->plugin->module(ListsModule::class)->due(),
            $invoices->invoices(),
            $this->plugin->module(PaymentsModule::class)->under_way(),
            $clients->clients(),
            $clients->recipients(),
            $this->plugin->module(BankTransferModule::class)->transfers(),
            $this->plugin->module(BusinessModule::class)->calendar(...),
        );
    }

    private function controller(): RemindersController
    {
        $clients = $this->plugin->module(ClientsModule::class)->clients();

        return new RemindersController(
            $this->schedules(),
            new UpdateSchedule($this->plugin->changes(), $this->schedules(), fn (): string => $this->plugin->module(BusinessModule::class)->calendar()->today()),
            $this->reminders(),
            new ChangeReminders($this->plugin->changes(), $this->reminders(), $clients),
            $clients,
        );
    }

    private function schedules(): ScheduleRepository
    {
        return new ScheduleRepository($this->plugin->settings());
    }

    private function reminders(): ReminderRepository
    {
        return new ReminderRepository($this->plugin->database(), $this->plugin->clock());
    }
}

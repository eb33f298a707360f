<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Changes;

use Counterfoil\Business\BusinessModule;
use Counterfoil\Clients\ClientsModule;
use Counterfoil\Invoices\CreditNotes\CreditNotesModule;
use Counterfoil\Invoices\Drafts\DraftsModule;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Invoices\ProFormas\ProFormasModule;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Shared\Module;
use Counterfoil\Shared\Queue\Job;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Shared\Rest\Routes;
use Counterfoil\Subscriptions\Coupons\AgreedCoupons;
use Counterfoil\Subscriptions\PriceRises\PriceRisesModule;
use Counterfoil\Subscriptions\PriceRises\TellRise;
use Counterfoil\Subscriptions\Renewals\PeriodRepository;
use Counterfoil\Subscriptions\Renewals\RenewalRepository;
use Counterfoil\Subscriptions\Renewals\RenewalsModule;
use Counterfoil\Subscriptions\Requests\RequestsModule;
use Counterfoil\Subscriptions\Rest\ChangesController;
use Counterfoil\Subscriptions\Starting\ItemsCheck;
use Counterfoil\Subscriptions\SubscriptionsModule;
use DateTimeImmutable;

/** Subscriptions become others, and end. */
final class ChangesModule extends Module
{
    public function tables(): array
    {
        return [ChangesTable::class];
    }

    public function jobs(): array
    {
        return [
            new Job(SettleChange::JOB, fn (int $id, int $attempt): ?DateTimeImmutable => $this->settle()->handle($id, $attempt)),
            new Job(WithdrawUnbegun::JOB, fn (int $renewal_id): ?DateTimeImmutable => $this->withdraw_unbegun()->handle($renewal_id)),
        ];
    }

    public function routes(Routes $routes): void
    {
        $routes->bind('subscriptions.change', fn (Request $request): array => $this->controller()->change($request));
        $routes->bind('subscriptions.preview-change', fn (Request $request): array => $this->controller()->preview($request));
        $routes->bind('subscriptions.withdraw-change', fn (Request $request): array => $this->controller()->withdraw($request));
        $routes->bind('clients.billing-day', fn (Request $request): array => $this->controller()->billing_day($request));
        $routes->bind('clients.set-billing-day', fn (Request $request): array => $this->controller()->set_billing_day($request));
        $routes->bind('subscriptions.preview-cancel', fn (Request $request): array => $this->controller()->preview_cancel($request));
    }

    public function change(): ChangeSubscription
    {
        return new ChangeSubscription(
            $this->days(),
            $this->subscriptions()->subscriptions(),
            $this->subscriptions()->billing_days(),
            $this->unused(),
            $this->credit_unused(),
            $this->check(),
            fn (): TellRise => $this->plugin->module(PriceRisesModule::class)->tell(),
            $this->plugin->module(BusinessModule::class)->calendar(...),
        );
    }

    public function days(): ChangeDays
    {
        return new ChangeDays($this->plugin->changes(), $this->subscriptions()->subscriptions(), $this->plugin->module(RenewalsModule::class)->behind(...));
    }

    public function check(): ItemsCheck
    {
        return new ItemsCheck($this->plugin->module(DraftsModule::class)->check(), $this->plugin->module(BusinessModule::class)->calendar(...));
    }

    public function cancel(): CancelSubscription
    {
        return new CancelSubscription(
            $this->days(),
            $this->subscriptions()->subscriptions(),
            $this->end(),
            $this->plugin->module(RequestsModule::class)->answer(),
            $this->unused(),
            $this->credit_unused(),
            $this->plugin->module(BusinessModule::class)->calendar(...),
        );
    }

    public function end(): EndSubscription
    {
        $coupons = fn (): AgreedCoupons => $this->plugin->module(RenewalsModule::class)->coupons();
        $call_off = new CallOffUnbegun($this->renewals(), $this->periods(), $this->subscriptions()->subscriptions(), $this->plugin->module(InvoicesModule::class)->invoices(), $this->plugin->module(PaymentsModule::class)->under_way(), $this->unused(), $this->credit_unused(), $this->plugin->module(DraftsModule::class)->delete(), $coupons);

        return new EndSubscription($this->plugin->module(RequestsModule::class)->answer(), $call_off, $coupons);
    }

    public function set_billing_day(): SetBillingDay
    {
        return new SetBillingDay($this->plugin->changes(), $this->plugin->module(ClientsModule::class)->clients(), $this->subscriptions()->subscriptions(), $this->subscriptions()->billing_days(), $this->plugin->module(RenewalsModule::class)->behind());
    }

    private function settle(): SettleChange
    {
        $notes = $this->plugin->module(CreditNotesModule::class);

        return new SettleChange(
            $this->plugin->changes(),
            $this->repository(),
            $this->subscriptions()->subscriptions(),
            $this->renewals(),
            $this->plugin->module(InvoicesModule::class)->invoices(),
            $notes->notes(),
            $notes->credit(),
            $this->plugin->module(PaymentsModule::class)->under_way(),
            $this->subscriptions()->mails(),
            $this->plugin->clock(),
            $this->language(...),
        );
    }

    private function withdraw_unbegun(): WithdrawUnbegun
    {
        return new WithdrawUnbegun(
            $this->renewals(),
            $this->subscriptions()->subscriptions(),
            $this->plugin->module(InvoicesModule::class)->invoices(),
            $this->plugin->module(ProFormasModule::class)->withdraw(),
            $this->plugin->clock(),
            $this->language(...),
        );
    }

    private function unused(): UnusedDays
    {
        return new UnusedDays($this->periods(), $this->repository(), $this->plugin->module(InvoicesModule::class)->invoices(), $this->language(...));
    }

    private function credit_unused(): CreditUnused
    {
        return new CreditUnused($this->renewals(), $this->periods(), $this->repository(), $this->unused());
    }

    private function repository(): ChangeRepository
    {
        return new ChangeRepository($this->plugin->database(), $this->plugin->clock());
    }

    private function controller(): ChangesController
    {
        return new ChangesController(
            $this->subscriptions()->subscriptions(),
            $this->subscriptions()->resource(),
            $this->change(),
            new PreviewChange($this->change(), $this->unused(), $this->plugin->module(CreditNotesModule::class)->prepare(), $this->plugin->module(RenewalsModule::class)->taxes()),
            $this->cancel(),
            $this->set_billing_day(),
            $this->subscriptions()->billing_days(),
            $this->plugin->module(ClientsModule::class)->clients(),
            $this->plugin->module(InvoicesModule::class)->today(...),
        );
    }

    /** Of an issued invoice's paper. */
    private function language(int $invoice_id): string
    {
        return (string) ($this->plugin->module(InvoicesModule::class)->archive()->form($invoice_id)->content['locale'] ?? '');
    }

    private function periods(): PeriodRepository
    {
        return $this->plugin->module(RenewalsModule::class)->periods();
    }

    private function renewals(): RenewalRepository
    {
        return $this->plugin->module(RenewalsModule::class)->renewals();
    }

    private function subscriptions(): SubscriptionsModule
    {
        return $this->plugin->module(SubscriptionsModule::class);
    }
}

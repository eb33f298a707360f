<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Credit;

use Counterfoil\Activity\EventWords;
use Counterfoil\Clients\ClientsModule;
use Counterfoil\Emails\EmailsModule;
use Counterfoil\Emails\LetterWriter;
use Counterfoil\Invoices\CreditOfClients;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Invoices\MoneyOfClients;
use Counterfoil\Ledger\LedgerModule;
use Counterfoil\Payments\Credit\Rest\CreditController;
use Counterfoil\Payments\Letters\CreditRefundLetter;
use Counterfoil\Payments\Letters\CreditUsedLetter;
use Counterfoil\Payments\Letters\PrepaymentLetter;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Payments\Refunds\RefundsModule;
use Counterfoil\Shared\Module;
use Counterfoil\Shared\Queue\Job;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Shared\Rest\Routes;
use Counterfoil\Shared\Viewer;

/** The credit of clients: what they paid ahead or too much, or what was credited to them. */
final class CreditModule extends Module
{
    public function tables(): array
    {
        return [CreditTable::class];
    }

    public function provides(): array
    {
        return [CreditOfClients::class => fn (): CreditOfClients => new CreditForInvoices($this->settings(), $this->use(...), $this->plugin->database(), $this->plugin->clock())];
    }

    public function jobs(): array
    {
        return [new Job(CreditForInvoices::JOB, function (int $invoice_id): null {
            $this->use()->for_new($this->plugin->module(InvoicesModule::class)->invoices()->get($invoice_id, Viewer::system()));

            return null;
        })];
    }

    public function letters(): array
    {
        $parts = $this->plugin->module(InvoicesModule::class)->letter_parts(...);

        return [
            'prepayment' => static fn (): LetterWriter => new PrepaymentLetter($parts()),
            'credit_used' => static fn (): LetterWriter => new CreditUsedLetter($parts()),
            'credit_refund' => static fn (): LetterWriter => new CreditRefundLetter($parts()),
        ];
    }

    public function sentences(): array
    {
        return [
            /* translators: 1: amount of money, 2: invoice number */
            'credit.used' => static fn (EventWords $words): string => sprintf(__('%1$s of the credit balance applied to invoice %2$s', 'counterfoil'), $words->money(), $words->text('number')),
            'settings.credit_updated' => static fn (): string => __('Credit settings changed', 'counterfoil'),
        ];
    }

    public function routes(Routes $routes): void
    {
        $routes->bind('credit.get', fn (Request $request): array => $this->controller()->get($request));
        $routes->bind('credit.use', fn (Request $request): array => $this->controller()->use($request));
        $routes->bind('credit.refund', fn (Request $request): array => $this->controller()->refund($request));
        $routes->bind('credit.prepay', fn (Request $request): array => $this->controller()->prepay($request));
        $routes->bind('credit.settings', fn (): array => $this->controller()->settings());
        $routes->bind('credit.update-settings', fn (Request $request): array => $this->controller()->update_settings($request));
    }

    public function settings(): CreditSettings
    {
        return new CreditSettings($this->plugin->settings(), $this->plugin->changes());
    }

    /** Where it lies. */
    public function sources(): CreditSources
    {
        return new CreditSources($this->plugin->database(), $this->payments()->payments(), $this->payments()->allocations(), $this->plugin->module(InvoicesModule::class)->invoices());
    }

    /** Which of it paid what. */
    public function uses(): CreditUseRepository
    {
        return new CreditUseRepository($this->plugin->database(), $this->plugin->clock());
    }

    public function use(): UseCredit
    {
        $payments = $this->payments();
        $invoices = $this->plugin->module(InvoicesModule::class);

        return new UseCredit(
            $this->plugin->changes(),
            $this->sources(),
            $this->uses(),
            $payments->payments(),
            $payments->allocations(),
            $invoices->invoices(),
            $invoices->settle(),
            $payments->stop(),
            $this->plugin->module(LedgerModule::class)->post(),
            $this->plugin->module(EmailsModule::class)->rows(),
            $payments->mails(),
            $this->plugin->clock(),
        );
    }

    public function refund(): RefundCredit
    {
        return new RefundCredit($this->sources(), $this->plugin->module(RefundsModule::class)->refunds(), $this->plugin->module(RefundsModule::class)->refund(), $this->payments()->line());
    }

    public function prepay(): RecordPrepayment
    {
        return new RecordPrepayment(
            $this->plugin->changes(),
            $this->plugin->module(ClientsModule::class)->clients(),
            $this->payments()->payments(),
            $this->payments()->book_offline(),
            $this->payments()->paid_on(),
        );
    }

    public function statement(): CreditStatement
    {
        return new CreditStatement($this->plugin->module(LedgerModule::class)->postings(), $this->plugin->provided(MoneyOfClients::class), $this->plugin->module(InvoicesModule::class)->invoices());
    }

    private function controller(): CreditController
    {
        $invoices = $this->plugin->module(InvoicesModule::class);

        return new CreditController(
            $this->plugin->module(ClientsModule::class)->clients(),
            $invoices->invoices(),
            $this->statement(),
            $this->use(),
            $this->refund(),
            $this->prepay(),
            $this->settings(),
            $invoices->resource()->to_wire(...),
        );
    }

    private function payments(): PaymentsModule
    {
        return $this->plugin->module(PaymentsModule::class);
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Issuing;

use Counterfoil\Business\BusinessModule;
use Counterfoil\Clients\ClientsModule;
use Counterfoil\Coupons\CouponsModule;
use Counterfoil\Documents\DocumentsModule;
use Counterfoil\Emails\EmailsModule;
use Counterfoil\Invoices\Books;
use Counterfoil\Invoices\CreditOfClients;
use Counterfoil\Invoices\Drafts\DraftsModule;
use Counterfoil\Invoices\FollowsInvoices;
use Counterfoil\Invoices\InvoiceMails;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Invoices\Issuing\Rest\IssuingController;
use Counterfoil\Invoices\OpenPayments;
use Counterfoil\Invoices\PrintCheck;
use Counterfoil\Invoices\Recipients\RecipientsModule;
use Counterfoil\Shared\Module;
use Counterfoil\Shared\Queue\Job;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Shared\Rest\Routes;

/** Bills going out: issued, sent again, voided. */
final class IssuingModule extends Module
{
    public function jobs(): array
    {
        return [new Job(IssueInvoice::MAKE_PDF, function (int $invoice_id): null {
            $this->plugin->module(InvoicesModule::class)->archive()->pdf($invoice_id);

            return null;
        })];
    }

    public function routes(Routes $routes): void
    {
        $routes->bind('invoices.send', fn (Request $request): array => $this->controller()->send($request));
        $routes->bind('invoices.resend', fn (Request $request): array => $this->controller()->resend($request));
        $routes->bind('invoices.void', fn (Request $request): array => $this->controller()->void($request));
    }

    public function issue(): IssueInvoice
    {
        $documents = $this->plugin->module(DocumentsModule::class);
        $invoices = $this->plugin->module(InvoicesModule::class);

        return new IssueInvoice(
            $this->plugin->changes(),
            new PrepareIssue(
                $invoices->invoices(),
                $this->plugin->module(DraftsModule::class)->check(),
                $this->plugin->module(ClientsModule::class)->clients(),
                $documents->numbers(),
                $documents->numbering(),
                $documents->images(),
                $invoices->papers(),
                new PrintCheck($documents->glyphs()),
                $this->plugin->module(BusinessModule::class)->calendar(...),
                $this->plugin->module(BusinessModule::class)->business(...),
                $invoices->vat_exchange(),
            ),
            $invoices->invoices(),
            $invoices->writes(),
            $documents->numbers(),
            $documents->forms(),
            new InvoiceMails(),
            $invoices->settle(),
            $this->plugin->module(ClientsModule::class)->invite_recipients(),
            $this->plugin->provided(CreditOfClients::class),
            $this->plugin->module(CouponsModule::class)->use(),
            $this->plugin->clock(),
        );
    }

    public function void(): VoidInvoice
    {
        return new VoidInvoice(
            $this->plugin->changes(),
            $this->plugin->module(InvoicesModule::class)->invoices(),
            $this->plugin->module(InvoicesModule::class)->writes(),
            $this->plugin->provided(OpenPayments::class),
            $this->plugin->provided(Books::class),
            $this->plugin->module(CouponsModule::class)->use(),
            new InvoiceMails(),
            $this->plugin->module(ClientsModule::class)->clients(),
            $this->plugin->module(RecipientsModule::class)->recipients(),
            $this->plugin->module(EmailsModule::class)->rows(),
            $this->plugin->clock(),
            $this->plugin->provided(FollowsInvoices::class),
        );
    }

    private function resend(): ResendInvoice
    {
        return new ResendInvoice(
            $this->plugin->changes(),
            $this->plugin->module(InvoicesModule::class)->invoices(),
            $this->plugin->module(ClientsModule::class)->clients(),
            $this->plugin->module(RecipientsModule::class)->recipients(),
            new InvoiceMails(),
            $this->plugin->module(ClientsModule::class)->invite_recipients(),
            $this->plugin->clock(),
        );
    }

    private function controller(): IssuingController
    {
        $invoices = $this->plugin->module(InvoicesModule::class);

        return new IssuingController($invoices->invoices(), $invoices->resource(), $this->issue(), $this->resend(), $this->void());
    }
}

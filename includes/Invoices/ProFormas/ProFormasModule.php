<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\ProFormas;

use Counterfoil\Activity\EventWords;
use Counterfoil\Business\BusinessModule;
use Counterfoil\Clients\ClientsModule;
use Counterfoil\Coupons\CouponsModule;
use Counterfoil\Documents\DocumentsModule;
use Counterfoil\Emails\EmailsModule;
use Counterfoil\Emails\LetterWriter;
use Counterfoil\Invoices\Attachments\AttachmentsModule;
use Counterfoil\Invoices\Books;
use Counterfoil\Invoices\FollowsInvoices;
use Counterfoil\Invoices\InvoiceMails;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Invoices\OpenPayments;
use Counterfoil\Invoices\ProFormas\Letters\WithdrawnLetter;
use Counterfoil\Invoices\ProFormas\Rest\ProFormasController;
use Counterfoil\Invoices\Recipients\RecipientsModule;
use Counterfoil\Shared\Module;
use Counterfoil\Shared\Queue\Job;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Shared\Rest\Routes;

/** Pro-formas: what asks for money before there is an invoice. All that they share with invoices is with those. */
final class ProFormasModule extends Module
{
    private const RATES = 'pro_formas.rates';

    /** Seconds: a rate is published once a day. */
    private const EVERY = 21_600;

    public function jobs(): array
    {
        // An invoice that is made by money needs the rate of its day at once.
        return [new Job(self::RATES, function (): null {
            foreach ($this->pro_formas()->open_currencies() as $currency) {
                $this->plugin->module(InvoicesModule::class)->vat_exchange()->want_today($currency);
            }

            return null;
        }, every: self::EVERY)];
    }

    public function letters(): array
    {
        return ['pro_forma_withdrawn' => fn (): LetterWriter => new WithdrawnLetter($this->plugin->module(InvoicesModule::class)->letter_parts())];
    }

    public function sentences(): array
    {
        return [
            'pro_forma.sent' => static fn (EventWords $words): string => $words->text('recipients') === ''
                /* translators: %s: number of the pro forma invoice */
                ? sprintf(__('Pro forma invoice %s sent', 'counterfoil'), $words->text('number'))
                /* translators: 1: number of the pro forma invoice, 2: e-mail addresses */
                : sprintf(__('Pro forma invoice %1$s sent to %2$s', 'counterfoil'), $words->text('number'), $words->text('recipients')),
            'pro_forma.withdrawn' => static fn (EventWords $words): string => $words->text('reason') === ''
                /* translators: %s: number of the pro forma invoice */
                ? sprintf(__('Pro forma invoice %s withdrawn', 'counterfoil'), $words->text('number'))
                /* translators: 1: number of the pro forma invoice, 2: why, in somebody's words */
                : sprintf(__('Pro forma invoice %1$s withdrawn: %2$s', 'counterfoil'), $words->text('number'), $words->text('reason')),
            /* translators: 1: invoice number, 2: number of the pro forma invoice */
            'invoice.made' => static fn (EventWords $words): string => sprintf(__('Invoice %1$s created because pro forma invoice %2$s was paid', 'counterfoil'), $words->text('number'), $words->text('pro_forma')),
        ];
    }

    public function routes(Routes $routes): void
    {
        $routes->bind('invoices.withdraw', fn (Request $request): array => $this->controller()->withdraw($request));
    }

    public function pro_formas(): ProFormaRepository
    {
        return new ProFormaRepository($this->plugin->database());
    }

    public function invoice(): InvoiceProForma
    {
        $invoices = $this->plugin->module(InvoicesModule::class);
        $documents = $this->plugin->module(DocumentsModule::class);

        return new InvoiceProForma(
            $invoices->invoices(),
            $this->pro_formas(),
            $this->plugin->provided(MoneyOfProForma::class),
            new PrepareMadeInvoice($invoices->invoices(), $invoices->archive(), $invoices->vat_exchange(), $documents->glyphs()),
            $documents->numbering(),
            $documents->numbers(),
            $documents->forms(),
            new InvoiceMails(),
            $this->plugin->module(RecipientsModule::class)->recipients(),
            $this->plugin->module(ClientsModule::class)->clients(),
            $this->plugin->module(AttachmentsModule::class)->files(),
            $this->plugin->clock(),
            $this->plugin->module(BusinessModule::class)->calendar(...),
        );
    }

    public function withdraw(): WithdrawProForma
    {
        $invoices = $this->plugin->module(InvoicesModule::class);

        return new WithdrawProForma(
            $this->plugin->changes(),
            $invoices->invoices(),
            $this->pro_formas(),
            $this->plugin->provided(OpenPayments::class),
            $this->plugin->provided(Books::class),
            new InvoiceMails(),
            $this->plugin->module(ClientsModule::class)->clients(),
            $this->plugin->module(RecipientsModule::class)->recipients(),
            $this->plugin->module(EmailsModule::class)->rows(),
            $this->plugin->module(CouponsModule::class)->use(),
            $this->plugin->clock(),
            $this->plugin->provided(FollowsInvoices::class),
        );
    }

    private function controller(): ProFormasController
    {
        $invoices = $this->plugin->module(InvoicesModule::class);

        return new ProFormasController($invoices->invoices(), $this->withdraw(), $invoices->resource());
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Payments;

use Counterfoil\Business\BusinessModule;
use Counterfoil\Clients\ClientsModule;
use Counterfoil\Emails\LetterWriter;
use Counterfoil\Invoices\CreditNotes\GivesBack;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Invoices\Lists\PaymentsInLists;
use Counterfoil\Invoices\MoneyOfInvoices;
use Counterfoil\Invoices\OnlinePayment;
use Counterfoil\Invoices\OpenPayments;
use Counterfoil\Invoices\PaymentFailures;
use Counterfoil\Invoices\ProFormas\MoneyOfProForma;
use Counterfoil\Ledger\LedgerModule;
use Counterfoil\Ledger\MoneyFigures;
use Counterfoil\Payments\Credit\CreditModule;
use Counterfoil\Payments\Disputes\DisputeRepository;
use Counterfoil\Payments\Gateway\GatewayHealth;
use Counterfoil\Payments\Gateway\GatewayLine;
use Counterfoil\Payments\Gateway\GatewayRegistry;
use Counterfoil\Payments\Letters\PaymentFailedLetter;
use Counterfoil\Payments\Letters\UnusualPaymentLetter;
use Counterfoil\Payments\Methods\MethodsModule;
use Counterfoil\Payments\Numbers\ReceiptNumbersModule;
use Counterfoil\Payments\Offline\BookOfflinePayment;
use Counterfoil\Payments\Offline\RecordOfflinePayment;
use Counterfoil\Payments\Online\AwaitStart;
use Counterfoil\Payments\Online\CatchUp;
use Counterfoil\Payments\Online\CheckPayment;
use Counterfoil\Payments\Online\IntendPayment;
use Counterfoil\Payments\Online\OfferedOnline;
use Counterfoil\Payments\Online\OpenInMode;
use Counterfoil\Payments\Online\PayInvoice;
use Counterfoil\Payments\Online\RefreshPayment;
use Counterfoil\Payments\Online\StartPayment;
use Counterfoil\Payments\Online\StopOpenPayments;
use Counterfoil\Payments\Online\StopPayment;
use Counterfoil\Payments\Parts\PartsModule;
use Counterfoil\Payments\Receipts\ReceiptsModule;
use Counterfoil\Payments\Refunds\RefundsModule;
use Counterfoil\Payments\Rest\PaymentsController;
use Counterfoil\Payments\Reversals\ReversalFigures;
use Counterfoil\Payments\Reversals\ReversalsModule;
use Counterfoil\Payments\Webhooks\WebhooksModule;
use Counterfoil\Shared\Finding;
use Counterfoil\Shared\Module;
use Counterfoil\Shared\Queue\Job;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Shared\Rest\Routes;
use Counterfoil\Shared\Viewer;
use DateTimeImmutable;

final class PaymentsModule extends Module
{
    private ?PaymentRepository $payments = null;
    private ?AllocationRepository $allocations = null;
    private ?GatewayRegistry $gateways = null;
    private ?PaymentMails $mails = null;
    private ?SettlePayment $settle = null;
    private ?StartPayment $start = null;
    private ?GatewayLine $line = null;

    public function tables(): array
    {
        return [PaymentsTable::class];
    }

    public function jobs(): array
    {
        return [
            new Job(CheckPayment::JOB, fn (int $payment, int $attempt): ?DateTimeImmutable => $this->check_payment()->handle($payment, $attempt)),
        ];
    }

    public function letters(): array
    {
        $parts = $this->plugin->module(InvoicesModule::class)->letter_parts(...);

        return [
            'payment_failed' => static fn (): LetterWriter => new PaymentFailedLetter($parts()),
            'unusual_payment' => fn (): LetterWriter => new UnusualPaymentLetter($parts()),
        ];
    }

    public function provides(): array
    {
        return [
            OpenPayments::class => fn (): OpenPayments => new StopOpenPayments($this->stop(...), $this->allocations(), $this->line(...)),
            MoneyFigures::class => fn (): MoneyFigures => new PaymentFigures($this->plugin->database(), $this->allocations(), $this->plugin->module(LedgerModule::class)->postings(), new ReversalFigures($this->plugin->database(), $this->plugin->module(LedgerModule::class)->postings()), $this->received_days()),
            PaymentFailures::class => fn (): PaymentFailures => new FailedPayments($this->plugin->database(), $this->plugin->module(BusinessModule::class)->calendar(...)),
            GivesBack::class => fn (): GivesBack => new GiveBackCredit($this->payments(), $this->plugin->module(RefundsModule::class)->refunds(), $this->plugin->module(CreditModule::class)->sources(), $this->plugin->module(RefundsModule::class)->refund(), $this->line()),
            MoneyOfProForma::class => fn (): MoneyOfProForma => new MoneyOfProFormas($this->plugin->database(), $this->payments(), $this->plugin->module(ReceiptsModule::class)->receipts(...)),
            OnlinePayment::class => $this->offer(...),
            PaymentsInLists::class => fn (): PaymentsInLists => new PaymentsBesideInvoices($this->plugin->database(), $this->under_way(...), fn (): DisputeRepository => $this->plugin->module(WebhooksModule::class)->disputes()),
            MoneyOfInvoices::class => fn (): MoneyOfInvoices => new PaymentsOfInvoices($this->payments(), $this->plugin->module(RefundsModule::class)->refunds(), new PaymentResource(), $this->allocations(), $this->plugin->module(CreditModule::class)->uses(), $this->plugin->module(WebhooksModule::class)->disputes(), $this->plugin->module(ReversalsModule::class)->reversals(), $this->plugin->module(ReceiptNumbersModule::class)->numbers(), $this->plugin->module(InvoicesModule::class)->invoices()),
        ];
    }

    public function health(): array
    {
        return [
            'gateway' => fn (): Finding => (new GatewayHealth($this->registry(), $this->plugin->silences()))->look(),
            'payments' => fn (): Finding => (new UnsettledPayments($this->plugin->database(), $this->plugin->clock()))->look(),
        ];
    }

    public function personal_data(): array
    {
        return [fn (): PersonalPayments => new PersonalPayments($this->plugin->database())];
    }

    public function sentences(): array
    {
        return Sentences::all();
    }

    public function routes(Routes $routes): void
    {
        $routes->bind('invoices.mark-paid', fn (Request $request): array => $this->controller()->mark_paid($request));
        $routes->bind('payments.refund', fn (Request $request): array => $this->controller()->refund($request));
    }

    public function payments(): PaymentRepository
    {
        return $this->payments ??= new PaymentRepository($this->plugin->database(), $this->plugin->clock(), $this->allocations(), $this->plugin->module(InvoicesModule::class)->invoices(), $this->plugin->module(BusinessModule::class)->calendar(...), $this->received_days());
    }

    public function received_days(): ReceivedDays
    {
        return new ReceivedDays($this->plugin->database());
    }

    public function under_way(): UnderWayQuery
    {
        return new UnderWayQuery($this->plugin->database(), $this->payments(), $this->plugin->module(WebhooksModule::class)->disputes());
    }

    public function offer(): OfferedOnline
    {
        return new OfferedOnline($this->registry(), $this->under_way());
    }

    /** Gateways make their calls through it. */
    public function line(): GatewayLine
    {
        return $this->line ??= new GatewayLine($this->plugin->silences());
    }

    public function registry(): GatewayRegistry
    {
        return $this->gateways ??= new GatewayRegistry(
            fn (): array => array_merge(...array_map(static fn (Module $module): array => $module->gateways(), $this->plugin->contributing('gateways'))),
            $this->plugin->settings()
        );
    }

    public function pay(): PayInvoice
    {
        return new PayInvoice(
            $this->plugin->changes(),
            $this->intend(),
            $this->payments(),
            $this->plugin->module(InvoicesModule::class)->invoices(),
            $this->registry(),
            $this->start(),
            $this->refresh(),
            $this->stop(),
            new AwaitStart($this->plugin->clock(), $this->payments(), $this->refresh()),
            $this->line(),
            $this->plugin->module(MethodsModule::class)->consent(),
        );
    }

    public function intend(): IntendPayment
    {
        return new IntendPayment($this->plugin->clock(), $this->payments(), $this->plugin->module(InvoicesModule::class)->invoices(), $this->plugin->module(PartsModule::class)->settings());
    }

    public function refresh(): RefreshPayment
    {
        return new RefreshPayment($this->payments(), $this->registry(), $this->start(), $this->settle());
    }

    public function catch_up(): CatchUp
    {
        return new CatchUp($this->plugin->clock(), $this->under_way(), $this->refresh(), $this->line());
    }

    /** Ends what is under way before an invoice is paid in another way or declared void. Calls outside. */
    public function stop(): StopPayment
    {
        return new StopPayment($this->payments(), $this->plugin->module(MethodsModule::class)->fits(), $this->registry(), $this->refresh(), $this->settle(), $this->plugin->module(MethodsModule::class)->call_off());
    }

    public function record_offline(): RecordOfflinePayment
    {
        return new RecordOfflinePayment(
            $this->plugin->changes(),
            $this->payments(),
            $this->plugin->module(InvoicesModule::class)->invoices(),
            $this->book_offline(),
            $this->stop(),
            $this->paid_on(),
            $this->allocations()
        );
    }

    public function book_offline(): BookOfflinePayment
    {
        return new BookOfflinePayment($this->payments(), $this->allocate(), $this->mails());
    }

    public function paid_on(): PaidOn
    {
        return new PaidOn($this->plugin->clock(), $this->plugin->module(BusinessModule::class)->calendar(...));
    }

    public function check_payment(): CheckPayment
    {
        return new CheckPayment($this->plugin->clock(), $this->payments(), $this->refresh(), $this->stop());
    }

    public function open_in_mode(): OpenInMode
    {
        return new OpenInMode($this->under_way(), $this->plugin->module(InvoicesModule::class)->invoices(), $this->plugin->module(ClientsModule::class)->clients(), $this->stop());
    }

    public function allocations(): AllocationRepository
    {
        return $this->allocations ??= new AllocationRepository($this->plugin->database());
    }

    public function allocate(): AllocateMoney
    {
        return new AllocateMoney(
            $this->allocations(),
            $this->plugin->module(InvoicesModule::class)->invoices(),
            $this->plugin->module(InvoicesModule::class)->settle(),
            $this->plugin->module(LedgerModule::class)->post(),
            $this->plugin->clock(),
            $this->plugin->module(ReceiptNumbersModule::class)->give()
        );
    }

    private function controller(): PaymentsController
    {
        $invoices = $this->plugin->module(InvoicesModule::class);

        return new PaymentsController(
            $invoices->invoices(),
            $this->record_offline(),
            $this->plugin->module(RefundsModule::class)->refund(),
            $this->payments(),
            $this->line(),
            static fn (int $id, Viewer $viewer): array => $invoices->resource()->to_wire($invoices->invoices()->get($id, $viewer))
        );
    }

    public function start(): StartPayment
    {
        return $this->start ??= new StartPayment(
            $this->plugin->changes(),
            $this->plugin->clock(),
            $this->payments(),
            $this->allocations(),
            $this->plugin->module(MethodsModule::class)->payers(),
            $this->plugin->module(InvoicesModule::class)->invoices(),
            $this->plugin->module(MethodsModule::class)->methods(),
            $this->settle(),
            $this->plugin->module(MethodsModule::class)->ask(),
            $this->plugin->module(MethodsModule::class)->told()
        );
    }

    public function settle(): SettlePayment
    {
        return $this->settle ??= new SettlePayment($this->plugin->changes(), $this->plugin->clock(), $this->payments(), $this->allocate(), $this->mails(), $this->plugin->module(BusinessModule::class)->calendar(...), $this->plugin->module(MethodsModule::class)->told());
    }

    public function mails(): PaymentMails
    {
        return $this->mails ??= new PaymentMails($this->plugin->module(ClientsModule::class)->recipients(...), $this->plugin->module(ClientsModule::class)->clients(), $this->plugin->module(InvoicesModule::class)->invoices(), $this->plugin->module(BusinessModule::class)->business(...));
    }
}

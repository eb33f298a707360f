<?php

declare(strict_types=1);

namespace Counterfoil\Payments;

use Counterfoil\Business\BusinessModule;
use Counterfoil\Clients\ClientsModule;
use Counterfoil\Documents\DocumentsModule;
use Counterfoil\Documents\TcpdfPainter;
use Counterfoil\Emails\LetterWriter;
use Counterfoil\Identity\IdentityModule;
use Counterfoil\Invoices\BankTransfers;
use Counterfoil\Invoices\CreditNotes\GivesBack;
use Counterfoil\Invoices\DisputedInvoices;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Invoices\MoneyOfInvoices;
use Counterfoil\Invoices\OnlinePayment;
use Counterfoil\Invoices\OpenPayments;
use Counterfoil\Invoices\PaymentFailures;
use Counterfoil\Invoices\Portal\InvoicePagesModule;
use Counterfoil\Invoices\ProFormas\MoneyOfProForma;
use Counterfoil\Ledger\LedgerModule;
use Counterfoil\Ledger\MoneyFigures;
use Counterfoil\Payments\Credit\CreditSources;
use Counterfoil\Payments\Credit\CreditUseRepository;
use Counterfoil\Payments\Letters\CreditRefundLetter;
use Counterfoil\Payments\Letters\CreditUsedLetter;
use Counterfoil\Payments\Letters\PaymentFailedLetter;
use Counterfoil\Payments\Letters\PrepaymentLetter;
use Counterfoil\Payments\Letters\ReceiptLetter;
use Counterfoil\Payments\Letters\RefundFailedLetter;
use Counterfoil\Payments\Letters\RefundLetter;
use Counterfoil\Payments\Letters\RefundProblemLetter;
use Counterfoil\Payments\Letters\UnusualPaymentLetter;
use Counterfoil\Payments\Numbers\ReceiptNumbersModule;
use Counterfoil\Payments\Parts\PartsModule;
use Counterfoil\Payments\Portal\BeginOnPage;
use Counterfoil\Payments\Portal\DrawPay;
use Counterfoil\Payments\Portal\DrawSeveral;
use Counterfoil\Payments\Portal\DrawsPay;
use Counterfoil\Payments\Portal\PayPartScreen;
use Counterfoil\Payments\Portal\PayScreen;
use Counterfoil\Payments\Portal\PaySeveralScreen;
use Counterfoil\Payments\Portal\ReceiptScreen;
use Counterfoil\Payments\Rest\PaymentListController;
use Counterfoil\Payments\Rest\PaymentsController;
use Counterfoil\Payments\Rest\PortalPaymentsController;
use Counterfoil\Payments\Reversals\ReversalFigures;
use Counterfoil\Payments\Reversals\ReversalsModule;
use Counterfoil\Portals\PortalsModule;
use Counterfoil\Portals\Screen;
use Counterfoil\Shared\Finding;
use Counterfoil\Shared\Module;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Queue\Job;
use Counterfoil\Shared\Rest\CsvFile;
use Counterfoil\Shared\Rest\Download;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Shared\Rest\Routes;
use Counterfoil\Shared\Viewer;
use DateTimeImmutable;

final class PaymentsModule extends Module
{
    private ?PaymentRepository $payments = null;
    private ?AllocationRepository $allocations = null;
    private ?RefundRepository $refunds = null;
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
            new Job(CheckRefund::JOB, fn (int $refund, int $attempt): ?DateTimeImmutable => $this->check_refund()->handle($refund, $attempt)),
        ];
    }

    public function letters(): array
    {
        $parts = $this->plugin->module(InvoicesModule::class)->letter_parts(...);

        return [
            'receipt' => fn (): LetterWriter => new ReceiptLetter($parts(), $this->receipts(), $this->bills_of(...)),
            'prepayment' => static fn (): LetterWriter => new PrepaymentLetter($parts()),
            'credit_used' => static fn (): LetterWriter => new CreditUsedLetter($parts()),
            'credit_refund' => static fn (): LetterWriter => new CreditRefundLetter($parts()),
            'payment_failed' => static fn (): LetterWriter => new PaymentFailedLetter($parts()),
            'unusual_payment' => fn (): LetterWriter => new UnusualPaymentLetter($parts()),
            'refund' => fn (): LetterWriter => new RefundLetter($parts(), $this->receipts()),
            'refund_failed' => static fn (): LetterWriter => new RefundFailedLetter($parts()),
            'refund_problem' => static fn (): LetterWriter => new RefundProblemLetter($parts()),
        ];
    }

    public function provides(): array
    {
        return [
            OpenPayments::class => fn (): OpenPayments => new StopOpenPayments($this->stop(...), $this->payments(), $this->allocations(), $this->line(...)),
            MoneyFigures::class => fn (): MoneyFigures => new PaymentFigures($this->plugin->database(), $this->allocations(), $this->plugin->module(LedgerModule::class)->postings(), new ReversalFigures($this->plugin->database(), $this->plugin->module(LedgerModule::class)->postings())),
            PaymentFailures::class => fn (): PaymentFailures => new FailedPayments($this->plugin->database(), $this->plugin->module(BusinessModule::class)->calendar(...)),
            GivesBack::class => fn (): GivesBack => new GiveBackCredit($this->payments(), $this->refunds(), $this->credit_sources(), $this->refund(), $this->line()),
            MoneyOfProForma::class => fn (): MoneyOfProForma => new MoneyOfProFormas($this->plugin->database(), $this->payments(), $this->receipts(...)),
            OnlinePayment::class => $this->offer(...),
            MoneyOfInvoices::class => fn (): MoneyOfInvoices => new PaymentsOfInvoices($this->payments(), $this->refunds(), $this->resource(), $this->allocations(), $this->credit_uses(), $this->disputes(), $this->plugin->module(ReversalsModule::class)->reversals(), $this->plugin->module(ReceiptNumbersModule::class)->numbers()),
            DisputedInvoices::class => fn (): DisputedInvoices => $this->disputes(),
        ];
    }

    public function screens(): array
    {
        return [
            'receipt' => fn (): Screen => new ReceiptScreen($this->receipts()->of_payment(...), $this->receipts()->client_of_payment(...)),
            'refund' => fn (): Screen => new ReceiptScreen($this->receipts()->of_refund(...), $this->receipts()->client_of_refund(...)),
            'pay' => fn (): Screen => $this->pay_screen($this->draw_pay()),
            'pay-several' => fn (): Screen => $this->pay_several_screen(),
            'pay-part' => fn (): Screen => $this->pay_part_screen(),
        ];
    }

    public function pay_screen(DrawsPay $draw): PayScreen
    {
        $invoices = $this->plugin->module(InvoicesModule::class);

        return new PayScreen($invoices->invoices(), $invoices->mark_opened(), $this->payments(), $this->refresh(), new BeginOnPage($this->pay(), $this->line()), $this->line(), $draw);
    }

    private function pay_several_screen(): PaySeveralScreen
    {
        return new PaySeveralScreen(
            $this->plugin->module(InvoicesModule::class)->invoices(),
            $this->payments(),
            $this->refresh(),
            new BeginOnPage($this->pay(), $this->line()),
            $this->line(),
            $this->draw_several()
        );
    }

    private function pay_part_screen(): PayPartScreen
    {
        return new PayPartScreen(
            $this->plugin->module(InvoicesModule::class)->invoices(),
            $this->payments(),
            $this->refresh(),
            new BeginOnPage($this->pay(), $this->line()),
            $this->line(),
            $this->draw_several(),
            $this->plugin->module(PortalsModule::class)->urls(),
            $this->least_part(...),
            $this->plugin->clock()->now(...)
        );
    }

    /** @return list<array{Invoice, Money}> what a payment paid, and how much of each */
    private function bills_of(int $payment_id): array
    {
        $payment = $this->payments()->get($payment_id, Viewer::system());

        return array_map(static fn (Invoice $bill, Allocation $part): array => [$bill, new Money($part->amount, $payment->amount->currency)], $this->allocate()->invoices_of($payment), $payment->allocations);
    }

    private function draw_several(): DrawSeveral
    {
        return new DrawSeveral($this->portal_resource(), $this->offer(), $this->plugin->module(PortalsModule::class)->urls(), $this->draw_pay(), $this->plugin->module(BusinessModule::class)->calendar(...), $this->plugin->module(BusinessModule::class)->business(...));
    }

    /** The least part of what is due that may be paid online; null where it has to be all of it. */
    private function least_part(Money $due): ?Money
    {
        return $this->registry()->chosen()?->is_ready() === true ? $this->plugin->module(PartsModule::class)->settings()->least($due, $this->registry()->current()->limits($due->currency)) : null;
    }

    public function draw_pay(): DrawPay
    {
        $portals = $this->plugin->module(PortalsModule::class);

        return new DrawPay($this->portal_resource(), $this->registry(), $this->offer(), $portals->urls(), $portals->logo(), $this->plugin->module(InvoicePagesModule::class)->next(), $this->plugin->module(InvoicePagesModule::class)->items(), $this->plugin->provided(BankTransfers::class), $this->plugin->module(BusinessModule::class)->calendar(...), $this->plugin->module(BusinessModule::class)->business(...), $this->least_part(...));
    }

    public function health(): array
    {
        return ['gateway' => fn (): Finding => (new GatewayHealth($this->registry(), $this->plugin->silences()))->look()];
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
        $routes->bind('payments.receipt', fn (Request $request): Download => $this->receipts()->of_payment($request->id(), $request->viewer));
        $routes->bind('refunds.receipt', fn (Request $request): Download => $this->receipts()->of_refund($request->id(), $request->viewer));
        $routes->bind('payments.list', fn (Request $request): array => $this->list_controller()->list($request));
        $routes->bind('payments.summary', fn (Request $request): array => $this->list_controller()->summary($request));
        $routes->bind('payments.export', fn (Request $request): CsvFile => $this->list_controller()->export($request));
        $routes->bind('portal.pay', fn (Request $request): array => $this->portal_controller()->pay($request));
        $routes->bind('portal.pay-chosen', fn (Request $request): array => $this->portal_controller()->pay_chosen($request));
        $routes->bind('portal.payment', fn (Request $request): array => $this->portal_controller()->refresh($request));
    }

    public function payments(): PaymentRepository
    {
        return $this->payments ??= new PaymentRepository($this->plugin->database(), $this->plugin->clock(), $this->allocations(), $this->plugin->module(InvoicesModule::class)->invoices());
    }

    public function refunds(): RefundRepository
    {
        return $this->refunds ??= new RefundRepository($this->plugin->database(), $this->plugin->clock());
    }

    public function disputes(): DisputeRepository
    {
        return new DisputeRepository($this->plugin->database(), $this->plugin->clock());
    }

    public function credit_uses(): CreditUseRepository
    {
        return new CreditUseRepository($this->plugin->database(), $this->plugin->clock());
    }

    public function offer(): OfferedOnline
    {
        return new OfferedOnline($this->registry(), $this->payments());
    }

    /** Gateways make their calls through it. */
    public function line(): GatewayLine
    {
        return $this->line ??= new GatewayLine($this->plugin->silences());
    }

    public function registry(): GatewayRegistry
    {
        return $this->gateways ??= new GatewayRegistry(
            fn (): array => array_merge(...array_map(static fn (Module $module): array => $module->gateways(), $this->plugin->modules())),
            $this->plugin->settings()
        );
    }

    public function resource(): PaymentResource
    {
        return new PaymentResource();
    }

    public function portal_resource(): PortalPaymentResource
    {
        return new PortalPaymentResource($this->registry(), $this->stop(), $this->plugin->module(InvoicesModule::class)->invoices(), $this->plugin->module(PortalsModule::class)->portals(), $this->plugin->module(PortalsModule::class)->urls(), $this->plugin->clock());
    }

    public function pay(): PayInvoice
    {
        return new PayInvoice(
            $this->plugin->changes(),
            new IntendPayment($this->plugin->clock(), $this->payments(), $this->plugin->module(InvoicesModule::class)->invoices(), $this->plugin->module(PartsModule::class)->settings()),
            $this->payments(),
            $this->plugin->module(InvoicesModule::class)->invoices(),
            $this->registry(),
            $this->start(),
            $this->refresh(),
            $this->stop(),
            new AwaitStart($this->plugin->clock(), $this->payments(), $this->refresh()),
            $this->line(),
        );
    }

    public function refresh(): RefreshPayment
    {
        return new RefreshPayment($this->payments(), $this->registry(), $this->start(), $this->settle());
    }

    public function catch_up(): CatchUp
    {
        return new CatchUp($this->plugin->clock(), $this->payments(), $this->refresh(), $this->line());
    }

    /** Ends what is under way before an invoice is paid in another way or declared void. Calls outside. */
    public function stop(): StopPayment
    {
        return new StopPayment($this->payments(), $this->plugin->module(InvoicesModule::class)->invoices(), $this->registry(), $this->refresh(), $this->settle());
    }

    public function record_offline(): RecordOfflinePayment
    {
        return new RecordOfflinePayment(
            $this->plugin->changes(),
            $this->payments(),
            $this->plugin->module(InvoicesModule::class)->invoices(),
            $this->book_offline(),
            $this->stop(),
            $this->paid_on()
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

    public function refund(): RefundPayment
    {
        return new RefundPayment(
            $this->plugin->changes(),
            $this->plugin->clock(),
            $this->payments(),
            $this->refunds(),
            $this->registry(),
            $this->settle_refund(),
            $this->complete_refund(),
            $this->allocate(),
            $this->credit_sources(),
            $this->disputes()
        );
    }

    /** Where clients' credit lies. */
    public function credit_sources(): CreditSources
    {
        return new CreditSources($this->payments(), $this->allocations(), $this->plugin->module(InvoicesModule::class)->invoices());
    }

    public function check_payment(): CheckPayment
    {
        return new CheckPayment($this->plugin->clock(), $this->payments(), $this->refresh(), $this->stop());
    }

    public function check_refund(): CheckRefund
    {
        return new CheckRefund($this->plugin->clock(), $this->refunds(), $this->complete_refund(), $this->read_refunds(), $this->payments());
    }

    public function received(): ReceivedQuery
    {
        $business = $this->plugin->module(BusinessModule::class);

        return new ReceivedQuery($this->plugin->database(), $this->allocations(), $business->calendar(...), $business->business(...), $this->plugin->module(InvoicesModule::class)->query(...));
    }

    public function refunds_in_period(): RefundsInPeriod
    {
        return new RefundsInPeriod($this->plugin->database(), $this->plugin->module(BusinessModule::class)->calendar(...));
    }

    public function open_in_mode(): OpenInMode
    {
        return new OpenInMode($this->payments(), $this->plugin->module(InvoicesModule::class)->invoices(), $this->plugin->module(ClientsModule::class)->clients(), $this->stop());
    }

    public function to_look_at(): MoneyToLookAt
    {
        return new MoneyToLookAt($this->plugin->database(), $this->plugin->clock(), $this->payments(), $this->plugin->module(InvoicesModule::class)->invoices(), $this->plugin->module(ClientsModule::class)->clients());
    }

    public function allocations(): AllocationRepository
    {
        return $this->allocations ??= new AllocationRepository($this->plugin->database());
    }

    public function receipts(): Receipts
    {
        $documents = $this->plugin->module(DocumentsModule::class);

        return new Receipts(
            $this->payments(),
            $this->refunds(),
            $this->allocations(),
            $this->plugin->module(InvoicesModule::class)->archive(),
            $documents->pdfs(),
            new TcpdfPainter(),
            $documents->glyphs(),
            $documents->pdf_font(),
            $this->plugin->module(BusinessModule::class)->calendar(...),
            $this->plugin->module(ReceiptNumbersModule::class)->give()
        );
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
            $this->refund(),
            $this->payments(),
            $this->line(),
            static fn (int $id, Viewer $viewer): array => $invoices->resource()->to_wire($invoices->invoices()->get($id, $viewer))
        );
    }

    private function portal_controller(): PortalPaymentsController
    {
        return new PortalPaymentsController($this->plugin->module(IdentityModule::class)->session(), $this->pay(), $this->refresh(), $this->portal_resource(), $this->line());
    }

    private function start(): StartPayment
    {
        return $this->start ??= new StartPayment(
            $this->plugin->changes(),
            $this->plugin->clock(),
            $this->payments(),
            $this->allocations(),
            new CustomerRepository($this->plugin->database()),
            $this->plugin->module(ClientsModule::class)->clients(),
            $this->plugin->module(InvoicesModule::class)->invoices(),
            $this->settle()
        );
    }

    public function settle(): SettlePayment
    {
        return $this->settle ??= new SettlePayment($this->plugin->changes(), $this->plugin->clock(), $this->payments(), $this->allocate(), $this->mails(), $this->plugin->module(BusinessModule::class)->calendar(...));
    }

    private function list_controller(): PaymentListController
    {
        return new PaymentListController($this->received(), $this->row_resource(), new PaymentExport($this->received(), $this->row_resource()), $this->plugin->module(InvoicesModule::class)->today(...));
    }

    public function row_resource(): PaymentRowResource
    {
        return new PaymentRowResource($this->plugin->module(ClientsModule::class)->clients(), $this->plugin->module(InvoicesModule::class)->query(), $this->credit_uses(), $this->plugin->module(BusinessModule::class)->calendar(...), $this->plugin->module(ReceiptNumbersModule::class)->numbers());
    }

    private function settle_refund(): SettleRefund
    {
        return new SettleRefund($this->plugin->changes(), $this->plugin->clock(), $this->payments(), $this->refunds(), $this->allocate(), $this->mails());
    }

    private function complete_refund(): CompleteRefund
    {
        return new CompleteRefund($this->plugin->clock(), $this->payments(), $this->registry(), $this->settle_refund(), $this->read_refunds());
    }

    public function read_refunds(): ReadRefunds
    {
        return new ReadRefunds($this->refunds(), $this->registry(), $this->settle_refund());
    }

    public function mails(): PaymentMails
    {
        return $this->mails ??= new PaymentMails($this->plugin->module(ClientsModule::class)->recipients(...), $this->plugin->module(ClientsModule::class)->clients(), $this->plugin->module(InvoicesModule::class)->invoices(), $this->plugin->module(BusinessModule::class)->business(...));
    }
}

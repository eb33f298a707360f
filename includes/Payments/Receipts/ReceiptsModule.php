<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Receipts;

use Counterfoil\Business\BusinessModule;
use Counterfoil\Documents\DocumentsModule;
use Counterfoil\Documents\TcpdfPainter;
use Counterfoil\Emails\LetterWriter;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Payments\Allocation;
use Counterfoil\Payments\Letters\ReceiptLetter;
use Counterfoil\Payments\Numbers\ReceiptNumbersModule;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Payments\Portal\ReceiptScreen;
use Counterfoil\Payments\Refunds\RefundsModule;
use Counterfoil\Portals\Screen;
use Counterfoil\Shared\Module;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Rest\Download;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Shared\Rest\Routes;
use Counterfoil\Shared\Viewer;

/** Receipts of payments, and confirmations of refunds. */
final class ReceiptsModule extends Module
{
    public function letters(): array
    {
        return ['receipt' => fn (): LetterWriter => new ReceiptLetter($this->plugin->module(InvoicesModule::class)->letter_parts(), $this->receipts(), $this->bills_of(...))];
    }

    public function screens(): array
    {
        return [
            'receipt' => fn (): Screen => new ReceiptScreen($this->receipts()->of_payment(...), $this->receipts()->client_of_payment(...)),
            'refund' => fn (): Screen => new ReceiptScreen($this->receipts()->of_refund(...), $this->receipts()->client_of_refund(...)),
        ];
    }

    public function routes(Routes $routes): void
    {
        $routes->bind('payments.receipt', fn (Request $request): Download => $this->receipts()->of_payment($request->id(), $request->viewer));
        $routes->bind('refunds.receipt', fn (Request $request): Download => $this->receipts()->of_refund($request->id(), $request->viewer));
    }

    public function receipts(): Receipts
    {
        $documents = $this->plugin->module(DocumentsModule::class);

        return new Receipts(
            $this->payments()->payments(),
            $this->plugin->module(RefundsModule::class)->refunds(),
            $this->payments()->allocations(),
            $this->plugin->module(InvoicesModule::class)->archive(),
            $documents->pdfs(),
            new TcpdfPainter(),
            $documents->glyphs(),
            $documents->pdf_font(),
            $this->plugin->module(BusinessModule::class)->calendar(...),
            $this->plugin->module(ReceiptNumbersModule::class)->give()
        );
    }

    /** @return list<array{Invoice, Money}> what a payment paid, and how much of each */
    private function bills_of(int $payment_id): array
    {
        $payment = $this->payments()->payments()->get($payment_id, Viewer::system());

        return array_map(static fn (Invoice $bill, Allocation $part): array => [$bill, new Money($part->amount, $payment->amount->currency)], $this->payments()->allocate()->invoices_of($payment), $payment->allocations);
    }

    private function payments(): PaymentsModule
    {
        return $this->plugin->module(PaymentsModule::class);
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Receipts;

use Closure;
use Counterfoil\Documents\DocumentKind;
use Counterfoil\Documents\Paper;
use Counterfoil\Documents\Pdf;
use Counterfoil\Documents\PdfFont;
use Counterfoil\Documents\PdfKind;
use Counterfoil\Documents\PdfPainter;
use Counterfoil\Documents\PdfRepository;
use Counterfoil\Documents\Text\Glyphs;
use Counterfoil\Invoices\InvoiceArchive;
use Counterfoil\Payments\AllocationRepository;
use Counterfoil\Payments\Numbers\GiveReceiptNumber;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\PaymentRepository;
use Counterfoil\Payments\PaymentState;
use Counterfoil\Payments\Refunds\RefundRepository;
use Counterfoil\Payments\Refunds\RefundState;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Rest\Download;
use Counterfoil\Shared\Viewer;

/** Receipts of money that came, and of money that went back. Each PDF is made once, by whoever needs it first, and kept. */
final readonly class Receipts
{
    /** @param Closure(): Calendar $calendar */
    public function __construct(
        private PaymentRepository $payments,
        private RefundRepository $refunds,
        private AllocationRepository $allocations,
        private InvoiceArchive $invoices,
        private PdfRepository $pdfs,
        private PdfPainter $painter,
        private Glyphs $glyphs,
        private PdfFont $font,
        private Closure $calendar,
        private GiveReceiptNumber $numbers,
    ) {
    }

    /** Whether there is one: money came, and it is for an invoice. */
    public static function has(Payment $payment): bool
    {
        return $payment->state === PaymentState::Succeeded && $payment->allocations !== [] && ! $payment->received->is_zero();
    }

    /** @throws DomainError 404 when no money came */
    public function of_payment(int $payment_id, Viewer $viewer, bool $is_saved = false): Download
    {
        $payment = $this->payments->get($payment_id, $viewer);
        if (! self::has($payment)) {
            throw DomainError::not_found();
        }
        $number = $this->numbers->number(DocumentKind::Receipt, $payment->id);
        $bytes = $this->pdfs->find(PdfKind::Receipt, $payment->id)
            ?? $this->keep(PdfKind::Receipt, $payment->id, $number, $payment, $this->wording($payment)->of_payment($payment, $number));

        return new Download($bytes, "receipt-{$number}.pdf", is_saved: $is_saved);
    }

    /** @throws DomainError 404 when nothing went back */
    public function of_refund(int $refund_id, Viewer $viewer, bool $is_saved = false): Download
    {
        $refund = $this->refunds->get($refund_id);
        $payment = $this->payments->get($refund->payment_id, $viewer);
        if ($refund->state !== RefundState::Succeeded || ! self::has($payment)) {
            throw DomainError::not_found();
        }
        $number = $this->numbers->number(DocumentKind::Refund, $refund->id);
        $bytes = $this->pdfs->find(PdfKind::Refund, $refund->id)
            ?? $this->keep(PdfKind::Refund, $refund->id, $number, $payment, $this->wording($payment)->of_refund($refund, $payment, $this->allocations->parts_of($refund->id), $number));

        return new Download($bytes, "refund-{$number}.pdf", is_saved: $is_saved);
    }

    public function number_of_payment(int $payment_id): string
    {
        return $this->numbers->number(DocumentKind::Receipt, $payment_id);
    }

    public function number_of_refund(int $refund_id): string
    {
        return $this->numbers->number(DocumentKind::Refund, $refund_id);
    }

    public function client_of_payment(int $payment_id): ?int
    {
        return $this->payments->find($payment_id, Viewer::system())?->client_id;
    }

    public function client_of_refund(int $refund_id): ?int
    {
        return $this->refunds->find($refund_id)?->client_id;
    }

    private function wording(Payment $payment): ReceiptWording
    {
        $forms = [];
        foreach ($payment->allocations as $allocation) {
            $forms[$allocation->invoice_id] = $this->invoices->form($allocation->invoice_id) ?? throw DomainError::not_found();
        }
        $first = $this->invoices->paper($payment->invoice_id) ?? throw DomainError::not_found();

        return new ReceiptWording($first, $forms === [] ? throw DomainError::not_found() : $forms, $this->glyphs, ($this->calendar)());
    }

    private function keep(PdfKind $kind, int $id, string $number, Payment $payment, Paper $paper): string
    {
        return $this->pdfs->keep($kind, $id, Pdf::render($paper, $number, $payment->succeeded_at ?? $payment->created_at, $this->painter, $this->font));
    }
}

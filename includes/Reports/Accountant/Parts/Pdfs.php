<?php

declare(strict_types=1);

namespace Counterfoil\Reports\Accountant\Parts;

use Closure;
use Counterfoil\Invoices\CreditNotes\CreditNoteArchive;
use Counterfoil\Invoices\CreditNotes\CreditNotesInPeriod;
use Counterfoil\Invoices\InvoiceArchive;
use Counterfoil\Invoices\IssuedInPeriod;
use Counterfoil\Payments\Receipts\Receipts;
use Counterfoil\Payments\Received\PaymentFilter;
use Counterfoil\Payments\Received\ReceivedQuery;
use Counterfoil\Payments\Refunds\RefundsInPeriod;
use Counterfoil\Reports\Accountant\Export;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Rest\Download;
use Counterfoil\Shared\Viewer;
use DateTimeImmutable;

/**
 * The PDFs of a period by their kind, each drawn only when it is its turn: what a client downloads of the same document.
 *
 * @phpstan-type Page array{documents: array<int, array{string, Closure(): ?Download, Closure(): string}>, next: list<int|string>|null}
 */
final readonly class Pdfs
{
    public function __construct(
        private IssuedInPeriod $invoices,
        private InvoiceArchive $invoice_archive,
        private CreditNotesInPeriod $notes,
        private CreditNoteArchive $note_archive,
        private ReceivedQuery $received,
        private RefundsInPeriod $refunds,
        private Receipts $receipts,
    ) {
    }

    /**
     * @param list<int|string>|null $after
     * @return Page
     */
    public function invoices(Export $export, int $limit, ?array $after): array
    {
        $page = $this->invoices->page($export->from, $export->to, $export->created_at, Viewer::system(), $limit, $after);
        $documents = [];
        foreach ($page['invoices'] as $invoice) {
            $documents[$invoice->id] = [$page['series'][$invoice->id] ?? '', fn (): Download => $this->invoice_archive->download($invoice), static fn (): string => (string) $invoice->number];
        }

        return ['documents' => $documents, 'next' => $page['next']];
    }

    /**
     * @param list<int|string>|null $after
     * @return Page
     */
    public function credit_notes(Export $export, int $limit, ?array $after): array
    {
        $page = $this->notes->page($export->from, $export->to, $export->created_at, Viewer::system(), $limit, $after);
        $documents = [];
        foreach ($page['notes'] as $note) {
            $documents[$note->id] = [$page['series'][$note->id] ?? '', fn (): Download => $this->note_archive->download($note), static fn (): string => $note->number];
        }

        return ['documents' => $documents, 'next' => $page['next']];
    }

    /**
     * @param list<int|string>|null $after
     * @return Page
     */
    public function receipts(Export $export, int $limit, ?array $after): array
    {
        $page = $this->received->page(MoneyRows::filter($export), Viewer::system(), MoneyRows::order(), $limit, $after);
        $documents = [];
        foreach ($page['payments'] as $payment) {
            // Money that is for no invoice yet has no receipt.
            $documents[$payment->id] = ['', fn (): ?Download => Receipts::has($payment) ? $this->receipts->of_payment($payment->id, Viewer::system()) : null, fn (): string => $this->receipts->number_of_payment($payment->id)];
        }

        return ['documents' => $documents, 'next' => $page['next']];
    }

    /**
     * @param list<int|string>|null $after
     * @return Page
     */
    public function refunds(Export $export, int $limit, ?array $after): array
    {
        $page = $this->refunds->page($export->from, $export->to, Viewer::system(), $limit, $after);
        $documents = [];
        foreach ($page['refunds'] as $refund) {
            $documents[$refund->id] = ['', fn (): ?Download => $this->confirmation($refund->id), fn (): string => $this->receipts->number_of_refund($refund->id)];
        }

        return ['documents' => $documents, 'next' => $page['next']];
    }

    /** @return int how many documents there are */
    public function count(string $from, string $to, DateTimeImmutable $until): int
    {
        return $this->invoices->count($from, $to, $until, Viewer::system())
            + $this->notes->count($from, $to, $until, Viewer::system())
            + $this->received->tally(new PaymentFilter($from, $to), Viewer::system())['count']
            + $this->refunds->count($from, $to, Viewer::system());
    }

    /** Null for money that was for no invoice. */
    private function confirmation(int $refund_id): ?Download
    {
        try {
            return $this->receipts->of_refund($refund_id, Viewer::system());
        } catch (DomainError $error) {
            return $error->status === 404 ? null : throw $error;
        }
    }
}

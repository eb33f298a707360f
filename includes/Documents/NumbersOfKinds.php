<?php

declare(strict_types=1);

namespace Counterfoil\Documents;

/** Asks for the numbers of each kind whoever keeps its documents. */
final readonly class NumbersOfKinds implements UsedNumbers
{
    public function __construct(private UsedNumbers $documents, private UsedReceiptNumbers $receipts)
    {
    }

    public function highest(DocumentKind $kind, string $period): int
    {
        return $this->keeper($kind)->highest($kind, $period);
    }

    public function is_taken(DocumentKind $kind, string $number): bool
    {
        return $this->keeper($kind)->is_taken($kind, $number);
    }

    public function periods(DocumentKind $kind): array
    {
        return $this->keeper($kind)->periods($kind);
    }

    public function missing(DocumentKind $kind, string $period): array
    {
        return $this->keeper($kind)->missing($kind, $period);
    }

    public function tally(DocumentKind $kind, string $period): SeriesTally
    {
        return $this->keeper($kind)->tally($kind, $period);
    }

    private function keeper(DocumentKind $kind): UsedNumbers
    {
        return match ($kind) {
            DocumentKind::Invoice, DocumentKind::ProForma, DocumentKind::CreditNote => $this->documents,
            DocumentKind::Receipt, DocumentKind::Refund => $this->receipts,
        };
    }
}

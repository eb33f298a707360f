<?php

declare(strict_types=1);

namespace Counterfoil\Reports\Statements;

use Counterfoil\Documents\DocumentKind;
use Counterfoil\Invoices\CreditNotes\CreditNoteRepository;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Ledger\StatementEntry;
use Counterfoil\Payments\Numbers\ReceiptNumbers;
use Counterfoil\Payments\PaymentRepository;
use Counterfoil\Shared\Money\Currency;
use Counterfoil\Shared\Money\MoneyFormat;
use Counterfoil\Shared\Viewer;

/** What entries of the books are about: numbers and payment methods, read for a page of them at once. */
final readonly class EntrySubjects
{
    public function __construct(private InvoiceRepository $invoices, private CreditNoteRepository $notes, private PaymentRepository $payments, private ReceiptNumbers $receipts)
    {
    }

    /** @param list<StatementEntry> $entries */
    public function of(array $entries, MoneyFormat $numbers, Currency $currency, Viewer $viewer): EntryWording
    {
        $invoices = array_values(array_unique(array_merge(...array_map(static fn (StatementEntry $entry): array => $entry->invoice_ids, $entries))));

        return new EntryWording(
            $this->invoices->numbers($invoices),
            $this->notes->numbers(self::ids($entries, 'credit_note.')),
            $this->payments->by_ids(self::ids($entries, 'payment.'), $viewer),
            $this->receipts->of_many(DocumentKind::Refund, self::ids($entries, 'refund.')),
            $numbers,
            $currency,
        );
    }

    /**
     * @param list<StatementEntry> $entries
     * @return list<int> of what entries of one sort are about
     */
    private static function ids(array $entries, string $kind): array
    {
        $some = array_filter($entries, static fn (StatementEntry $entry): bool => str_starts_with($entry->kind, $kind));

        return array_values(array_map(static fn (StatementEntry $entry): int => $entry->subject_id(), $some));
    }
}

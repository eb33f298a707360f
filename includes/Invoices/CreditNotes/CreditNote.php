<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\CreditNotes;

use Counterfoil\Invoices\TaxMode;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Money\Currency;
use Counterfoil\Shared\Money\Money;
use DateTimeImmutable;

/** A document that takes back an invoice, or a part of it. Amounts are minor units, above zero. */
final readonly class CreditNote
{
    private function __construct(
        public int $id,
        public int $client_id,
        public int $portal_id,
        public int $invoice_id,
        public string $number,
        public Currency $currency,
        public TaxMode $tax_mode,
        public string $reason,
        public CreditTotals $totals,
        /** What it took off the amount due */
        public int $from_due,
        /** What had been paid already: it goes back, or is the client's credit */
        public int $surplus,
        public Surplus $surplus_to,
        /** In the business's time zone, "2026-03-31" */
        public string $issue_date,
        public DateTimeImmutable $issued_at,
    ) {
    }

    /** @param array<string, string|null> $row */
    public static function from_row(array $row): self
    {
        return new self(
            (int) $row['id'],
            (int) $row['client_id'],
            (int) $row['portal_id'],
            (int) $row['invoice_id'],
            (string) $row['number'],
            Currency::of((string) $row['currency']),
            TaxMode::from((string) $row['tax_mode']),
            (string) $row['reason'],
            CreditTotals::from_json((string) $row['credited_lines'], (string) $row['taxes']),
            (int) $row['from_due'],
            (int) $row['surplus'],
            Surplus::from((string) $row['surplus_to']),
            (string) $row['issue_date'],
            Timestamps::from_row((string) $row['issued_at']),
        );
    }

    public function total(): Money
    {
        return new Money($this->totals->total, $this->currency);
    }

    /** What goes back to the client, if it can. */
    public function to_refund(): int
    {
        return $this->surplus_to === Surplus::Refund ? $this->surplus : 0;
    }
}

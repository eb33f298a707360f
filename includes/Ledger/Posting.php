<?php

declare(strict_types=1);

namespace Counterfoil\Ledger;

use Closure;
use Counterfoil\Invoices\Invoice;
use DateTimeImmutable;

/** A movement of money or of a debt, made of entries that sum to zero. */
final readonly class Posting
{
    /**
     * @param string $kind past tense, "payment.received"
     * @param string $source what moved, "payment:12": posted once
     * @param string $currency ISO 4217, of all its entries
     * @param list<Entry> $entries
     * @param string|null $day the business's, "2026-03-31"; null for that of $occurred_at
     */
    public function __construct(
        public string $kind,
        public string $source,
        public int $client_id,
        public string $currency,
        public DateTimeImmutable $occurred_at,
        public array $entries = [],
        public ?string $day = null,
    ) {
    }

    /** @param int $amount minor units; none is no entry */
    public function with(string $account, int $amount, ?int $invoice_id = null): self
    {
        $entries = $amount === 0 ? $this->entries : [...$this->entries, new Entry($account, $amount, $invoice_id)];

        return new self($this->kind, $this->source, $this->client_id, $this->currency, $this->occurred_at, $entries, $this->day);
    }

    /** What money that came or went back made of an invoice: less is owed, more is credit, or it was given back for good. */
    public function moved(Invoice $before, Invoice $after): self
    {
        if ($before->id !== $after->id) {
            // It completed a pro-forma, and went over to the invoice that it made. That was posted as one nothing was paid of.
            return $this->with(Account::PREPAID, $before->prepaid()->amount, $before->id)->moved($after->before_its_money(), $after);
        }

        return $this
            ->with(Account::RECEIVABLE, $after->owed()->amount - $before->owed()->amount, $after->id)
            ->with(Account::PREPAID, $before->prepaid()->amount - $after->prepaid()->amount, $after->id)
            ->with(Account::CREDIT, $before->credit()->amount - $after->credit()->amount, $after->id)
            ->with(Account::REFUNDED, $after->given_back()->amount - $before->given_back()->amount, $after->id);
    }

    /** @param (Closure(string): bool)|null $counts of which accounts; null for all */
    public function sum(?Closure $counts = null): int
    {
        $entries = $counts === null ? $this->entries : array_filter($this->entries, static fn (Entry $entry): bool => $counts($entry->account));

        return array_sum(array_map(static fn (Entry $entry): int => $entry->amount, $entries));
    }
}

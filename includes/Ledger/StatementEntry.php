<?php

declare(strict_types=1);

namespace Counterfoil\Ledger;

/** One movement of a client's account, as the books have it. Amounts are minor units of the statement's currency. */
final readonly class StatementEntry
{
    /**
     * @param int $id of its posting
     * @param string $kind "payment.received"
     * @param string $source what moved, "payment:12"
     * @param string $day the business's, "2026-03-31"
     * @param int $net what it does to the balance; above zero where the client owes more
     * @param int $dropped of money that went back: what nobody is asked for again; below zero where it is taken back
     * @param int $used of credit that paid an invoice: how much
     * @param list<int> $invoice_ids which invoices it is about; of credit that was used, the one it paid
     */
    public function __construct(
        public int $id,
        public string $kind,
        public string $source,
        public string $day,
        public int $net,
        public int $dropped,
        public int $used,
        public array $invoice_ids,
    ) {
    }

    /**
     * @param array<string, string|null> $posting
     * @param list<array<string, string|null>> $entries
     */
    public static function from_rows(array $posting, array $entries): self
    {
        $sum = static fn (string $account): int => array_sum(array_map(static fn (array $entry): int => $entry['account'] === $account ? (int) $entry['amount'] : 0, $entries));
        $kind = (string) $posting['kind'];
        $is_use = $kind === 'credit.used';
        $about = array_filter($entries, static fn (array $entry): bool => $entry['invoice_id'] !== null && (! $is_use || $entry['account'] === Account::RECEIVABLE));

        return new self(
            (int) $posting['id'],
            $kind,
            (string) $posting['source'],
            (string) $posting['day'],
            $sum(Account::RECEIVABLE) + $sum(Account::CREDIT) + $sum(Account::PREPAID),
            $sum(Account::REFUNDED),
            $is_use ? -$sum(Account::RECEIVABLE) : 0,
            array_values(array_unique(array_map(static fn (array $entry): int => (int) $entry['invoice_id'], $about))),
        );
    }

    /** What the client is charged by it: bills, and money that went back. */
    public function charged(): int
    {
        return max(0, $this->net) + abs($this->dropped);
    }

    /** What the client is relieved of by it: payments, credit notes, and what is not asked for again. */
    public function relieved(): int
    {
        return max(0, -$this->net) + abs($this->dropped);
    }

    /** The id in its source: that of the payment of "payment:12". */
    public function subject_id(): int
    {
        return (int) (explode(':', $this->source)[1] ?? 0);
    }
}

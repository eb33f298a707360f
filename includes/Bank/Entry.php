<?php

declare(strict_types=1);

namespace Counterfoil\Bank;

use Counterfoil\Bank\Matching\Proposal;
use Counterfoil\Bank\Matching\Transfer;
use Counterfoil\Payments\Payment;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Money\Money;
use DateTimeImmutable;

/** A line of a bank statement, and what became of it. */
final readonly class Entry
{
    private function __construct(
        public int $id,
        public int $import_id,
        /** "2026-03-31" */
        public string $booked_on,
        /** Below zero where money went out */
        public Money $amount,
        public string $name,
        public string $account,
        public string $purpose,
        public string $reference,
        public EntryState $state,
        public Proposal $proposal,
        /** Of a matched line */
        public ?int $client_id,
        public ?int $payment_id,
        /** How often it was matched before */
        public int $round,
        public string $matched_by,
        public ?DateTimeImmutable $matched_at,
    ) {
    }

    /** @param array<string, string|null> $row */
    public static function from_row(array $row): self
    {
        return new self(
            (int) $row['id'],
            (int) $row['import_id'],
            (string) $row['booked_on'],
            Money::of((int) $row['amount'], (string) $row['currency']),
            (string) $row['name'],
            (string) $row['account'],
            (string) $row['purpose'],
            (string) $row['reference'],
            EntryState::from((string) $row['state']),
            Proposal::from_row($row),
            $row['client_id'] === null ? null : (int) $row['client_id'],
            $row['payment_id'] === null ? null : (int) $row['payment_id'],
            (int) $row['round'],
            (string) $row['matched_by'],
            $row['matched_at'] === null ? null : Timestamps::from_row($row['matched_at']),
        );
    }

    public function proposing(Proposal $proposal): self
    {
        return new self(...['proposal' => $proposal] + get_object_vars($this));
    }

    public function transfer(): Transfer
    {
        return new Transfer($this->amount->amount, $this->amount->currency->code, $this->name, $this->account, $this->purpose, $this->reference, $this->proposal->why === Matching\Why::Reversal);
    }

    public function is_incoming(): bool
    {
        return $this->amount->amount > 0;
    }

    /** Of the payment that it would be matched with now: the same once, another one after an undo. */
    public function payment_key(): string
    {
        return Payment::OF_STATEMENT . "{$this->id}:{$this->round}";
    }
}

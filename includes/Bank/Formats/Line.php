<?php

declare(strict_types=1);

namespace Counterfoil\Bank\Formats;

/** A line of a bank statement, as its file says it. */
final readonly class Line
{
    /** @param int $at line of the file, for errors; from 1 */
    public function __construct(
        public int $at,
        /** The day it was booked on, "2026-03-31" */
        public string $booked_on,
        /** Minor units; below zero where money went out */
        public int $amount,
        public string $currency,
        /** Who paid, or was paid */
        public string $name = '',
        /** Their account, without spaces */
        public string $account = '',
        /** What it is for */
        public string $purpose = '',
        /** A structured reference the payer gave, or the bank's own where there is none */
        public string $reference = '',
        /** The bank's own name of this line, where it gives one */
        public string $bank_reference = '',
        /** The account the statement is of, without spaces; '' where the file doesn't say */
        public string $own_account = '',
        /** It takes back another one: our own transfer came back, or the payer's bank took theirs back */
        public bool $is_reversal = false,
    ) {
    }

    /** What makes it this line and no other; equal lines of one file have the same. */
    public function sameness(): string
    {
        $parts = $this->bank_reference !== ''
            ? [$this->own_account, $this->bank_reference, $this->booked_on, $this->amount, $this->currency, $this->account, $this->purpose]
            : [$this->own_account, $this->booked_on, $this->amount, $this->currency, $this->account, $this->name, $this->purpose, $this->reference];

        return implode('|', array_map(static fn (int|string $part): string => mb_strtoupper((string) preg_replace('/\s+/u', '', (string) $part)), $parts));
    }
}

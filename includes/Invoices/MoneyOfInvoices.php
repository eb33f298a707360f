<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Shared\Money\Money;
use DateTimeImmutable;

/** What invoices ask of those who take money: what came for one of them. */
interface MoneyOfInvoices
{
    /** @return list<array<string, mixed>> every payment and refund, each as the contract's payment: for staff */
    public function for_staff(int $invoice_id): array;

    /**
     * @return list<array{at: DateTimeImmutable, what: string, amount: Money, receipt: array{string, int, string}|null}> what came and what
     *     went back (below zero), in the reader's language: for clients. A receipt is the word of its screen, an id and its number
     */
    public function received(int $invoice_id): array;

    /** @return array{at: DateTimeImmutable, amount: Money, why: string}|null money for it that the payer's bank returned last, and why, in the reader's language ("" where nobody said) */
    public function returned(int $invoice_id): ?array;
}

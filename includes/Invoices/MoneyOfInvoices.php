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

    /** @return list<array{at: DateTimeImmutable, what: string, amount: Money}> what came, in the reader's language: for clients */
    public function received(int $invoice_id): array;
}

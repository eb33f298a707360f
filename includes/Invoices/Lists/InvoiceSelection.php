<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Lists;

/** What figures count that is no state of its own. A figure and the list it opens are the same selection. */
enum InvoiceSelection: string
{
    /** Something is still to be paid, overdue or not. */
    case Outstanding = 'outstanding';
    /** Something is still to be paid, today or within seven days. */
    case DueThisWeek = 'due_this_week';
    /** Something is still to be paid for which a payment at a gateway failed in the last 30 days. */
    case PaymentFailed = 'payment_failed';
    /** More came than was asked for, and has not gone back. */
    case Overpaid = 'overpaid';

    /** @return array<string, string> as the list takes it */
    public function query(): array
    {
        return ['only' => $this->value];
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Portal;

use Counterfoil\Invoices\DocumentLanguage;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceState;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Money\Money;
use DateTimeImmutable;

/** Sentences that several views share. */
final readonly class Words
{
    public function __construct(private DocumentLanguage $language, private Calendar $calendar)
    {
    }

    /** What stands at the top of an invoice. */
    public function headline(Invoice $invoice, string $today): string
    {
        $state = $invoice->state($today);

        return match (true) {
            /* translators: 1: amount of money, 2: date */
            $state->is_payable() => sprintf(__('%1$s due %2$s', 'counterfoil'), $this->language->numbers->money($invoice->due()), $this->language->day($invoice->due_date)),
            /* translators: 1: amount of money, 2: date */
            $state === InvoiceState::Paid && $invoice->paid_at !== null => sprintf(__('%1$s paid on %2$s', 'counterfoil'), $this->language->numbers->money(new Money($invoice->asked(), $invoice->currency)), $this->day($invoice->paid_at)),
            /* translators: 1: amount of money, 2: date */
            $state === InvoiceState::Invoiced && $invoice->paid_at !== null => sprintf(__('%1$s paid on %2$s', 'counterfoil'), $this->language->numbers->money($invoice->total()), $this->day($invoice->paid_at)),
            $state === InvoiceState::Withdrawn => __('This pro forma invoice was withdrawn. There is nothing to pay.', 'counterfoil'),
            $state === InvoiceState::Void => __('This invoice is void. There is nothing to pay.', 'counterfoil'),
            /* translators: 1: amount of money, 2: state of an invoice ("Refunded") */
            default => sprintf(__('%1$s · %2$s', 'counterfoil'), $this->language->numbers->money($invoice->total()), $state->label()),
        };
    }

    public function day(DateTimeImmutable $moment): string
    {
        return $this->language->day($this->calendar->day($moment));
    }
}

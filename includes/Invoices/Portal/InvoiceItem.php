<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Portal;

/** An invoice in a few words; each string is made. */
final readonly class InvoiceItem
{
    public function __construct(
        public string $number,
        /** "12 December 2026" */
        public string $issued,
        public string $due_date,
        public string $amount,
        /** InvoiceState's value: decides the colour */
        public string $state,
        /** "Overdue 12 days" */
        public string $label,
        public string $url,
        public string $pdf_url,
        /** The same, saved at once */
        public string $download_url,
        /** Null when there is nothing to pay, or this contact may not */
        public ?string $pay_url = null,
        /** "Pay €1,176.91" */
        public string $pay_label = '',
        /** What of it was paid and is not here yet, "€1,176.91"; empty for nothing */
        public string $on_its_way = '',
        /** "Pro forma"; empty for an invoice */
        public string $kind = '',
        /** "Transfer announced on 5 November 2026"; empty where the client didn't say it */
        public string $announced = '',
        /** Its id where it can be paid online together with others; null where it can't */
        public ?int $payable_id = null,
    ) {
    }

    /** Whether its state is more than the one or two words that fit between number and sum on a phone. */
    public function has_long_state(): bool
    {
        return $this->announced !== '' || mb_strlen($this->label) > 12;
    }
}

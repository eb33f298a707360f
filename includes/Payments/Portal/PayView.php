<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Portal;

use Counterfoil\Invoices\Portal\InvoiceItem;

final readonly class PayView
{
    /**
     * @param 'start'|'processing'|'succeeded'|'closed' $phase
     * @param list<array{label: string, value: string}> $facts beside the invoice's number
     * @param array<string, mixed> $context for the script: addresses, words, colours
     */
    public function __construct(
        public string $phase,
        public string $message,
        /** Why the last try failed */
        public string $error,
        /** What became of the last try where it has not failed */
        public string $notice,
        public string $number,
        public string $amount,
        public array $facts,
        /** "Payment to Studio Nord", "Paid to Studio Nord" */
        public string $label,
        public string $button,
        /** "Invoice", before its number */
        public string $kind_label,
        public string $invoice_url,
        /** "View invoice" */
        public string $invoice_label,
        public string $pdf_url,
        /** Null where nothing came */
        public ?string $receipt_url,
        public string $portal_url,
        public string $help_email,
        public string $processing_heading,
        public string $closed_heading,
        /** The bill that is to be paid next; null when there is none, or this one is not paid */
        public ?InvoiceItem $next,
        public array $context,
        /** Where it says how to transfer it; null where that isn't offered */
        public ?string $transfer_url = null,
        /** @var list<array{kind: string, number: string, url: string, amount: string}> when there are several, each with its part */
        public array $bills = [],
        /** Where a part of it is paid; null where that isn't allowed */
        public ?string $part_url = null,
        /** What the payer agrees to where the method is kept; null where it is not */
        public ?string $consent = null,
    ) {
    }

    /**
     * The same for a reader who sees this one bill only.
     *
     * @param array{amount: string, bill: string, pdf: string, receipt: string|null, start: string, refresh: string} $own its sum, and addresses
     */
    public function by_link(array $own): self
    {
        return new self(...[
            'amount' => $own['amount'],
            'invoice_url' => $own['bill'],
            'pdf_url' => $own['pdf'],
            'receipt_url' => $this->receipt_url === null ? null : $own['receipt'],
            'portal_url' => '',
            'transfer_url' => null,
            'part_url' => null,
            'next' => null,
            'context' => ['startUrl' => $own['start'], 'refreshUrl' => $own['refresh']] + $this->context,
        ] + get_object_vars($this));
    }
}

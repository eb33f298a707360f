<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Portal;

final readonly class PayView
{
    /**
     * @param 'start'|'processing'|'succeeded'|'closed' $phase
     * @param array<string, mixed> $context for the script: addresses, words, colours
     */
    public function __construct(
        public string $phase,
        public string $message,
        /** Why the last try failed */
        public string $error,
        public string $number,
        public string $amount,
        /** "12 December 2026" */
        public string $due,
        public string $payee,
        public string $button,
        public string $invoice_url,
        public string $pdf_url,
        public string $portal_url,
        public string $help_email,
        public string $closed_heading,
        public array $context,
    ) {
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Gateways\BankTransfer\Portal;

/** What the page about a bank transfer says; each string is made. */
final readonly class TransferView
{
    /**
     * @param list<array{title: string, facts: list<array{label: string, value: string, copy: string}>, code: list<string>|null}> $accounts
     */
    public function __construct(
        public string $number_label,
        public string $number,
        public string $amount,
        public string $due_date,
        public string $label,
        public string $invoice_url,
        public string $invoice_label,
        /** Where it can be paid online; null where it can't */
        public ?string $pay_url,
        /** Why there is nothing to transfer; '' where there is */
        public string $closed,
        public array $accounts,
        /** "Transfer announced on 5 November 2026"; '' while nobody said it */
        public string $announced,
        /** The latest day that can be chosen, "2026-03-31" */
        public string $today,
        public string $error,
        public string $nonce,
    ) {
    }
}

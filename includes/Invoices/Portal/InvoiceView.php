<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Portal;

use Closure;

/**
 * @phpstan-import-type Shape from \Counterfoil\Documents\Paper
 * @phpstan-import-type Transfer from \Counterfoil\Documents\Paper
 */
final readonly class InvoiceView
{
    /**
     * @param array $paper what the document says, as it was when it was issued
     * @phpstan-param Shape $paper
     * @param list<array{label: string, value: string, strong: bool}> $settlement what was paid since, and what is due
     * @param list<array{date: string, number: string, reason: string, amount: string, url: string}> $credit_notes what was taken back of it, and the address of the PDF
     * @param list<array{date: string, what: string, amount: string, receipt_url: string|null, receipt: string}> $payments
     * @param array|null $transfer how to pay by bank transfer, while there is something to pay
     * @phpstan-param Transfer|null $transfer
     * @param array{text: string, url: string}|null $other the invoice that a pro-forma became, or the pro-forma that an invoice comes from
     */
    public function __construct(
        public InvoiceItem $item,
        /** "€1,176.91 due 12 December 2026", "Paid on 3 December 2026" */
        public string $headline,
        public array $paper,
        public array $settlement,
        public array $credit_notes,
        public array $payments,
        public string $back_url,
        public ?array $transfer = null,
        /** @var list<array{id: int, name: string, size: string, url: string}> sent with it */
        public array $files = [],
        public ?array $other = null,
        /** Why it is due again, or "" */
        public string $returned = '',
    ) {
    }

    /**
     * Without what is about more than this one bill.
     *
     * @param Closure(int): string $file_url address of an attached file
     */
    public function alone(Closure $file_url): self
    {
        return new self(...[
            'settlement' => array_values(array_filter($this->settlement, static fn (array $row): bool => $row['label'] !== __('Credit balance', 'counterfoil'))),
            'credit_notes' => [],
            'payments' => [],
            'back_url' => '',
            'files' => array_map(static fn (array $file): array => ['url' => $file_url($file['id'])] + $file, $this->files),
            'other' => null,
        ] + get_object_vars($this));
    }
}

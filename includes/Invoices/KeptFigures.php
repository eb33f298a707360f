<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Documents\DocumentKind;

/** What is kept of an invoice about money, and how it follows from what came. Amounts are minor units of its currency. */
final readonly class KeptFigures
{
    private function __construct(
        public int $id,
        private InvoiceStatus $status,
        private string $settlement,
        private int $total,
        private int $paid,
        private int $refunded,
        private int $given_back,
        private int $credited,
        public int $due,
        private string $due_on,
        private string $due_date,
        private bool $was_paid,
        private bool $is_pro_forma,
        private bool $has_invoice,
    ) {
    }

    /** @param array<string, string|null> $row */
    public static function from_row(array $row): self
    {
        return new self(
            (int) $row['id'],
            InvoiceStatus::from((string) $row['status']),
            (string) $row['settlement'],
            (int) $row['total'],
            (int) $row['paid'],
            (int) $row['refunded'],
            (int) $row['given_back'],
            (int) $row['credited'],
            (int) $row['due'],
            (string) $row['due_on'],
            (string) $row['due_date'],
            $row['paid_at'] !== null,
            $row['kind'] === DocumentKind::ProForma->value,
            $row['made'] !== null,
        );
    }

    /** @return array<string, int|string> */
    public function figures(): array
    {
        return ['paid' => $this->paid, 'refunded' => $this->refunded, 'credited' => $this->credited, 'due' => $this->due, 'due on' => $this->due_on, 'settlement' => $this->settlement];
    }

    /** @return array<string, int|string> the same, as it follows from what came, what of it went back, and credit notes */
    public function computed(int $paid, int $refunded, int $credited): array
    {
        if ($this->is_pro_forma && $this->has_invoice) {
            return ['paid' => $paid, 'refunded' => $refunded, 'credited' => $credited, 'due' => 0, 'due on' => '', 'settlement' => Settlement::Invoiced->value];
        }
        // That it was paid once is a fact of its own; it must have been, or it still is. So is what of the refunds was made
        // while it was: the books have it, too.
        $given_back = $this->given_back();
        $settlement = $this->status === InvoiceStatus::Issued ? Settlement::of($this->total - $credited, $paid, $refunded, $this->was_paid, $credited, $given_back) : Settlement::Unpaid;
        $due = $this->status === InvoiceStatus::Issued && $settlement->is_open() ? $this->total - $credited - $paid + $refunded - $given_back : 0;

        return ['paid' => $paid, 'refunded' => $refunded, 'credited' => $credited, 'due' => $due, 'due on' => $due > 0 ? $this->due_date : '', 'settlement' => $settlement->value];
    }

    /** What clients owe by it. */
    public function owed(): int
    {
        return $this->is_pro_forma ? 0 : $this->due;
    }

    /** What came for a pro-forma whose invoice is not made yet. */
    public function prepaid(): int
    {
        return $this->is_pro_forma && $this->status === InvoiceStatus::Issued && ! $this->has_invoice ? $this->paid - $this->refunded : 0;
    }

    /** What was billed by it. */
    public function billed(): int
    {
        return $this->is_pro_forma ? 0 : $this->asked();
    }

    /** What clients were asked for. */
    public function asked(): int
    {
        return $this->status === InvoiceStatus::Issued ? $this->total - $this->credited : 0;
    }

    public function credit(): int
    {
        return max(0, $this->paid - $this->refunded + $this->given_back - $this->asked());
    }

    public function given_back(): int
    {
        return $this->is_pro_forma ? 0 : $this->given_back;
    }
}

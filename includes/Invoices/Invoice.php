<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Documents\DocumentKind;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Money\Currency;
use Counterfoil\Shared\Money\Money;
use DateTimeImmutable;

/** An invoice or a pro-forma, without its lines and its document, which InvoiceRepository and InvoiceArchive give by themselves. */
final readonly class Invoice
{
    /** @param list<TaxSum> $taxes */
    private function __construct(
        public int $id,
        public int $client_id,
        public int $portal_id,
        public ?int $website_id,
        public InvoiceStatus $status,
        public Settlement $settlement,
        /** Null for a draft */
        public ?string $number,
        public Currency $currency,
        public TaxMode $tax_mode,
        public ?Discount $discount,
        public string $message,
        /** Minor units, as all amounts */
        public int $subtotal,
        public int $discounted,
        public int $net,
        public int $tax,
        public int $total,
        public array $taxes,
        public int $paid,
        public int $refunded,
        /** Of that, what went back while all of it was paid: nobody is asked for it again, and no money that comes makes up for it */
        private int $given_back,
        /** Taken back by credit notes */
        public int $credited,
        /** What is open; 0 of a draft */
        private int $due,
        public ?string $issue_date,
        /** A day in the business's time zone, "2026-03-31" */
        public string $due_date,
        public int $version,
        public DateTimeImmutable $created_at,
        public ?DateTimeImmutable $issued_at,
        public ?DateTimeImmutable $opened_at,
        public ?DateTimeImmutable $paid_at,
        public ?DateTimeImmutable $voided_at,
        public Supply $supply,
        public string $buyer_reference,
        public string $payment_terms,
        public string $purchase_order,
        public string $exchange_rate,
        public ?AppliedCoupon $coupon,
        public DocumentKind $kind,
        /** The pro-forma whose payment made it */
        public ?int $pro_forma_id,
    ) {
    }

    /** @param array<string, string|null> $row */
    public static function from_row(array $row): self
    {
        $moment = static fn (string $column): ?DateTimeImmutable => $row[$column] === null ? null : Timestamps::from_row($row[$column]);

        return new self(
            (int) $row['id'],
            (int) $row['client_id'],
            (int) $row['portal_id'],
            $row['website_id'] === null ? null : (int) $row['website_id'],
            InvoiceStatus::from((string) $row['status']),
            Settlement::from((string) $row['settlement']),
            $row['number'],
            Currency::of((string) $row['currency']),
            TaxMode::from((string) $row['tax_mode']),
            Discount::from_row($row['discount']),
            (string) $row['message'],
            (int) $row['subtotal'],
            (int) $row['discounted'],
            (int) $row['net'],
            (int) $row['tax'],
            (int) $row['total'],
            TaxSum::from_rows((string) $row['taxes']),
            (int) $row['paid'],
            (int) $row['refunded'],
            (int) $row['given_back'],
            (int) $row['credited'],
            (int) $row['due'],
            $row['issue_date'],
            (string) $row['due_date'],
            (int) $row['version'],
            Timestamps::from_row((string) $row['created_at']),
            $moment('issued_at'),
            $moment('opened_at'),
            $moment('paid_at'),
            $moment('voided_at'),
            new Supply($row['supply_from'], $row['supply_to']),
            (string) $row['buyer_reference'],
            (string) $row['payment_terms'],
            (string) $row['purchase_order'],
            (string) $row['exchange_rate'],
            AppliedCoupon::from_row($row['coupon']),
            DocumentKind::from((string) $row['kind']),
            $row['pro_forma_id'] === null ? null : (int) $row['pro_forma_id'],
        );
    }

    /** The draft as it is once it was issued like this. */
    public function issued_as(string $number, string $issue_date, SettledSum $sum, DateTimeImmutable $now): self
    {
        return new self(...[
            ...get_object_vars($this),
            ...get_object_vars($sum),
            'status' => InvoiceStatus::Issued,
            'number' => $number,
            'issue_date' => $issue_date,
            'issued_at' => $now,
            'version' => $this->version + 1,
        ]);
    }

    /** The same with what became of its sum. */
    public function settled_as(SettledSum $sum): self
    {
        return new self(...[...get_object_vars($this), ...get_object_vars($sum), 'version' => $this->version + 1]);
    }

    public function total(): Money
    {
        return new Money($this->total, $this->currency);
    }

    /** Still to be paid, as SettleInvoice wrote it; of a draft what it would ask for. */
    public function due(): Money
    {
        return new Money($this->is_draft() ? $this->total : $this->due, $this->currency);
    }

    /** What the client is asked for: the total less what credit notes took back; nothing of a void or withdrawn one. Minor units. */
    public function asked(): int
    {
        return $this->status->is_called_off() ? 0 : $this->total - $this->credited;
    }

    /** As it would be with so much more of it credited; its sums are not settled anew. */
    public function less(int $amount): self
    {
        return new self(...['credited' => $this->credited + $amount] + get_object_vars($this));
    }

    /** Paid beyond what is asked for, and not given back. */
    public function credit(): Money
    {
        return new Money(max(0, $this->paid - $this->refunded + $this->given_back - $this->asked()), $this->currency);
    }

    public function is_pro_forma(): bool
    {
        return $this->kind === DocumentKind::ProForma;
    }

    /** What clients owe by it. A pro-forma asks for money, but it is no sale: nothing is owed before its invoice. */
    public function owed(): Money
    {
        return new Money($this->is_pro_forma() ? 0 : $this->due()->amount, $this->currency);
    }

    /** What came for a pro-forma whose invoice is not made yet. */
    public function prepaid(): Money
    {
        $holds = $this->is_pro_forma() && $this->status === InvoiceStatus::Issued && $this->settlement !== Settlement::Invoiced;

        return new Money($holds ? $this->paid - $this->refunded : 0, $this->currency);
    }

    /** As it was when its payment made it: nothing had been paid of it yet. */
    public function before_its_money(): self
    {
        return new self(...['settlement' => Settlement::Unpaid, 'paid' => 0, 'refunded' => 0, 'given_back' => 0, 'due' => $this->total, 'paid_at' => null] + get_object_vars($this));
    }

    /** @param string $today in the business's time zone, "2026-03-31" */
    public function state(string $today): InvoiceState
    {
        return InvoiceState::of($this->status, $this->settlement, $this->due_date, $today);
    }

    public function days_overdue(string $today): int
    {
        return $this->state($today) === InvoiceState::Overdue
            ? (int) (new DateTimeImmutable($this->due_date))->diff(new DateTimeImmutable($today))->days
            : 0;
    }

    public function is_draft(): bool
    {
        return $this->status === InvoiceStatus::Draft;
    }

    /** Issued, not void, and something of it still to be paid. */
    public function is_payable(): bool
    {
        return $this->due > 0;
    }

    /**
     * @param list<self> $invoices
     * @return array<int, int> what is due of those that are to be paid, minor units, by id
     */
    public static function due_of(array $invoices): array
    {
        return array_filter(array_column($invoices, 'due', 'id'), static fn (int $due): bool => $due > 0);
    }

    /** Given back although it had been paid: nobody is asked for it again. */
    public function given_back(): Money
    {
        return new Money($this->is_pro_forma() ? 0 : $this->given_back, $this->currency);
    }
}

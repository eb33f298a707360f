<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

/** What people see: made of status, settlement and the clock, never stored. */
enum InvoiceState: string
{
    case Draft = 'draft';
    case Due = 'due';
    case Overdue = 'overdue';
    case PartPaid = 'part_paid';
    case Paid = 'paid';
    case Refunded = 'refunded';
    case Credited = 'credited';
    case Void = 'void';
    /** A pro-forma that was paid, and has its invoice */
    case Invoiced = 'invoiced';
    /** A pro-forma that is not to be paid any more */
    case Withdrawn = 'withdrawn';

    /**
     * @param string $due_date "2026-03-31", in the business's time zone like $today
     */
    public static function of(InvoiceStatus $status, Settlement $settlement, string $due_date, string $today): self
    {
        return match ($status) {
            InvoiceStatus::Draft => self::Draft,
            InvoiceStatus::Void => self::Void,
            InvoiceStatus::Withdrawn => self::Withdrawn,
            InvoiceStatus::Issued => match (true) {
                $settlement === Settlement::Paid => self::Paid,
                $settlement === Settlement::Refunded => self::Refunded,
                $settlement === Settlement::Credited => self::Credited,
                $settlement === Settlement::Invoiced => self::Invoiced,
                // The day it is due is still in time.
                $due_date < $today => self::Overdue,
                $settlement === Settlement::PartPaid => self::PartPaid,
                default => self::Due,
            },
        };
    }

    /** In the reader's language, as the state's badge says it. */
    public function label(): string
    {
        return match ($this) {
            self::Draft => __('Draft', 'counterfoil'),
            self::Due => __('Due', 'counterfoil'),
            self::Overdue => __('Overdue', 'counterfoil'),
            self::PartPaid => __('Partially paid', 'counterfoil'),
            self::Paid, self::Invoiced => __('Paid', 'counterfoil'),
            self::Refunded => __('Refunded', 'counterfoil'),
            self::Credited => __('Credited', 'counterfoil'),
            self::Void => __('Void', 'counterfoil'),
            self::Withdrawn => __('Withdrawn', 'counterfoil'),
        };
    }

    public function is_payable(): bool
    {
        return in_array($this, [self::Due, self::Overdue, self::PartPaid], true);
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Documents;

/** What is numbered, drawn and kept for good. Each kind has numbers of its own. */
enum DocumentKind: string
{
    case Invoice = 'invoice';
    case ProForma = 'pro_forma';
    case CreditNote = 'credit_note';
    case Receipt = 'receipt';
    /** The confirmation that money went back. */
    case Refund = 'refund';

    /** In front of its numbers, where nothing else was chosen. */
    public function usual_prefix(): string
    {
        return match ($this) {
            self::Invoice => 'INV-',
            self::ProForma => 'PF-',
            self::CreditNote => 'CN-',
            self::Receipt => 'R-',
            self::Refund => 'RF-',
        };
    }

    /** Several of them, as lists and tables call them. */
    public function label(): string
    {
        return match ($this) {
            self::Invoice => __('Invoices', 'counterfoil'),
            self::ProForma => __('Pro forma invoices', 'counterfoil'),
            self::CreditNote => __('Credit notes', 'counterfoil'),
            self::Receipt => __('Receipts', 'counterfoil'),
            self::Refund => __('Refund confirmations', 'counterfoil'),
        };
    }
}

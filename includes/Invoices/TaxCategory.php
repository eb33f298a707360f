<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

/** Why a rate is what it is: the codes of EN 16931 (BT-151, a part of UNTDID 5305). */
enum TaxCategory: string
{
    case Standard = 'S';
    case Zero = 'Z';
    case Exempt = 'E';
    case ReverseCharge = 'AE';
    case IntraCommunity = 'K';
    case Export = 'G';
    case OutOfScope = 'O';

    /** Reasons that follow from the category alone (VATEX); empty where there are none, or several. */
    public function reason_code(): string
    {
        return match ($this) {
            self::ReverseCharge => 'VATEX-EU-AE',
            self::IntraCommunity => 'VATEX-EU-IC',
            self::Export => 'VATEX-EU-G',
            self::OutOfScope => 'VATEX-EU-O',
            default => '',
        };
    }

    /** Both have to be known by a number of their tax office (BR-AE-2, BR-IC-2). */
    public function needs_vat_id_of_buyer(): bool
    {
        return $this === self::ReverseCharge || $this === self::IntraCommunity;
    }

    /** In the reader's language, short enough for a column. */
    public function name(): string
    {
        return match ($this) {
            self::Standard => __('Standard rate', 'counterfoil'),
            self::Zero => __('Zero rate', 'counterfoil'),
            self::Exempt => __('Exempt', 'counterfoil'),
            self::ReverseCharge => __('Reverse charge', 'counterfoil'),
            self::IntraCommunity => __('Intra-Community supply', 'counterfoil'),
            self::Export => __('Export', 'counterfoil'),
            self::OutOfScope => __('Not subject to VAT', 'counterfoil'),
        };
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Business\LegalProfile;
use Counterfoil\Business\TaxStatus;

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

    /**
     * Where nobody said it. Null where that would be a guess: no tax on a line of a business that charges tax
     * may be an exemption, a reverse charge or a forgotten tax.
     */
    public static function proposed(?Tax $tax, LegalProfile $seller): ?self
    {
        return match (true) {
            $tax?->category !== null => $tax->category,
            $seller->tax_status === TaxStatus::Exempt && ($tax === null || $tax->is_zero()) => self::Exempt,
            $seller->tax_status === TaxStatus::None && ($tax === null || $tax->is_zero()) => self::OutOfScope,
            $tax === null => null,
            default => $tax->is_zero() ? self::Zero : self::Standard,
        };
    }
}

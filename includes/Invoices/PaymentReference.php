<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Business\Business;
use Counterfoil\Documents\Codes\CreditorReference;
use Counterfoil\Documents\Paper;

/**
 * What a bank transfer is marked with, so that it is known what it pays: the number as paper, mails and the portal say it, or
 * the creditor reference (ISO 11649) made of it, where the business wants that. Bank statements are matched by both.
 */
final readonly class PaymentReference
{
    /**
     * @param string $number Paper::NUMBER while it is not known
     * @return string a creditor reference without spaces; of a number that is too long for one, the number
     */
    public static function of(string $number, Business $business): string
    {
        return match (true) {
            ! $business->legal->creditor_reference => $number,
            $number === Paper::NUMBER => Paper::CREDITOR_REFERENCE,
            default => CreditorReference::of($number) ?? $number,
        };
    }

    /** As people read and type it. */
    public static function readable(string $reference): string
    {
        return CreditorReference::is($reference) ? CreditorReference::grouped($reference) : $reference;
    }
}

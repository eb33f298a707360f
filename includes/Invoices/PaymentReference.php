<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

/**
 * What a bank transfer is marked with, so that it is known what it pays: the number as paper, mails and the portal say it. Bank
 * statements are matched by it, and by a creditor reference (ISO 11649) that a bank or a program made of it.
 */
final readonly class PaymentReference
{
    public static function of(string $number): string
    {
        return $number;
    }
}

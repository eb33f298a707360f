<?php

declare(strict_types=1);

namespace Counterfoil\Ledger;

/** The accounts of the books. What is owed to the agency and what it has is positive, what it owes negative. */
final readonly class Account
{
    /** What clients owe, of each invoice */
    public const RECEIVABLE = 'receivable';
    /** What clients have with the agency: money that came and is on no invoice, or more than one asked for */
    public const CREDIT = 'credit';
    /** What came for pro-formas whose invoice is not made yet */
    public const PREPAID = 'prepaid';
    /** Money that came outside of any gateway */
    public const OFFLINE = 'offline';
    /** What was billed, without tax */
    public const REVENUE = 'revenue';
    public const TAX = 'tax';
    /** Given back of what had been paid: nobody is asked for it again */
    public const REFUNDED = 'refunded';

    /** Which entries are about money that is there, as SQL; the same as is_money(). */
    public const MONEY = "(account = '" . self::OFFLINE . "' OR account LIKE 'gateway:%')";

    public static function is_money(string $account): bool
    {
        return $account === self::OFFLINE || str_starts_with($account, self::gateway(''));
    }

    /** Money at a gateway. */
    public static function gateway(string $name): string
    {
        return $name === self::OFFLINE ? self::OFFLINE : "gateway:{$name}";
    }
}

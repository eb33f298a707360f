<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Reversals;

/** Why money that had come was taken back. */
enum ReversalReason: string
{
    /** The payer's bank returned a debit, weeks later perhaps */
    case Returned = 'returned';
    /** The payer disputed the payment, and the money was withdrawn until it is decided, or for good */
    case Disputed = 'disputed';
    /** It was recorded by mistake: the money never came */
    case Undone = 'undone';

    /** The posting that takes it. */
    public function taken_kind(): string
    {
        return match ($this) {
            self::Returned => 'payment.reversed',
            self::Disputed => 'dispute.withdrawn',
            self::Undone => 'payment.undone',
        };
    }

    /** The posting by which it comes again. */
    public function restored_kind(): string
    {
        return match ($this) {
            self::Returned, self::Undone => 'payment.restored',
            self::Disputed => 'dispute.reinstated',
        };
    }
}

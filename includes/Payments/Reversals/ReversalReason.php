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
}

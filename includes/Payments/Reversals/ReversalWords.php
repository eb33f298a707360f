<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Reversals;

/** What is said of money that was taken back, in the reader's language. */
final readonly class ReversalWords
{
    /** In a list of payments. */
    public static function what(Reversal $reversal): string
    {
        if ($reversal->reason !== ReversalReason::Returned) {
            return $reversal->reason === ReversalReason::Undone ? __('Recorded by mistake', 'counterfoil') : __('Withdrawn by the bank because of a dispute', 'counterfoil');
        }
        $why = self::why($reversal);

        return $why === ''
            ? __('Returned by the bank', 'counterfoil')
            /* translators: %s: why, "insufficient funds" */
            : sprintf(__('Returned by the bank: %s', 'counterfoil'), $why);
    }

    /** Why a debit was returned; "" where nobody said, and for what was no debit. */
    public static function why(Reversal $reversal): string
    {
        return $reversal->reason === ReversalReason::Returned ? (ReturnReason::tryFrom($reversal->detail)?->words() ?? '') : '';
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Refunds;

/** Where money that goes back stands. */
enum RefundState: string
{
    /** Written down, the sum set aside; the gateway may not know of it yet. */
    case Intended = 'intended';
    /** The gateway was asked and did not answer. */
    case Unknown = 'unknown';
    /** Accepted, on its way to the payer's bank. */
    case Pending = 'pending';
    case Succeeded = 'succeeded';
    case Failed = 'failed';

    /** A refund that had arrived may come back: the payer's bank account was closed. */
    private const TRANSITIONS = [
        'intended' => ['unknown', 'pending', 'succeeded', 'failed'],
        'unknown' => ['pending', 'succeeded', 'failed'],
        'pending' => ['succeeded', 'failed'],
        'succeeded' => ['failed'],
        'failed' => [],
    ];

    /** What becomes of it is not known yet. */
    public function is_open(): bool
    {
        return in_array($this, [self::Intended, self::Unknown, self::Pending], true);
    }

    public function may_become(self $next): bool
    {
        return in_array($next->value, self::TRANSITIONS[$this->value], true);
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Payments;

/** Where a payment stands, whatever gateway takes it. */
enum PaymentState: string
{
    /** Written down; at the gateway it waits for a card, or is not there yet. */
    case Intended = 'intended';
    /** The bank asks the payer (3-D Secure). */
    case RequiresAction = 'requires_action';
    case Processing = 'processing';
    /** The gateway was asked to begin and did not answer. Settled by asking, never by another key. */
    case Unknown = 'unknown';
    case Succeeded = 'succeeded';
    /** The last try failed; while the payment is under way another may be made. */
    case Failed = 'failed';
    case Cancelled = 'cancelled';

    /** What may follow. Money that comes is always recorded, even for what was believed cancelled. */
    private const TRANSITIONS = [
        'intended' => ['requires_action', 'processing', 'unknown', 'succeeded', 'failed', 'cancelled'],
        'requires_action' => ['intended', 'processing', 'succeeded', 'failed', 'cancelled'],
        'processing' => ['succeeded', 'failed', 'cancelled'],
        'unknown' => ['intended', 'requires_action', 'processing', 'succeeded', 'failed', 'cancelled'],
        'failed' => ['intended', 'requires_action', 'processing', 'unknown', 'succeeded', 'cancelled'],
        'cancelled' => ['succeeded'],
        'succeeded' => [],
    ];

    public function may_become(self $next): bool
    {
        return in_array($next->value, self::TRANSITIONS[$this->value], true);
    }

    /** Nothing follows any more: the invoice may be paid in another way. */
    public function is_final(): bool
    {
        return $this === self::Succeeded || $this === self::Cancelled;
    }

    /** The payer can still do something about it. */
    public function waits_for_payer(): bool
    {
        return in_array($this, [self::Intended, self::RequiresAction, self::Failed], true);
    }
}

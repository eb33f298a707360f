<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Disputes;

/** Where a dispute stands, whatever gateway it is at. */
enum DisputeState: string
{
    /** The bank asks; nothing was taken back */
    case Inquiry = 'inquiry';
    /** The bank has taken the money back, and waits for an answer */
    case Opened = 'opened';
    /** The bank has the answer */
    case UnderReview = 'under_review';
    case Won = 'won';
    case Lost = 'lost';
    /** An inquiry that came to nothing */
    case Closed = 'closed';

    /** Answers that overtake one another on their way change nothing back. */
    public function may_become(self $next): bool
    {
        return $next->rank() > $this->rank();
    }

    private function rank(): int
    {
        return match ($this) {
            self::Inquiry => 0,
            self::Opened => 1,
            self::UnderReview => 2,
            self::Won, self::Lost, self::Closed => 3,
        };
    }

    /** Somebody has to look at it. */
    public function is_open(): bool
    {
        return in_array($this, [self::Inquiry, self::Opened, self::UnderReview], true);
    }
}

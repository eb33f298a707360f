<?php

declare(strict_types=1);

namespace Counterfoil\Identity;

/** What a mailed link is for, and how long it works. */
enum TokenPurpose: string
{
    case Invitation = 'invitation';
    case Reset = 'reset';
    case Magic = 'magic';

    /** Seconds */
    public function lifetime(): int
    {
        return match ($this) {
            self::Invitation => 7 * 86_400,
            self::Reset => 3_600,
            self::Magic => 900,
        };
    }
}

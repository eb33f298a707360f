<?php

declare(strict_types=1);

namespace Counterfoil\Identity;

/** What a mailed link is for, and how long it works. */
enum TokenPurpose: string
{
    case Invitation = 'invitation';
    case Reset = 'reset';
    case Magic = 'magic';
    /** Confirms an address that somebody wants to change to */
    case Email = 'email';

    /** Seconds */
    public function lifetime(): int
    {
        return match ($this) {
            self::Invitation => 7 * 86_400,
            self::Reset => 3_600,
            self::Magic => 900,
            self::Email => 86_400,
        };
    }
}

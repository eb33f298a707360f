<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Renewals;

/** How far a bill of a subscription has come. */
enum RenewalState: string
{
    /** Its periods are claimed; its bill is not out yet. */
    case Claimed = 'claimed';
    /** The bill is out and waits for its money. */
    case Billed = 'billed';
    case Paid = 'paid';
    /** Not paid, and nothing more is done about it by itself. */
    case GivenUp = 'given_up';
    /** The bill was voided or credited. */
    case CalledOff = 'called_off';
}

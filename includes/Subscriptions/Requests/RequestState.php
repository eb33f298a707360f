<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Requests;

/** Where a client's request to cancel stands. What is answered or withdrawn stays so. */
enum RequestState: string
{
    case Open = 'open';
    case Accepted = 'accepted';
    case Declined = 'declined';
    case Withdrawn = 'withdrawn';
}

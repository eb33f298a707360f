<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Gateway;

/** What is known after a call to a gateway went wrong. */
enum GatewayErrorKind
{
    /** A definite no: nothing was done. */
    case Refused;
    /** No answer, half an answer, or a broken one: it may have been done. */
    case Unknown;
    /** Not looked at, too many calls: nothing was done, the same call may be made again. */
    case Busy;
    /** It has no such thing. */
    case Missing;
}

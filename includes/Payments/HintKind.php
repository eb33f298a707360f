<?php

declare(strict_types=1);

namespace Counterfoil\Payments;

/** What a gateway hints at. */
enum HintKind: string
{
    /** The id is the gateway's of the payment */
    case Payment = 'payment';
    /** The id is the gateway's of the payment that money goes back of */
    case Refund = 'refund';
    /** The id is the gateway's of the dispute */
    case Dispute = 'dispute';
}

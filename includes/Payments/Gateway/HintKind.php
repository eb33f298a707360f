<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Gateway;

use Counterfoil\Payments\Disputes\Dispute;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\Refunds\Refund;

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

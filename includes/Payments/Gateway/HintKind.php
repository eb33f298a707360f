<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Gateway;

/** What a gateway hints at. */
enum HintKind: string
{
    /** The id is the gateway's of the payment */
    case Payment = 'payment';
    /** The id is the gateway's of the payment that money goes back of */
    case Refund = 'refund';
    /** The id is the gateway's of the dispute */
    case Dispute = 'dispute';
    /** The id is the gateway's of a kept method */
    case Method = 'method';
    /** The id is the gateway's of the keeping of a method */
    case Keeping = 'keeping';
    /** The id is the gateway's of a customer who may have been deleted */
    case Customer = 'customer';
    /** The id is the gateway's of what a payer agreed to */
    case Mandate = 'mandate';
}

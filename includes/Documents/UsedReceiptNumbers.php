<?php

declare(strict_types=1);

namespace Counterfoil\Documents;

/** The same of receipts and refund confirmations, which are kept beside the money. */
interface UsedReceiptNumbers extends UsedNumbers
{
}

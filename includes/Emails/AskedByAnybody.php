<?php

declare(strict_types=1);

namespace Counterfoil\Emails;

/**
 * Anybody can ask for these letters for any address. Asking must take the same time whether the address is known or
 * not, so who is behind it is found out by prepare(), after the answer has left; of an address that is nobody's
 * nothing is kept.
 */
interface AskedByAnybody extends PreparedLetter
{
}

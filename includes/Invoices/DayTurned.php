<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Invoices\Issuing\IssueInvoice;
use RuntimeException;

/** Midnight came between preparing an invoice and giving its number. Never seen outside of IssueInvoice. */
final class DayTurned extends RuntimeException
{
}

<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Gateway;

use Counterfoil\Shared\DomainError;

/**
 * One account at a gateway, in one mode. What it can do beside being named it says by the interfaces it takes:
 * TakesPayments, GivesRefunds, ReportsDisputes. None of their calls may be made in a transaction; all of them
 * throw GatewayError. The same key twice is one effect at the gateway.
 */
interface Gateway
{
    /** As it is written into rows, lower case: the name under which its module contributes it. */
    public function name(): string;

    /** For people. */
    public function title(): string;

    /** "test" or "live" */
    public function mode(): string;

    /**
     * The account's id; asks the gateway the first time.
     *
     * @throws DomainError 503 when nothing is set up
     */
    public function account(): string;
}

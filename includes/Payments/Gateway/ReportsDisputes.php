<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Gateway;

use DateTimeImmutable;

/** A gateway that tells when a payer's bank takes a payment back, or asks about it. */
interface ReportsDisputes extends Gateway
{
    /** @throws GatewayError */
    public function dispute(string $id): GatewayDispute;

    /**
     * @return list<GatewayDispute> those that were opened since then
     * @throws GatewayError
     */
    public function disputes_since(DateTimeImmutable $since): array;
}

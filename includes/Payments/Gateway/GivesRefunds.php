<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Gateway;

use Counterfoil\Payments\Refunds\Refund;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Money\Money;
use DateTimeImmutable;

/** A gateway through which money goes back the way it came. */
interface GivesRefunds extends Gateway
{
    /** @throws DomainError 409 when this amount can't be given back: too fine */
    public function check_refund(Money $amount): void;

    public function refund(Refund $refund, string $payment): GatewayRefund;

    /** @return list<GatewayRefund> every refund of a payment */
    public function refunds_of(string $payment): array;

    /**
     * @return list<GatewayRefund> those that were made since then, of whatever payment
     * @throws GatewayError
     */
    public function refunds_since(DateTimeImmutable $since): array;
}

<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Methods;

use Counterfoil\Payments\FailureReason;
use Counterfoil\Payments\Payment;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Money\Money;

/** Nobody charges kept methods on this site. */
final readonly class NobodyFollows implements FollowsCharges
{
    public function came(Change $change, Payment $payment): void
    {
    }

    public function failed(Change $change, Payment $payment, FailureReason $reason): bool
    {
        return false;
    }

    public function needs_client(Change $change, Payment $payment): bool
    {
        return false;
    }

    public function on_its_way(Change $change, Payment $payment): void
    {
    }

    public function returned(Change $change, Payment $payment, Money $amount): void
    {
    }

    public function method_kept(Change $change, KeptMethod $method): void
    {
    }

    public function method_updated(Change $change, KeptMethod $method): void
    {
    }

    public function default_chosen(Change $change, KeptMethod $method): void
    {
    }

    public function method_replaced(Change $change, KeptMethod $before, KeptMethod $method): void
    {
    }

    public function method_agreed(Change $change, KeptMethod $method, Payment $payment): void
    {
    }

    public function method_removed(Change $change, KeptMethod $method): void
    {
    }
}

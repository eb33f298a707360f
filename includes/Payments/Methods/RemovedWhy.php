<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Methods;

/** Why a method can't be charged any more. */
enum RemovedWhy: string
{
    /** The client took it out in the portal */
    case Client = 'client';
    case Staff = 'staff';
    /** It was taken out at the gateway, or is gone there */
    case Gateway = 'gateway';
    case CustomerDeleted = 'customer_deleted';
    case MandateRevoked = 'mandate_revoked';
    /** The same card or account was left again, and that one is charged from then on */
    case Replaced = 'replaced';

    public function words(): string
    {
        return match ($this) {
            self::Client => __('removed by the client', 'counterfoil'),
            self::Staff => __('removed by your team', 'counterfoil'),
            self::Gateway => __('removed at the payment provider', 'counterfoil'),
            self::CustomerDeleted => __('the customer was deleted at the payment provider', 'counterfoil'),
            self::Replaced => __('saved again', 'counterfoil'),
            self::MandateRevoked => __('the mandate was revoked', 'counterfoil'),
        };
    }

    /** Whether the gateway still has it, so that it is to be taken out there. */
    public function is_ours(): bool
    {
        return $this === self::Client || $this === self::Staff || $this === self::MandateRevoked || $this === self::Replaced;
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Access;

/** What the agency's staff may do, as WordPress capabilities of their own. */
enum Capability: string
{
    case View = 'counterfoil_view';
    case Bill = 'counterfoil_bill';
    case Refund = 'counterfoil_refund';
    case ManageClients = 'counterfoil_manage_clients';
    case Settings = 'counterfoil_settings';

    /** As the contract's `needs` has it, "manage_clients". */
    public function name(): string
    {
        return substr($this->value, strlen('counterfoil_'));
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Offline;

/** How money came that no gateway took. */
enum OfflineMethod: string
{
    case BankTransfer = 'bank_transfer';
    case Cash = 'cash';
    case Cheque = 'cheque';
    case Other = 'other';

    public function label(): string
    {
        return match ($this) {
            self::BankTransfer => __('Bank transfer', 'counterfoil'),
            self::Cash => __('Cash', 'counterfoil'),
            self::Cheque => __('Check', 'counterfoil'),
            self::Other => __('Paid outside the portal', 'counterfoil'),
        };
    }
}

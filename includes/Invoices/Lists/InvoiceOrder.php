<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Lists;

use Counterfoil\Shared\Database\Keyset;

/** What a list of invoices can be sorted by. Each has its index, alone and within a state. */
enum InvoiceOrder: string
{
    case Created = 'created_at';
    case Number = 'number';
    case Client = 'client';
    case IssueDate = 'issue_date';
    case DueDate = 'due_date';
    case Due = 'due';
    case Total = 'total';

    /** @param array<string, mixed> $query the contract's `orderby` and `order`; newest first where nothing is said */
    public static function from_query(array $query): Keyset
    {
        $order = isset($query['orderby']) ? self::from($query['orderby']) : self::Created;

        return $order->keyset(($query['order'] ?? ($order === self::Created ? 'desc' : 'asc')) === 'desc');
    }

    public function keyset(bool $descending): Keyset
    {
        return match ($this) {
            self::Created => new Keyset('id', $descending),
            self::Client => new Keyset('client_sort', $descending),
            // A draft has neither.
            self::Number, self::IssueDate => new Keyset($this->value, $descending, true),
            self::DueDate, self::Due, self::Total => new Keyset($this->value, $descending),
        };
    }
}

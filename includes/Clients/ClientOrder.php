<?php

declare(strict_types=1);

namespace Counterfoil\Clients;

use Counterfoil\Shared\Database\Keyset;

/** What a list of clients can be sorted by; each has its index. */
enum ClientOrder: string
{
    case Name = 'name';
    case Created = 'created_at';

    /** @param array<string, mixed> $query the contract's `orderby` and `order`; by name where nothing is said */
    public static function from_query(array $query): Keyset
    {
        $order = isset($query['orderby']) ? self::from($query['orderby']) : self::Name;

        return new Keyset($order === self::Name ? 'sort_name' : 'id', ($query['order'] ?? 'asc') === 'desc');
    }
}

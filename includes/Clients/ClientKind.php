<?php

declare(strict_types=1);

namespace Counterfoil\Clients;

/** What a buyer is before the law of taxes. */
enum ClientKind: string
{
    case Business = 'business';
    case Consumer = 'consumer';
    case PublicBody = 'public_body';
}

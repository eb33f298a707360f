<?php

declare(strict_types=1);

namespace Counterfoil\Clients\Portal;

use Counterfoil\Clients\Client;

/** Who is billed, as the portal shows it. */
final readonly class BilledTo
{
    /** @return list<string> name, address, tax id, address for bills; a line each */
    public static function lines(Client $client, string $home_country): array
    {
        return array_values(array_filter([
            $client->name,
            ...$client->address->lines(determine_locale(), $home_country),
            /* translators: %s: number that identifies a taxpayer */
            $client->tax_id === '' ? '' : sprintf(__('Tax ID %s', 'counterfoil'), $client->tax_id),
            $client->email,
        ], static fn (string $line): bool => $line !== ''));
    }
}

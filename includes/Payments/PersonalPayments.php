<?php

declare(strict_types=1);

namespace Counterfoil\Payments;

use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Money\MoneyFormat;
use Counterfoil\Shared\Privacy\Person;
use Counterfoil\Shared\Privacy\PersonalData;
use Counterfoil\Shared\Privacy\Record;

/** What was paid for a person's clients. It is kept with the invoices; gateways keep records of their own. */
final readonly class PersonalPayments implements PersonalData
{
    public function __construct(private Database $database)
    {
    }

    public function export(Person $person): array
    {
        $format = new MoneyFormat(determine_locale());
        $rows = $person->client_ids === [] ? [] : $this->database->rows(
            "SELECT * FROM {$this->database->table('payments')}
            WHERE client_id IN ({$this->database->marks($person->client_ids)}) AND received > 0 ORDER BY id",
            $person->client_ids
        );

        return array_map(static fn (array $row): Record => new Record('counterfoil-payments', __('Payments', 'counterfoil'), "counterfoil-payment-{$row['id']}", array_filter([
            __('Received', 'counterfoil') => $row['succeeded_at'] === null ? '' : Timestamps::to_wire(Timestamps::from_row($row['succeeded_at'])),
            __('Amount', 'counterfoil') => $format->money(Money::of((int) $row['received'], (string) $row['currency'])),
            __('Payment method', 'counterfoil') => (string) $row['method'],
            __('Reference', 'counterfoil') => (string) $row['reference'],
        ], static fn (string $value): bool => $value !== '')), $rows);
    }

    public function erase(Person $person, Change $change): array
    {
        return [];
    }
}

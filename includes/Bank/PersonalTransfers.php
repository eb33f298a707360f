<?php

declare(strict_types=1);

namespace Counterfoil\Bank;

use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Money\MoneyFormat;
use Counterfoil\Shared\Privacy\Person;
use Counterfoil\Shared\Privacy\PersonalData;
use Counterfoil\Shared\Privacy\Record;

/**
 * Transfers of a person's clients. The bank's lines are kept with the payments they prove; from which account somebody
 * pays is forgotten.
 */
final readonly class PersonalTransfers implements PersonalData
{
    public function __construct(private Database $database)
    {
    }

    public function export(Person $person): array
    {
        $format = new MoneyFormat(determine_locale());
        $rows = $person->client_ids === [] ? [] : $this->database->rows(
            "SELECT * FROM {$this->database->table('bank_entries')} WHERE client_id IN ({$this->database->marks($person->client_ids)}) ORDER BY id",
            $person->client_ids
        );

        return array_map(static fn (array $row): Record => new Record('counterfoil-bank-transfers', __('Bank transfers', 'counterfoil'), "counterfoil-bank-transfer-{$row['id']}", array_filter([
            __('Date', 'counterfoil') => (string) $row['booked_on'],
            __('Amount', 'counterfoil') => $format->money(Money::of((int) $row['amount'], (string) $row['currency'])),
            __('Payer', 'counterfoil') => (string) $row['name'],
            __('Account', 'counterfoil') => (string) $row['account'],
            __('Reference', 'counterfoil') => trim("{$row['purpose']} {$row['reference']}"),
        ], static fn (string $value): bool => $value !== '')), $rows);
    }

    public function erase(Person $person, Change $change): array
    {
        foreach ($person->client_ids as $client_id) {
            $this->database->delete('bank_payers', ['client_id' => $client_id]);
        }

        return [];
    }
}

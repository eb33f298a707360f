<?php

declare(strict_types=1);

namespace Counterfoil\Bank;

use Counterfoil\Bank\Formats\CsvMapping;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Money\Currency;

/** Remembers, or forgets, what the columns of CSV bank statements mean. */
final readonly class ChooseMapping
{
    public function __construct(private Changes $changes, private MappingRepository $mappings)
    {
    }

    /**
     * @param list<string> $columns names as the file has them
     * @throws DomainError 400 that names the field
     */
    public function save(string $shape, array $columns, CsvMapping $mapping, Actor $by): void
    {
        $this->check($mapping, count($columns));
        $this->changes->run($by, function (Change $change) use ($shape, $columns, $mapping): void {
            $this->mappings->save($shape, $columns, $mapping);
            $change->event('bank_mapping.saved', [['settings', 0]], null);
        });
    }

    /** @throws DomainError 404 */
    public function forget(int $id, Actor $by): void
    {
        $this->changes->run($by, function (Change $change) use ($id): void {
            $this->mappings->delete($id) || throw DomainError::not_found();
            $change->event('bank_mapping.deleted', [['settings', 0]], null);
        });
    }

    private function check(CsvMapping $mapping, int $columns): void
    {
        if ($mapping->amount === null && $mapping->credit === null) {
            throw DomainError::invalid(__('Choose the column of the amount, or the column of incoming payments.', 'counterfoil'), '/mapping/amount');
        }
        if ($mapping->currency_column === null && ! in_array($mapping->currency, Currency::codes(), true)) {
            throw DomainError::invalid(__('Choose the column of the currency, or a currency for all lines.', 'counterfoil'), '/mapping/currency');
        }
        $chosen = ['date' => $mapping->date, 'amount' => $mapping->amount, 'credit' => $mapping->credit, 'debit' => $mapping->debit, 'direction' => $mapping->direction, 'currency_column' => $mapping->currency_column, 'name' => $mapping->name, 'account' => $mapping->account, 'reference' => $mapping->reference];
        foreach ($chosen as $name => $column) {
            if ($column !== null && $column >= $columns) {
                throw DomainError::invalid(__('The file doesn’t have this column.', 'counterfoil'), "/mapping/{$name}");
            }
        }
        if (array_filter($mapping->text, static fn (int $column): bool => $column >= $columns) !== []) {
            throw DomainError::invalid(__('The file doesn’t have this column.', 'counterfoil'), '/mapping/text');
        }
    }
}

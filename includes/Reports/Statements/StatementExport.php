<?php

declare(strict_types=1);

namespace Counterfoil\Reports\Statements;

use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Money\MoneyFormat;
use Counterfoil\Shared\Rest\CsvFile;
use Counterfoil\Shared\Viewer;

/** A statement as a table for spreadsheets: a row for each entry between the balances, days as 2026-03-31, amounts in the currency's major unit. */
final readonly class StatementExport
{
    public function __construct(private ReadStatement $read)
    {
    }

    public function handle(Statement $statement, Viewer $viewer): CsvFile
    {
        return new CsvFile(
            /* translators: 1: name of the client, 2: first day as 2026-03-01, 3: last day, 4: currency code */
            sprintf(__('Statement %1$s %2$s – %3$s %4$s', 'counterfoil'), $statement->client->name, $statement->period->from, $statement->period->to, $statement->currency->code),
            [
                __('Date', 'counterfoil'),
                __('Entry', 'counterfoil'),
                __('Currency', 'counterfoil'),
                __('Charges', 'counterfoil'),
                __('Payments and credits', 'counterfoil'),
                _x('Balance', 'of an account', 'counterfoil'),
            ],
            fn (): iterable => $this->cells($statement, $viewer)
        );
    }

    /** @return iterable<list<string|Money>> */
    private function cells(Statement $statement, Viewer $viewer): iterable
    {
        $code = $statement->currency->code;
        yield [$statement->period->from, __('Opening balance', 'counterfoil'), $code, '', '', $statement->opening()];
        foreach ($this->read->all($statement, new MoneyFormat(determine_locale()), $viewer) as $line) {
            yield [$line->day, $line->text, $code, self::some($line->charged), self::some($line->relieved), $line->balance];
        }
        yield [$statement->period->to, __('Closing balance', 'counterfoil'), $code, '', '', $statement->closing()];
    }

    private static function some(Money $money): string|Money
    {
        return $money->is_zero() ? '' : $money;
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Lists;

use Counterfoil\Clients\ClientWords;
use Counterfoil\Invoices\TypedAmount;
use Counterfoil\Shared\Database\Condition;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Database\FewOrMany;
use Counterfoil\Shared\SearchWords;

/** What was typed, as the WHERE of a statement over invoices: in the number, in the client's name or its people's, or the total. */
final readonly class InvoiceSearch
{
    public function __construct(private Database $database)
    {
    }

    public function condition(string $search): Condition
    {
        $invoices = $this->database->table('invoices');
        // A whole number is meant as that invoice; parts of one are looked for in all numbers.
        $amounts = TypedAmount::candidates($search);
        $exact = $amounts === [] ? $this->database->value("SELECT id FROM {$invoices} WHERE number = ?", [$search]) : null;
        if ($exact !== null) {
            return new Condition('id = ?', [(int) $exact]);
        }

        $by_name = ClientWords::condition($this->database, $search, 'client_id');
        $by_amount = self::amounts($this->database, $amounts);
        $within = self::within($this->database, $search);
        $many = Condition::any([$by_name, $within, ...$by_amount]);
        $found = (new FewOrMany($this->database))->condition('invoices', [$by_name, ...self::numbers($this->database, $search), ...$by_amount], $many);

        // Something from within a number is looked for in all of them, where nothing else is like it.
        return $found->sql === Condition::never()->sql && preg_match('#[\d/._-]#', $search) === 1
            ? (new FewOrMany($this->database))->condition('invoices', [$within])
            : $found;
    }

    /**
     * What numbers begin or end with, each by an index.
     *
     * @return list<Condition>
     */
    public static function numbers(Database $database, string $search): array
    {
        $parts = [];
        foreach (array_unique([$search, mb_strtoupper($search), mb_strtolower($search)]) as $beginning) {
            $parts[] = new Condition('number >= ? AND number < ?', SearchWords::range($beginning));
        }
        // "42", "0042" and "2026-0042" are ends of numbers: a few of each series have that one.
        if (preg_match('/(\d{1,18})\z/', $search, $end) === 1) {
            $parts[] = (new Condition('series_number = ?', [(int) $end[1]]))->and(self::within($database, $search));
        }

        return $parts;
    }

    /**
     * @param list<array{decimals: int, amount: int}> $amounts
     * @return list<Condition>
     */
    private static function amounts(Database $database, array $amounts): array
    {
        return array_map(static function (array $each) use ($database): Condition {
            ['decimals' => $decimals, 'amount' => $amount] = $each;
            // Most currencies have two decimals: they are those that are not one of the few others.
            $codes = $decimals === 2 ? [...TypedAmount::currencies(0), ...TypedAmount::currencies(3)] : TypedAmount::currencies($decimals);

            return new Condition('total = ? AND currency ' . ($decimals === 2 ? 'NOT IN' : 'IN') . " ({$database->marks($codes)})", [$amount, ...$codes]);
        }, $amounts);
    }

    /** Numbers are the same only when their bytes are; who searches need not mind capitals. */
    private static function within(Database $database, string $search): Condition
    {
        return new Condition('LOWER(number) LIKE ?', [$database->like(mb_strtolower($search))]);
    }
}

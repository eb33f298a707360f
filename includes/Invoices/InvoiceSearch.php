<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Clients\ClientWords;
use Counterfoil\Shared\Database\Condition;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Database\FewOrMany;

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

        return (new FewOrMany($this->database))->condition('invoices', $this->parts($search, $amounts));
    }

    /**
     * @param list<array{decimals: int, amount: int}> $amounts
     * @return non-empty-list<Condition>
     */
    private function parts(string $search, array $amounts): array
    {
        $parts = [
            ClientWords::condition($this->database, $search, 'client_id'),
            // Numbers are the same only when their bytes are; who searches need not mind capitals.
            new Condition('LOWER(number) LIKE ?', [$this->database->like(mb_strtolower($search))]),
        ];
        foreach ($amounts as ['decimals' => $decimals, 'amount' => $amount]) {
            // Most currencies have two decimals: they are those that are not one of the few others.
            $codes = $decimals === 2 ? [...TypedAmount::currencies(0), ...TypedAmount::currencies(3)] : TypedAmount::currencies($decimals);
            $parts[] = new Condition('total = ? AND currency ' . ($decimals === 2 ? 'NOT IN' : 'IN') . " ({$this->database->marks($codes)})", [$amount, ...$codes]);
        }

        return $parts;
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Shared\Database\Database;

/**
 * Gives the next number, in the transaction that issues the invoice: it is given back when that fails,
 * so the series has no gap. The statement that counts up holds the row until the transaction ends;
 * the unique keys of the invoices would refuse a number given twice all the same.
 */
final readonly class NumberSeries
{
    public function __construct(private Database $database, private InvoicingRepository $invoicing)
    {
    }

    public function next(): GivenNumber
    {
        $series = InvoicingRepository::SERIES;
        $table = $this->database->table('number_series');
        $count_up = fn (): int => $this->database->execute("UPDATE {$table} SET next_number = next_number + 1 WHERE series = ?", [$series]);
        if ($count_up() === 0) {
            $this->invoicing->create_series();
            $count_up();
        }
        $number = $this->invoicing->next_number() - 1;

        return new GivenNumber($series, $number, $this->invoicing->get()->number($number));
    }
}

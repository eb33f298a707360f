<?php

declare(strict_types=1);

namespace Counterfoil\Reports\Statements\Rest;

use Closure;
use Counterfoil\Reports\Period;
use Counterfoil\Reports\PeriodName;
use Counterfoil\Reports\Statements\ReadStatement;
use Counterfoil\Reports\Statements\Statement;
use Counterfoil\Reports\Statements\StatementExport;
use Counterfoil\Reports\Statements\StatementLine;
use Counterfoil\Reports\Statements\StatementPaper;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Money\MoneyFormat;
use Counterfoil\Shared\Rest\CsvFile;
use Counterfoil\Shared\Rest\Cursor;
use Counterfoil\Shared\Rest\Download;
use Counterfoil\Shared\Rest\Request;

final readonly class StatementsController
{
    /** @param Closure(): string $today the business's */
    public function __construct(private ReadStatement $read, private StatementPaper $paper, private StatementExport $export, private Closure $today)
    {
    }

    /** @return array<string, mixed> */
    public function get(Request $request): array
    {
        $statement = $this->statement($request);
        $page = $this->read->page($statement, new MoneyFormat(determine_locale()), $request->viewer, $request->per_page(), $request->after($statement->list_name()));

        return [
            'from' => $statement->period->from,
            'to' => $statement->period->to,
            'currency' => $statement->currency->code,
            'currencies' => array_keys($statement->balances),
            'opening' => $statement->opening()->to_wire(),
            'closing' => $statement->closing()->to_wire(),
            'outstanding' => $this->at_the_end($statement, 'receivable'),
            'credit' => $this->at_the_end($statement, 'credit'),
            'prepaid' => $this->at_the_end($statement, 'prepaid'),
            'page_opening' => $page->opening->to_wire(),
            'items' => array_map(static fn (StatementLine $line): array => [
                'id' => $line->id,
                'day' => $line->day,
                'text' => $line->text,
                'invoice_id' => $line->subject['id'] ?? null,
                'charged' => $line->charged->to_wire(),
                'relieved' => $line->relieved->to_wire(),
                'balance' => $line->balance->to_wire(),
            ], $page->lines),
            'next_cursor' => Cursor::next($statement->list_name(), $page->next),
        ];
    }

    public function pdf(Request $request): Download
    {
        return $this->paper->download($this->statement($request), $request->viewer);
    }

    public function csv(Request $request): CsvFile
    {
        return $this->export->handle($this->statement($request), $request->viewer);
    }

    private function statement(Request $request): Statement
    {
        $query = $request->query;
        $period = Period::of(PeriodName::from($query['period'] ?? PeriodName::ThisMonth->value), ($this->today)(), $query['from'] ?? null, $query['to'] ?? null);

        return $this->read->of($request->id(), $period, $query['currency'] ?? null, $request->viewer);
    }

    /**
     * @param 'receivable'|'credit'|'prepaid' $which
     * @return array{amount: int, currency: string}
     */
    private function at_the_end(Statement $statement, string $which): array
    {
        return (new Money($statement->balances[$statement->currency->code]['closing']->$which, $statement->currency))->to_wire();
    }
}

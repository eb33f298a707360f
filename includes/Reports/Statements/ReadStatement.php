<?php

declare(strict_types=1);

namespace Counterfoil\Reports\Statements;

use Closure;
use Counterfoil\Business\Business;
use Counterfoil\Clients\ClientRepository;
use Counterfoil\Ledger\StatementBalance;
use Counterfoil\Ledger\StatementEntry;
use Counterfoil\Ledger\StatementQuery;
use Counterfoil\Reports\Period;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Money\Currency;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Money\MoneyFormat;
use Counterfoil\Shared\Viewer;

/** A client's statement of account: a fixed number of queries for a page, however much was posted. */
final readonly class ReadStatement
{
    private const CHUNK = 500;

    /** @param Closure(): Business $business */
    public function __construct(
        private ClientRepository $clients,
        private StatementQuery $books,
        private EntrySubjects $subjects,
        private Closure $business,
    ) {
    }

    /**
     * @param string|null $currency null for the client's own, or the first in which there is anything
     * @throws DomainError 404 when the viewer does not see the client
     */
    public function of(int $client_id, Period $period, ?string $currency, Viewer $viewer): Statement
    {
        $client = $this->clients->get($client_id, $viewer);
        $balances = $this->books->balances($client_id, $period->from, $period->to, $viewer);
        $own = ($this->business)()->currency->code;
        uksort($balances, static fn (string $a, string $b): int => [$a !== $own, $a] <=> [$b !== $own, $b]);
        $chosen = $currency ?? (isset($balances[$client->currency->code]) ? $client->currency->code : array_key_first($balances) ?? $client->currency->code);
        $balances += [$chosen => ['opening' => new StatementBalance(), 'closing' => new StatementBalance()]];

        return new Statement($client, $period, Currency::of($chosen), $balances);
    }

    /**
     * In the present language.
     *
     * @param list<int|string>|null $after as the page before said; null for the first one
     */
    public function page(Statement $statement, MoneyFormat $numbers, Viewer $viewer, int $limit, ?array $after = null): StatementPage
    {
        $before = $after === null ? 0 : $this->books->net_before($statement->client->id, $statement->currency->code, $statement->period->from, $after, $viewer);

        return $this->lines($statement, $statement->opening()->amount + $before, $numbers, $viewer, $limit, $after);
    }

    /**
     * All of it, a part at a time.
     *
     * @return iterable<StatementLine>
     */
    public function all(Statement $statement, MoneyFormat $numbers, Viewer $viewer): iterable
    {
        $after = null;
        $balance = $statement->opening()->amount;
        do {
            $page = $this->lines($statement, $balance, $numbers, $viewer, self::CHUNK, $after);
            yield from $page->lines;
            $after = $page->next;
            $balance = $page->lines === [] ? $balance : $page->lines[count($page->lines) - 1]->balance->amount;
        } while ($after !== null);
    }

    /** @param list<int|string>|null $after */
    private function lines(Statement $statement, int $balance, MoneyFormat $numbers, Viewer $viewer, int $limit, ?array $after): StatementPage
    {
        $period = $statement->period;
        ['entries' => $entries, 'next' => $next] = $this->books->page($statement->client->id, $statement->currency->code, $period->from, $period->to, $viewer, $limit, $after);
        $words = $this->subjects->of($entries, $numbers, $statement->currency, $viewer);
        $money = static fn (int $amount): Money => new Money($amount, $statement->currency);
        $opening = $balance;
        $lines = [];
        foreach ($entries as $entry) {
            $balance += $entry->net;
            $lines[] = $this->line($entry, $words, $money, $balance);
        }

        return new StatementPage($money($opening), $lines, $next);
    }

    /** @param Closure(int): Money $money */
    private function line(StatementEntry $entry, EntryWording $words, Closure $money, int $balance): StatementLine
    {
        return new StatementLine($entry->id, $entry->day, $words->text($entry), EntryWording::subject($entry), $money($entry->charged()), $money($entry->relieved()), $money($balance));
    }
}

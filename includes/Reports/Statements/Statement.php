<?php

declare(strict_types=1);

namespace Counterfoil\Reports\Statements;

use Counterfoil\Clients\Client;
use Counterfoil\Ledger\StatementBalance;
use Counterfoil\Reports\Period;
use Counterfoil\Shared\Money\Currency;
use Counterfoil\Shared\Money\Money;

/** The account of a client over a period in one currency: what it began with and what it ends with. */
final readonly class Statement
{
    /** @param non-empty-array<string, array{opening: StatementBalance, closing: StatementBalance}> $balances by currency, those in which there ever was anything */
    public function __construct(public Client $client, public Period $period, public Currency $currency, public array $balances)
    {
    }

    public function opening(): Money
    {
        return new Money($this->balances[$this->currency->code]['opening']->net(), $this->currency);
    }

    public function closing(): Money
    {
        return new Money($this->balances[$this->currency->code]['closing']->net(), $this->currency);
    }

    /** What its cursors are signed for. */
    public function list_name(): string
    {
        return "statement:{$this->client->id}:{$this->currency->code}:{$this->period->from}:{$this->period->to}";
    }
}

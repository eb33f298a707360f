<?php

declare(strict_types=1);

namespace Counterfoil\Reports\Statements;

use Counterfoil\Shared\Money\Money;

/** Some lines of a statement, in their order. */
final readonly class StatementPage
{
    /**
     * @param Money $opening the balance before the first of them
     * @param list<StatementLine> $lines
     * @param list<int|string>|null $next where the next page begins; null on the last one
     */
    public function __construct(public Money $opening, public array $lines, public ?array $next)
    {
    }
}

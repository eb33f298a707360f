<?php

declare(strict_types=1);

namespace Counterfoil\Reports\Statements;

use Counterfoil\Shared\Money\Money;

/** One line of a statement as people read it. */
final readonly class StatementLine
{
    /** @param array{kind: 'invoice', id: int}|null $subject what it is about, where that can be looked at */
    public function __construct(
        public int $id,
        /** "2026-03-31" */
        public string $day,
        public string $text,
        public ?array $subject,
        public Money $charged,
        public Money $relieved,
        /** After it */
        public Money $balance,
    ) {
    }
}

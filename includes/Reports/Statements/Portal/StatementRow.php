<?php

declare(strict_types=1);

namespace Counterfoil\Reports\Statements\Portal;

/** A line of the statement, ready to be read; amounts that are nothing are empty. */
final readonly class StatementRow
{
    public function __construct(
        public string $day,
        public string $text,
        public ?string $url,
        public string $charged,
        public string $relieved,
        public string $balance,
    ) {
    }
}

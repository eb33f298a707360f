<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Portal;

/** The form around a list of bills by which several are chosen: plain, it needs no script. */
final readonly class PayTogetherView
{
    /**
     * @param array<string, string> $fields what leads to the screen on which they are paid, beside the ids
     * @param non-empty-list<array{label: string, url: string}> $all "Pay all 3: €369.00", one for each currency
     */
    public function __construct(public string $action, public array $fields, public array $all)
    {
    }
}

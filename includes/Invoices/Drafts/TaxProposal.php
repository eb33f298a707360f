<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Drafts;

use Counterfoil\Invoices\Tax;

/** How a line would be taxed, and one sentence why; a tax of null where that would be a guess. */
final readonly class TaxProposal
{
    public function __construct(public ?Tax $tax, public string $why)
    {
    }

    /** @return array{tax: array<string, string|null>|null, why: string} */
    public function to_wire(): array
    {
        return ['tax' => $this->tax?->to_wire(), 'why' => $this->why];
    }
}

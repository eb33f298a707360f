<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Overview;

/** What opens when somebody asks what a figure is made of. */
final readonly class Opens
{
    /**
     * @param string $screen of the admin app, "/invoices"
     * @param array<string, string> $query what narrows its list, as the contract has it, so that it is exactly what the figure counts
     */
    public function __construct(public string $screen, public array $query = [])
    {
    }

    /** @return array{screen: string, query: object} the contract's `opens` */
    public function to_wire(): array
    {
        return ['screen' => $this->screen, 'query' => (object) $this->query];
    }
}

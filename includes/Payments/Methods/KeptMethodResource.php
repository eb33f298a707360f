<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Methods;

use Closure;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Clock\Timestamps;

/** Kept methods on the wire: the contract's `keptMethod`. */
final readonly class KeptMethodResource
{
    /**
     * @param Closure(): Calendar $calendar the business's
     * @param Closure(): UsesOfMethods $uses
     */
    public function __construct(private Closure $calendar, private Closure $uses)
    {
    }

    /**
     * @param list<KeptMethod> $methods of one client
     * @return array{items: list<array<string, mixed>>}
     */
    public function to_wire(array $methods): array
    {
        $uses = ($this->uses)()->of($methods);
        $today = ($this->calendar)()->today();

        return ['items' => array_map(static fn (KeptMethod $method): array => [
            'id' => $method->id,
            'label' => $method->label,
            'expires' => $method->expiry_month === null ? null : sprintf('%04d-%02d', $method->expiry_year, $method->expiry_month),
            'is_expired' => $method->has_expired($today),
            'is_default' => $method->is_default,
            'mandate_reference' => $method->mandate_reference,
            'uses' => $uses[$method->id] ?? [],
            'added_at' => Timestamps::to_wire($method->created_at),
        ], $methods)];
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Reports;

use Closure;
use Counterfoil\Shared\Overview\Chart;
use Counterfoil\Shared\Overview\Figure;
use Counterfoil\Shared\Overview\Notices;
use Counterfoil\Shared\Overview\OverviewPart;
use Counterfoil\Shared\Viewer;

/** What modules show on the overview, by what it is. */
final readonly class OverviewParts
{
    /**
     * @param list<Closure(Viewer): list<OverviewPart>> $contributed
     * @return array{notices: list<array<string, mixed>>, figures: list<array<string, mixed>>, charts: list<array<string, mixed>>}
     */
    public static function to_wire(array $contributed, Viewer $viewer): array
    {
        $wire = ['notices' => [], 'figures' => [], 'charts' => []];
        foreach ($contributed as $parts) {
            foreach ($parts($viewer) as $part) {
                match (true) {
                    $part instanceof Notices => $wire['notices'][] = $part->to_wire(),
                    $part instanceof Figure => $wire['figures'][] = $part->to_wire(),
                    $part instanceof Chart => $wire['charts'][] = $part->to_wire(),
                    default => null,
                };
            }
        }

        return $wire;
    }
}

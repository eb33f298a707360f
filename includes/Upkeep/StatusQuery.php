<?php

declare(strict_types=1);

namespace Counterfoil\Upkeep;

use Closure;
use Counterfoil\Shared\Finding;

/** All that is looked at, and what was found: for Settings → Status, the command line and Site Health's information. */
final readonly class StatusQuery
{
    /** @param Closure(): array<string, Closure(): Finding> $looks of all modules, by a short name */
    public function __construct(private Closure $looks)
    {
    }

    /** @return array<string, Finding> */
    public function findings(): array
    {
        return array_map(static fn (Closure $look): Finding => $look(), ($this->looks)());
    }

    /** @return array{items: list<array<string, mixed>>} what needs something done first */
    public function to_wire(): array
    {
        $items = [];
        foreach ($this->findings() as $id => $finding) {
            $items[] = ['id' => $id, 'status' => $finding->status, 'label' => $finding->label, 'text' => $finding->text, 'action' => $finding->action, 'url' => $finding->url, 'readings' => $finding->readings];
        }
        $order = array_flip(['critical', 'recommended', 'good']);
        usort($items, static fn (array $one, array $other): int => $order[$one['status']] <=> $order[$other['status']]);

        return ['items' => $items];
    }

    /** @return array<string, array{label: string, value: string}> by a name that is the same in all languages */
    public function readings(): array
    {
        $readings = [];
        foreach ($this->findings() as $id => $finding) {
            $readings[$id] = ['label' => $finding->label, 'value' => $finding->status];
            foreach ($finding->readings as $number => $reading) {
                $readings["{$id}_{$number}"] = $reading;
            }
        }

        return $readings;
    }
}

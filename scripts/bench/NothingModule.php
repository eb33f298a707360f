<?php

declare(strict_types=1);

use Counterfoil\Shared\Module;
use Counterfoil\Shared\Rest\Routes;

/** A route of ours that does nothing: what is asked before a use case begins. */
final class NothingModule extends Module
{
    public function operations(): array
    {
        return ['bench.nothing' => ['method' => 'GET', 'path' => '/bench/nothing', 'needs' => 'staff:view', 'schema' => (object) ['type' => 'object']]];
    }

    public function routes(Routes $routes): void
    {
        $routes->bind('bench.nothing', static fn (): array => ['items' => []]);
    }
}

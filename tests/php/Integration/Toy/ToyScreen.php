<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Toy;

use Counterfoil\Portals\Location;
use Counterfoil\Portals\OpenedScreen;
use Counterfoil\Portals\Reader;
use Counterfoil\Portals\Screen;
use Counterfoil\Portals\Tab;

final readonly class ToyScreen implements Screen
{
    public function needs(): string
    {
        return 'websites.view';
    }

    public function fits(Location $location): bool
    {
        return true;
    }

    public function client_of(Location $location): null
    {
        return null;
    }

    public function shows_money(): bool
    {
        return false;
    }

    public function tab(Reader $reader): ?Tab
    {
        return $reader->may('websites.view') ? new Tab('Toys', 5, 3) : null;
    }

    public function open(Reader $reader, Location $location): OpenedScreen
    {
        return new OpenedScreen('Toys', static fn (): string => "<p>Toys of {$reader->client_name}</p>", tab: 'toys');
    }
}

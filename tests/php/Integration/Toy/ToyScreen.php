<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Toy;

use Counterfoil\Portals\Location;
use Counterfoil\Portals\OpenedScreen;
use Counterfoil\Portals\Reader;
use Counterfoil\Portals\Screen;
use Counterfoil\Portals\Tab;
use Counterfoil\Shared\DomainError;
use LogicException;

/** All toys, one that is broken, and none. */
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
        return $location->id === 14 ? throw DomainError::conflict('toys_asleep', 'The toys are asleep.') : null;
    }

    public function shows_money(): bool
    {
        return false;
    }

    public function tab(Reader $reader): Tab
    {
        return new Tab('Toys', 5, 3, '(3 to play with)');
    }

    public function open(Reader $reader, Location $location): OpenedScreen
    {
        return match ($location->id) {
            null => new OpenedScreen('All toys', static fn (): string => "<p>{$reader->name} plays for {$reader->client_name}</p>", tab: 'toys'),
            13 => new OpenedScreen('A toy', static fn (): string => throw new LogicException('The toy is broken.'), tab: 'toys'),
            default => throw DomainError::not_found(),
        };
    }
}

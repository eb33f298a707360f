<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Portal;

use Closure;
use Counterfoil\Portals\Location;
use Counterfoil\Portals\OpenedScreen;
use Counterfoil\Portals\Reader;
use Counterfoil\Portals\Screen;
use Counterfoil\Shared\Rest\Download;
use Counterfoil\Shared\Viewer;

/** A receipt's PDF by an address like any other of the portal. */
final readonly class ReceiptScreen implements Screen
{
    /**
     * @param Closure(int, Viewer, bool): Download $download by the payment's or the refund's id, whether it is saved; throws 404
     * @param Closure(int): ?int $client_of whose it is
     */
    public function __construct(private Closure $download, private Closure $client_of)
    {
    }

    public function needs(): string
    {
        return 'billing.view';
    }

    public function fits(Location $location): bool
    {
        return $location->id !== null;
    }

    public function client_of(Location $location): ?int
    {
        return ($this->client_of)((int) $location->id);
    }

    public function shows_money(): bool
    {
        return false;
    }

    public function tab(Reader $reader): null
    {
        return null;
    }

    public function open(Reader $reader, Location $location): OpenedScreen
    {
        return new OpenedScreen('', static fn (): string => '', download: ($this->download)((int) $location->id, $reader->viewer, $location->is_saved));
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Clients\Portal;

use Closure;
use Counterfoil\Business\Business;
use Counterfoil\Clients\ClientRepository;
use Counterfoil\Portals\Location;
use Counterfoil\Portals\OpenedScreen;
use Counterfoil\Portals\PortalUrls;
use Counterfoil\Portals\Reader;
use Counterfoil\Portals\Screen;
use Counterfoil\Portals\Template;

/** Who is logged in, and who is billed. */
final readonly class AccountScreen implements Screen
{
    /** @param Closure(): Business $business */
    public function __construct(private ClientRepository $clients, private PortalUrls $urls, private Closure $business)
    {
    }

    public function needs(): null
    {
        return null;
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

    public function tab(Reader $reader): null
    {
        return null;
    }

    public function open(Reader $reader, Location $location): OpenedScreen
    {
        return new OpenedScreen(__('Your account', 'counterfoil'), fn (): string => Template::draw(__DIR__ . '/templates/account.php', $this->view($reader)));
    }

    private function view(Reader $reader): AccountView
    {
        $business = ($this->business)();

        return new AccountView(
            $reader->name,
            $reader->email,
            BilledTo::lines($this->clients->get($reader->client_id, $reader->viewer), $business->address->country),
            $business->email,
            $this->urls->login($reader->portal),
        );
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Identity\Portal;

use Closure;
use Counterfoil\Business\Business;
use Counterfoil\Clients\ClientRepository;
use Counterfoil\Clients\Portal\BilledTo;
use Counterfoil\Identity\Accounts;
use Counterfoil\Identity\LoginRequest;
use Counterfoil\Identity\NewPassword;
use Counterfoil\Portals\Location;
use Counterfoil\Portals\OpenedScreen;
use Counterfoil\Portals\PortalUrls;
use Counterfoil\Portals\Reader;
use Counterfoil\Portals\Screen;
use Counterfoil\Portals\Template;

/** Who is logged in and with what, and who is billed. */
final readonly class AccountScreen implements Screen
{
    /** @param Closure(): Business $business */
    public function __construct(private ClientRepository $clients, private PortalUrls $urls, private LoginRequest $request, private Closure $business)
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
        return new OpenedScreen(
            __('Your account', 'counterfoil'),
            fn (): string => Template::draw(__DIR__ . '/templates/account.php', $this->view($reader)),
            $this->request->refusal()->status ?? 200,
            tab: '-'
        );
    }

    private function view(Reader $reader): AccountView
    {
        $business = ($this->business)();
        $refusal = $this->request->refusal();

        return new AccountView(
            $reader->name,
            $reader->email,
            BilledTo::lines($this->clients->get($reader->client_id, $reader->viewer), $business->address->country),
            $business->email,
            $this->urls->account($reader->portal),
            NewPassword::LEAST,
            ! Accounts::is_staff(wp_get_current_user()),
            $refusal === null ? $this->done() : '',
            $refusal === null ? '' : $this->request->refused('counterfoil_form'),
            $refusal === null ? '' : $refusal->getMessage(),
            $this->request->refused('email'),
        );
    }

    private function done(): string
    {
        return match ($this->request->asked('done')) {
            'password' => __('Password changed. All other devices were logged out.', 'counterfoil'),
            'email' => __('Check your inbox. We emailed a link to the new address. Your address changes when you open the link.', 'counterfoil'),
            'confirmed' => __('Email address changed.', 'counterfoil'),
            default => '',
        };
    }
}

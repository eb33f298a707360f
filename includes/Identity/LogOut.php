<?php

declare(strict_types=1);

namespace Counterfoil\Identity;

use Counterfoil\Portals\PortalRepository;
use Counterfoil\Portals\PortalUrls;

final readonly class LogOut
{
    public function __construct(private PortalSession $session, private PortalRepository $portals, private PortalUrls $urls)
    {
    }

    /** @return string the log-in page */
    public function handle(): string
    {
        $current = $this->session->current();
        $portal = $current === null ? $this->portals->default() : $this->portals->get($current->client->portal_id);
        wp_logout();
        $this->session->forget();

        return $this->urls->login($portal);
    }
}

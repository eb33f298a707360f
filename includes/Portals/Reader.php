<?php

declare(strict_types=1);

namespace Counterfoil\Portals;

use Counterfoil\Shared\Viewer;

/** Who reads a page of the portal, and for which client. */
final readonly class Reader
{
    public function __construct(
        /** sees this client only, and may what the contact's role allows */
        public Viewer $viewer,
        public Portal $portal,
        public int $client_id,
        public string $client_name,
        public string $name,
        public string $email,
        /** Sees what is still to be paid, and nothing else */
        public bool $is_suspended = false,
    ) {
    }

    public function may(string $permission): bool
    {
        return $this->viewer->may($permission);
    }
}

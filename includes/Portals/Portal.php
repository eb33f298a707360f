<?php

declare(strict_types=1);

namespace Counterfoil\Portals;

/** A brand and the pages where its clients log in and look. */
final readonly class Portal
{
    public function __construct(
        public int $id,
        public string $slug,
        /** What clients read as the sender's name */
        public string $name,
        /** An image of the media library */
        public ?int $logo_id,
        /** "#1a2b3c" */
        public string $colour,
        public ?int $login_page_id,
        public ?int $portal_page_id,
    ) {
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Portals;

/** What the site's owner has chosen for the block that a screen is drawn in. */
final readonly class ScreenOptions
{
    public function __construct(
        /** invoices on the overview */
        public int $recent = 5,
        /** invoices in the list */
        public int $per_page = 20,
    ) {
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Portals;

use Closure;
use Counterfoil\Shared\Rest\Download;

/** What an address of the portal shows to its reader: decided before the page begins, drawn when the block is. */
final readonly class OpenedScreen
{
    /** @param Closure(ScreenOptions): string $draw its HTML, without the frame around it */
    public function __construct(
        /** For the browser's title bar and the page's heading */
        public string $title,
        public Closure $draw,
        /** What the page is answered with */
        public int $status = 200,
        /** Answered instead of the page */
        public ?Download $download = null,
        /** The word of the tab it belongs to; '' for none */
        public string $tab = '',
        /** Above the client's name; '' for the title */
        public string $greeting = '',
    ) {
    }
}

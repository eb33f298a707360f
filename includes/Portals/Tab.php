<?php

declare(strict_types=1);

namespace Counterfoil\Portals;

/** A screen's tab in the portal's frame. */
final readonly class Tab
{
    public function __construct(
        public string $label,
        /** lower ones stand first; the overview is 0 */
        public int $order,
        /** what waits for the reader there; none is shown for 0 */
        public int $count = 0,
        /** "(2 to pay)", for those who hear the page */
        public string $count_in_words = '',
    ) {
    }
}

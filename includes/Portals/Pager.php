<?php

declare(strict_types=1);

namespace Counterfoil\Portals;

/** The two ways on from a page of a list: back to where the list starts, and to what comes after this page. */
final readonly class Pager
{
    public const TEMPLATE = __DIR__ . '/templates/pager.php';

    /**
     * @param string $label what there is more of, for those who hear the page
     * @param string|null $start_url null on the first page
     * @param string|null $next_url null on the last one
     */
    public function __construct(
        public string $label,
        public string $start_label,
        public ?string $start_url,
        public string $next_label,
        public ?string $next_url,
    ) {
    }
}

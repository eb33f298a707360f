<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Portal;

use Counterfoil\Shared\Rest\Download;

/** What a page answered. */
final readonly class Opened
{
    public function __construct(
        public int $status,
        public string $html,
        public ?string $redirect,
        public ?Download $download,
    ) {
    }

    /** What a person reads. */
    public function text(): string
    {
        return trim((string) preg_replace('/\s+/u', ' ', html_entity_decode(wp_strip_all_tags($this->html), ENT_QUOTES | ENT_HTML5)));
    }
}

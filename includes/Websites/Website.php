<?php

declare(strict_types=1);

namespace Counterfoil\Websites;

/** A site of a client, for which things are billed. */
final readonly class Website
{
    public function __construct(
        public int $id,
        public int $client_id,
        public string $name,
        public string $url,
    ) {
    }
}

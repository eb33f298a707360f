<?php

declare(strict_types=1);

namespace Counterfoil\Identity;

/** How often something may be tried about one subject before each further try has to wait. */
final readonly class Limit
{
    /** Seconds after which the count begins anew. */
    public const WINDOW = 3_600;

    public function __construct(
        /** "account:jane@example.com"; only its hash is stored */
        public string $subject,
        public int $free,
        /** Seconds; doubled with each try beyond */
        public int $delay,
        public int $longest_delay,
        /** Success clears the count; otherwise it only takes back the try itself */
        public bool $is_cleared_by_success = true,
    ) {
    }

    public function key(): string
    {
        return hash('sha256', $this->subject);
    }

    /** Seconds to wait after the n-th try. */
    public function wait_after(int $tries): int
    {
        return $tries < $this->free ? 0 : (int) min($this->longest_delay, $this->delay * 2 ** min(20, $tries - $this->free));
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Portal;

use Counterfoil\Shared\DomainError;

/** What came of a form of a subscription's page. */
final readonly class PostedRequest
{
    public function __construct(
        /** What was done, in words; '' for nothing */
        public string $done = '',
        /** Why it was not done */
        public ?DomainError $refusal = null,
        /** The form it came from is shown again: a request that was not taken */
        public bool $was_request = false,
        /** As it was typed */
        public string $when = 'soon',
        public string $last_day = '',
        public string $reason = '',
    ) {
    }

    public function error(): string
    {
        return $this->refusal?->getMessage() ?? '';
    }

    public function status(): int
    {
        return $this->refusal->status ?? 200;
    }
}

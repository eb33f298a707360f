<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Portal;

/** The form by which a client asks to cancel. */
final readonly class RequestView
{
    /** @param list<array{label: string, value: string}> $facts */
    public function __construct(
        public string $name,
        public array $facts,
        public string $back_url,
        public string $form_url,
        public string $nonce,
        /** The first last day that can be chosen, "2026-03-31" */
        public string $first_day,
        public int $longest,
        public PostedRequest $posted,
        /** Why nothing can be asked for; '' where it can */
        public string $closed,
    ) {
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Gateways\Stripe;

use SensitiveParameter;

/** The keys of one mode, readable. Never stored, logged or answered in this form. */
final readonly class StripeKeys
{
    public function __construct(
        /** "test" or "live" */
        public string $mode,
        public string $publishable_key,
        #[SensitiveParameter]
        public string $secret_key,
        #[SensitiveParameter]
        public string $webhook_secret,
        /** The account they belong to, once Stripe was asked; "" before */
        public string $account,
        /** Something stored could not be read: the site's salts were changed */
        public bool $is_unreadable,
    ) {
    }

    /** Enough to take payments. */
    public function are_complete(): bool
    {
        return $this->publishable_key !== '' && $this->secret_key !== '';
    }
}

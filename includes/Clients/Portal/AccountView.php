<?php

declare(strict_types=1);

namespace Counterfoil\Clients\Portal;

final readonly class AccountView
{
    /** @param list<string> $billing */
    public function __construct(
        public string $name,
        public string $email,
        public array $billing,
        /** Where to write when something is not right */
        public string $help_email,
        public string $form_url,
    ) {
    }
}

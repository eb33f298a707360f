<?php

declare(strict_types=1);

namespace Counterfoil\Identity\Portal;

final readonly class AccountView
{
    /** @param list<string> $billing */
    public function __construct(
        public string $name,
        public string $email,
        public array $billing,
        /** Where to write when something is not right */
        public string $help_email,
        /** Where its forms are posted to: the page itself */
        public string $form_url,
        public int $least_password,
        /** False for who works on this site with the same account: WordPress' profile is where they change it */
        public bool $can_change,
        /** What was done a moment ago; '' for nothing */
        public string $done = '',
        /** The form that was refused, "change-password"; '' for none */
        public string $refused = '',
        public string $error = '',
        /** What was typed into the refused form */
        public string $typed_email = '',
    ) {
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Methods\Portal;

final readonly class MethodsView
{
    /**
     * @param list<array{id: int, label: string, expires: string, is_expired: bool, is_default: bool, uses: string, kept_because: string}> $methods
     * @param array<string, mixed>|null $context for the script that adds one; null where none can be added
     */
    public function __construct(
        public array $methods,
        public bool $can_change,
        public string $form_url,
        public string $nonce,
        public string $done,
        public string $error,
        public string $consent,
        public ?array $context,
        public string $help_email,
    ) {
    }
}

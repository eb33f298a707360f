<?php

declare(strict_types=1);

namespace Counterfoil\Portal\Views;

use Counterfoil\Business\Look;
use Counterfoil\Identity\LoginView;

final readonly class LoginCard
{
    /**
     * @param 'h1'|'h2' $heading
     * @param array<string, mixed> $context for the script
     */
    public function __construct(
        public Look $look,
        public LoginView $login,
        public string $title,
        public string $lead,
        public bool $shows_logo,
        public string $heading,
        public string $form_url,
        public int $least_password,
        public array $context,
        public bool $is_sample = false,
    ) {
    }
}

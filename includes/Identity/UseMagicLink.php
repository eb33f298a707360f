<?php

declare(strict_types=1);

namespace Counterfoil\Identity;

use Counterfoil\Shared\DomainError;
use SensitiveParameter;

final readonly class UseMagicLink
{
    public function __construct(
        private Throttle $throttle,
        private Links $links,
        private Sessions $sessions,
        private RedirectTarget $target,
    ) {
    }

    /**
     * @return string where to go
     * @throws DomainError 409 when the link does not work, 429
     */
    public function handle(#[SensitiveParameter] string $secret): string
    {
        $limits = $this->throttle->link();
        [$token, $contact, $user] = $this->links->account(TokenPurpose::Magic, $secret);
        $this->links->redeem($token);
        $this->throttle->succeeded($limits);
        $this->sessions->open($user, $contact);

        return $this->target->of($contact, $token->redirect_to);
    }
}

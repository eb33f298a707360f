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
        private Guards $guards,
    ) {
    }

    /**
     * @return string where to go
     * @throws DomainError 403 what other plugins refuse, 409 when the link does not work, 429
     */
    public function handle(#[SensitiveParameter] string $secret): string
    {
        [$token, $contact, $user] = $this->throttle->link(fn (): array => $this->links->account(TokenPurpose::Magic, $secret));
        // Before the link is used up: what is refused for a moment may be tried again.
        $this->guards->ask($user);
        $this->links->redeem($token);
        $target = $this->target->of($contact, $token->redirect_to);
        $this->sessions->open($user, $contact, $target);

        return $target;
    }
}

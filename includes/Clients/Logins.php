<?php

declare(strict_types=1);

namespace Counterfoil\Clients;

use Counterfoil\Shared\DomainError;

/** The accounts that contacts log in with, kept by whoever knows WordPress' users. */
interface Logins
{
    /** Whether whoever is logged in may change the address that somebody logs in with, as WordPress has it. */
    public function may_change_email(int $user_id): bool;

    /**
     * The user's address, and with it that of every contact of theirs. Not inside of a change: WordPress fills its caches.
     *
     * @throws DomainError 400 when somebody else has it, 409 when whoever is logged in may not
     */
    public function change_email(int $user_id, string $email): void;

    /** Logs somebody out everywhere, unless they are more than a contact: their other work goes on. */
    public function end_sessions(int $user_id): void;
}

<?php

declare(strict_types=1);

namespace Counterfoil\Clients;

use Closure;

/** Logs somebody out everywhere once there is no portal left that they may see. */
final readonly class EndSessions
{
    /** @param Closure(): Logins $logins */
    public function __construct(private ContactRepository $contacts, private Closure $logins)
    {
    }

    public function handle(?int $user_id): void
    {
        if ($user_id === null) {
            return;
        }
        foreach ($this->contacts->of_user($user_id) as $contact) {
            if ($contact->access === Access::Active) {
                return;
            }
        }
        // What people who are more than contacts see of a client is checked at each request.
        ($this->logins)()->end_sessions($user_id);
    }
}

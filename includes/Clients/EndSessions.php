<?php

declare(strict_types=1);

namespace Counterfoil\Clients;

use Counterfoil\Access\Capability;
use WP_Session_Tokens;

/** Logs somebody out everywhere once there is no portal left that they may see. */
final readonly class EndSessions
{
    public function __construct(private ContactRepository $contacts)
    {
    }

    public function handle(?int $user_id): void
    {
        // The agency's own people have other work here; what they see of a client is checked at each request.
        if ($user_id === null || user_can($user_id, Capability::View->value)) {
            return;
        }
        foreach ($this->contacts->of_user($user_id) as $contact) {
            if ($contact->access === Access::Active) {
                return;
            }
        }
        WP_Session_Tokens::get_instance($user_id)->destroy_all();
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Identity;

use Counterfoil\Clients\Contact;
use WP_User;

/** A WordPress user who is somebody's contact with access. */
final readonly class Account
{
    public function __construct(
        public WP_User $user,
        /** The oldest one with access */
        public Contact $contact,
        /** Works at the agency too: such people log in where staff does, with whatever protects that. */
        public bool $is_staff,
    ) {
    }
}

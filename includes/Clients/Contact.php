<?php

declare(strict_types=1);

namespace Counterfoil\Clients;

use DateTimeImmutable;

/** A person of a client, who may log in. */
final readonly class Contact
{
    public function __construct(
        public int $id,
        public int $client_id,
        public int $role_id,
        /** The WordPress user, once an invitation was accepted; set nowhere else */
        public ?int $user_id,
        public string $name,
        /** Lower case */
        public string $email,
        public Access $access,
        /** When the newest invitation was sent, answered or not */
        public ?DateTimeImmutable $invited_at,
        public ?DateTimeImmutable $invitation_expires_at,
        public ?DateTimeImmutable $last_login_at,
        public DateTimeImmutable $created_at,
        public MailChoice $mails = new MailChoice(),
    ) {
    }
}

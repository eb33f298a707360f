<?php

declare(strict_types=1);

namespace Counterfoil\Identity;

use DateTimeImmutable;

/** A mailed link that still works, without its secret. */
final readonly class Token
{
    public function __construct(
        public int $id,
        public TokenPurpose $purpose,
        public int $contact_id,
        public ?int $user_id,
        public string $redirect_to,
        /** The address that is confirmed by it; '' for other purposes */
        public string $email,
        public DateTimeImmutable $created_at,
        public DateTimeImmutable $expires_at,
    ) {
    }
}

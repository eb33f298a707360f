<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Privacy;

/** Somebody who asks what is known of them, or that it be forgotten; found by their email address. */
final readonly class Person
{
    /**
     * @param string $email in its normal form
     * @param list<int> $contact_ids
     * @param list<int> $user_ids their accounts here, as those contacts
     * @param list<int> $client_ids whose contact they are, or whose address for invoices theirs is
     * @param list<string> $names that they have as a contact
     */
    public function __construct(
        public string $email,
        public array $contact_ids,
        public array $user_ids,
        public array $client_ids,
        public array $names,
    ) {
    }
}

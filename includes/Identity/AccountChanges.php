<?php

declare(strict_types=1);

namespace Counterfoil\Identity;

use Counterfoil\Clients\ClientRepository;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\Change\Mail;
use Counterfoil\Shared\Viewer;

/** A contact's password or address was changed in WordPress, by the agency: open sessions and links end, and the address that was is told. */
final readonly class AccountChanges
{
    public function __construct(private Accounts $accounts, private ClientRepository $clients, private Changes $changes, private Sessions $sessions, private TokenRepository $tokens)
    {
    }

    /** @return bool always false: the answer to the filter that asks whether WordPress shall write */
    public function password(int $user_id, string $address): bool
    {
        return $this->tell('password_changed', 'contact.password_set', $user_id, $address, []);
    }

    /** @return bool always false, as above */
    public function email(int $user_id, string $old_address, string $new_address): bool
    {
        return $this->tell('email_changed', 'contact.email_changed', $user_id, $old_address, ['email' => $new_address]);
    }

    /** @param array<string, string> $data */
    private function tell(string $message, string $event, int $user_id, string $address, array $data): bool
    {
        $this->sessions->end_all($user_id);
        // Whoever reads the old mailbox may hold one that was mailed a moment ago.
        $this->tokens->end_of_user($user_id);
        $user = get_user_by('id', $user_id);
        $account = $user === false ? null : $this->accounts->of($user);
        $client = $account === null ? null : $this->clients->find($account->contact->client_id, Viewer::system());
        // Who has no access any more has nothing to lose.
        if ($account === null || $client === null) {
            return false;
        }
        $contact = $account->contact;
        $this->changes->run(Actor::current_staff(), function (Change $change) use ($message, $event, $user_id, $address, $data, $contact, $client): void {
            $change->event($event, [['contact', $contact->id]], $client->id, ['name' => $contact->name] + $data);
            $change->mail(new Mail($message, "{$message}:user:{$user_id}:" . bin2hex(random_bytes(8)), $address, $contact->name, $client->locale, $client->id, $client->portal_id, data: $data));
        });

        return false;
    }
}

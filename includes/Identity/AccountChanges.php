<?php

declare(strict_types=1);

namespace Counterfoil\Identity;

use Counterfoil\Clients\ClientRepository;
use Counterfoil\Emails\Message;
use Counterfoil\Emails\Outbox;

/** A contact's password or address was changed in WordPress, by the agency: open sessions and links end, and the address that was is told. */
final readonly class AccountChanges
{
    public function __construct(private Accounts $accounts, private ClientRepository $clients, private Outbox $outbox, private Sessions $sessions, private TokenRepository $tokens)
    {
    }

    /** @return bool always false: the answer to the filter that asks whether WordPress shall write */
    public function password(int $user_id, string $address): bool
    {
        return $this->tell(Message::PasswordChanged, $user_id, $address, []);
    }

    /** @return bool always false, as above */
    public function email(int $user_id, string $old_address, string $new_address): bool
    {
        return $this->tell(Message::EmailChanged, $user_id, $old_address, ['email' => $new_address]);
    }

    /** @param array<string, string> $data */
    private function tell(Message $message, int $user_id, string $address, array $data): bool
    {
        $this->sessions->end_all($user_id);
        // Whoever reads the old mailbox may hold one that was mailed a moment ago.
        $this->tokens->end_of_user($user_id);
        $user = get_user_by('id', $user_id);
        $account = $user === false ? null : $this->accounts->of($user);
        $client = $account === null ? null : $this->clients->find($account->contact->client_id);
        // Who has no access any more has nothing to lose.
        if ($account !== null && $client !== null) {
            $this->outbox->enqueue($message, "{$message->value}:user:{$user_id}:" . bin2hex(random_bytes(8)), $address, $account->contact->name, $client->locale, $client->id, $client->portal_id, null, $data);
        }

        return false;
    }
}

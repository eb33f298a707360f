<?php

declare(strict_types=1);

namespace Counterfoil\Identity;

use Counterfoil\Clients\ClientRepository;
use Counterfoil\Clients\Contact;
use Counterfoil\Clients\FollowLogin;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\Change\Mail;
use Counterfoil\Shared\EmailAddress;
use Counterfoil\Shared\Viewer;
use WP_User;

/**
 * A contact's password or address was changed in WordPress, by whoever and in whatever way: open sessions and links end,
 * the address that was is told, and everything that is mailed goes to the new one.
 */
final readonly class AccountChanges
{
    public function __construct(
        private Accounts $accounts,
        private ClientRepository $clients,
        private Changes $changes,
        private Sessions $sessions,
        private TokenRepository $tokens,
        private FollowLogin $follow,
    ) {
    }

    /** @return bool always false: the answer to the filter that asks whether WordPress shall write */
    public function password(int $user_id, string $address): bool
    {
        $this->end($user_id);
        $user = get_user_by('id', $user_id);
        $account = $user === false ? null : $this->accounts->of($user);
        // Who has no access any more has nothing to lose.
        if ($account !== null) {
            $contact = $account->contact;
            $this->changes->run(self::by($contact), function (Change $change) use ($contact, $user_id, $address): void {
                $change->event('contact.password_set', [['contact', $contact->id]], $contact->client_id, ['name' => $contact->name]);
                $change->mail($this->mail('password_changed', $contact, $user_id, $address));
            });
        }

        return false;
    }

    /** Action `profile_update`: also where whoever changed it lets WordPress mail nobody. */
    public function updated(int $user_id, WP_User $before): void
    {
        $user = get_user_by('id', $user_id);
        if ($user === false || EmailAddress::are_same($user->user_email, $before->user_email)) {
            return;
        }
        $is_kept_out = Accounts::is_kept_out($user);
        if ($is_kept_out) {
            $this->end($user_id);
        }
        $contact = $this->accounts->of($user)?->contact;
        $this->follow->handle($user_id, $user->user_email, $contact === null ? Actor::current_staff() : self::by($contact), function (Change $change, Contact $oldest) use ($is_kept_out, $contact, $user_id, $before, $user): void {
            // Everybody else is written to by WordPress.
            if ($is_kept_out && $contact !== null) {
                $change->mail($this->mail('email_changed', $oldest, $user_id, $before->user_email, ['email' => $user->user_email]));
            }
        });
    }

    private function end(int $user_id): void
    {
        $this->sessions->end_all($user_id);
        // Whoever reads the old mailbox may hold one that was mailed a moment ago.
        $this->tokens->end_of_user($user_id);
    }

    /** @param array<string, string> $data */
    private function mail(string $message, Contact $contact, int $user_id, string $address, array $data = []): Mail
    {
        $client = $this->clients->get($contact->client_id, Viewer::system());

        return new Mail($message, "{$message}:user:{$user_id}:" . bin2hex(random_bytes(8)), $address, $contact->name, $client->locale, $client->id, $client->portal_id, data: $data);
    }

    private static function by(Contact $contact): Actor
    {
        return get_current_user_id() === $contact->user_id ? Actor::contact($contact->id, $contact->name) : Actor::current_staff();
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Clients;

use Closure;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\EmailAddress;
use Counterfoil\Shared\Viewer;

/**
 * A contact who logs in has one address, the one of their account: where it changes, they are written to at the new one.
 * The client's own address for bills goes along where it was the same.
 */
final readonly class FollowLogin
{
    /** @param Closure(): Inviting $inviting */
    public function __construct(private Changes $changes, private ContactRepository $contacts, private ClientRepository $clients, private Closure $inviting)
    {
    }

    /**
     * @param string $address of the user, as WordPress has it now
     * @param Closure(Change, Contact): void|null $also part of the same change, with the oldest contact that followed, as it was
     * @return bool whether there was anything to do
     */
    public function handle(int $user_id, string $address, Actor $by, ?Closure $also = null): bool
    {
        $email = EmailAddress::normal($address);
        $behind = array_values(array_filter($this->contacts->of_user($user_id), static fn (Contact $contact): bool => $contact->email !== $email));
        if ($email === '' || $behind === []) {
            return false;
        }
        $this->changes->run($by, function (Change $change) use ($behind, $email, $also): void {
            foreach ($behind as $contact) {
                $this->follow($change, $contact, $email);
            }
            if ($also !== null) {
                $also($change, $behind[0]);
            }
        });

        return true;
    }

    private function follow(Change $change, Contact $contact, string $email): void
    {
        foreach ($this->contacts->of_client($contact->client_id, Viewer::system()) as $other) {
            if ($other->email === $email) {
                $this->give_way($change, $other);
            }
        }
        $this->contacts->update($contact->id, $contact->role_id, $contact->name, $email);
        $follows = $this->clients->replace_email($contact->client_id, $contact->email, $email);
        $change->event('contact.email_changed', [['contact', $contact->id], ['client', $contact->client_id]], $contact->client_id, ['name' => $contact->name, 'email' => $email]);
        /** This action is documented in includes/Clients/ChangeContact.php */
        $change->hook('contact_updated', $contact->id);
        if ($follows) {
            /** This action is documented in includes/Clients/UpdateClient.php */
            $change->hook('client_updated', $contact->client_id);
        }
    }

    /** The same address was noted beside as another person's, who is this one after all. */
    private function give_way(Change $change, Contact $other): void
    {
        ($this->inviting)()->end_links($other);
        $this->contacts->delete($other->id);
        $change->event('contact.deleted', [['contact', $other->id]], $other->client_id, ['name' => $other->name, 'email' => $other->email]);
        /** This action is documented in includes/Clients/ChangeContact.php */
        $change->hook('contact_deleted', $other->id, $other->client_id);
    }
}

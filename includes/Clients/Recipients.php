<?php

declare(strict_types=1);

namespace Counterfoil\Clients;

use Counterfoil\Business\Business;
use Counterfoil\Shared\EmailAddress;
use Counterfoil\Shared\Viewer;

/** Who is written to about a client's bills. Nobody needs portal access for that; only who was suspended is left out. */
final readonly class Recipients
{
    public function __construct(private ContactRepository $contacts, private RoleRepository $roles, private Business $business)
    {
    }

    /** @return list<array{email: string, name: string, locale: string}> each address once; empty when there is none */
    public function billing(Client $client): array
    {
        $locale = $client->locale !== '' ? $client->locale : $this->business->locale;
        $recipients = [];
        foreach ($this->contacts->of_client($client->id, Viewer::system()) as $contact) {
            $role = $this->roles->find($contact->role_id);
            if ($contact->access === Access::Suspended || $role === null || ! in_array('billing.view', $role->permissions, true)) {
                continue;
            }
            $recipients[EmailAddress::normal($contact->email)] ??= ['email' => $contact->email, 'name' => $contact->name, 'locale' => $locale];
        }
        if ($client->email !== '') {
            $recipients[EmailAddress::normal($client->email)] ??= ['email' => $client->email, 'name' => $client->name, 'locale' => $locale];
        }

        return self::filtered(array_values($recipients), $client);
    }

    /**
     * @param list<array{email: string, name: string, locale: string}> $recipients
     * @return list<array{email: string, name: string, locale: string}>
     */
    private static function filtered(array $recipients, Client $client): array
    {
        /**
         * Filters the recipients of a client's billing emails: invoices, receipts and refunds. Each recipient gets a
         * separate email.
         *
         * @param list<array{email: string, name: string, locale: string}> $recipients
         * @param Client $client
         * @since 0.2.0
         */
        $filtered = apply_filters('counterfoil_billing_recipients', $recipients, $client);
        $once = [];
        foreach (is_array($filtered) ? $filtered : $recipients as $recipient) {
            $email = is_array($recipient) ? (string) ($recipient['email'] ?? '') : '';
            if ($email !== '') {
                $once[EmailAddress::normal($email)] ??= ['email' => $email, 'name' => (string) ($recipient['name'] ?? ''), 'locale' => (string) ($recipient['locale'] ?? '')];
            }
        }

        return array_values($once);
    }
}

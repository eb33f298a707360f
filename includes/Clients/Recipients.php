<?php

declare(strict_types=1);

namespace Counterfoil\Clients;

use Closure;
use Counterfoil\Business\Business;
use Counterfoil\Shared\EmailAddress;
use Counterfoil\Shared\Viewer;

/**
 * Who is written to about a client's money, by what it is about. Nobody needs portal access for that; only who was
 * suspended is left out.
 *
 * Copies are mails of their own, not a Cc of the client's: each is written for its reader (who gets a copy has no account,
 * so it has no link), is sent once, tried again and erased by itself, and an address that bounces keeps nobody else's.
 *
 * Of a recipient, `copy` says whose mail it is a copy of; it is empty for the client's own people.
 *
 * @phpstan-type Recipient array{email: string, name: string, locale: string, copy: string}
 */
final readonly class Recipients
{
    /** @param Closure(): string $finance the agency's own inbox for copies; may be empty */
    public function __construct(
        private ContactRepository $contacts,
        private RoleRepository $roles,
        private CopyRepository $copies,
        private Business $business,
        private Closure $finance,
    ) {
    }

    /** @return list<Recipient> each address once; empty when there is none */
    public function billing(Client $client, MailPurpose $purpose = MailPurpose::Invoices): array
    {
        $to = array_filter($this->choices($client), static fn (array $one): bool => $one['mails']->has($purpose));
        $cc = array_filter($this->copies->of_client($client->id), static fn (MailChoice $mails): bool => $mails->has($purpose));

        return $this->recipients($client, array_keys($to), array_map(strval(...), array_keys($cc)), $purpose);
    }

    /**
     * The same of one bill for which others were chosen.
     *
     * @param list<string> $to of the client's own people; who is none of them any more is left out
     * @param list<string> $cc
     * @return list<Recipient>
     */
    public function chosen(Client $client, array $to, array $cc): array
    {
        return $this->recipients($client, array_map(EmailAddress::normal(...), $to), $cc, MailPurpose::Invoices);
    }

    /**
     * The client's own people who may be written to: its contacts, oldest first, and its address for bills.
     *
     * @return array<string, array{email: string, name: string, mails: MailChoice, contact_id: int|null}> by address, in its normal form
     */
    public function choices(Client $client): array
    {
        $choices = [];
        foreach ($this->contacts->of_client($client->id, Viewer::system()) as $contact) {
            if ($this->may_get($contact)) {
                $choices[EmailAddress::normal($contact->email)] ??= ['email' => $contact->email, 'name' => $contact->name, 'mails' => $contact->mails, 'contact_id' => $contact->id];
            }
        }
        if ($client->email !== '') {
            $choices[EmailAddress::normal($client->email)] ??= ['email' => $client->email, 'name' => $client->name, 'mails' => $client->mails, 'contact_id' => null];
        }

        return $choices;
    }

    /** Nothing goes to who was suspended, nor to whom the role keeps bills from. */
    public function may_get(Contact $contact): bool
    {
        return $contact->access !== Access::Suspended && in_array('billing.view', $this->roles->find($contact->role_id)->permissions ?? [], true);
    }

    /** The agency's own inbox for copies; may be empty. */
    public function finance(): string
    {
        return ($this->finance)();
    }

    /**
     * @param list<string> $to normal forms
     * @param list<string> $cc
     * @return list<Recipient>
     */
    private function recipients(Client $client, array $to, array $cc, MailPurpose $purpose): array
    {
        $locale = $client->locale !== '' ? $client->locale : $this->business->locale;
        $recipients = [];
        foreach ($this->choices($client) as $normal => $one) {
            if (in_array((string) $normal, $to, true)) {
                $recipients[$normal] = ['email' => $one['email'], 'name' => $one['name'], 'locale' => $locale, 'copy' => ''];
            }
        }
        $closed = $this->closed($client);
        foreach ($cc as $email) {
            $normal = EmailAddress::normal($email);
            if (! isset($closed[$normal])) {
                $recipients[$normal] ??= ['email' => $email, 'name' => $client->name, 'locale' => $locale, 'copy' => $client->name];
            }
        }
        $finance = $purpose->is_for_finance() ? $this->finance() : '';
        if ($finance !== '' && $recipients !== []) {
            $recipients[EmailAddress::normal($finance)] ??= ['email' => $finance, 'name' => $client->name, 'locale' => $this->business->locale, 'copy' => $client->name];
        }

        return self::filtered(array_values($recipients), $client, $purpose);
    }

    /** @return array<string, true> normal forms of addresses of the client's people who get nothing */
    private function closed(Client $client): array
    {
        $closed = [];
        foreach ($this->contacts->of_client($client->id, Viewer::system()) as $contact) {
            if (! $this->may_get($contact)) {
                $closed[EmailAddress::normal($contact->email)] = true;
            }
        }

        return $closed;
    }

    /**
     * @param list<Recipient> $recipients
     * @return list<Recipient>
     */
    private static function filtered(array $recipients, Client $client, MailPurpose $purpose): array
    {
        /**
         * Filters the recipients of a client's billing emails. Each recipient gets a separate email. `copy` is the client's
         * name for those who only get a copy, without links to the portal, and empty for all others.
         *
         * @param list<array{email: string, name: string, locale: string, copy: string}> $recipients
         * @param Client $client
         * @param MailPurpose $purpose what the email is about: invoices, reminders, receipts or credit notes
         * @since 0.2.0
         */
        $filtered = apply_filters('counterfoil_billing_recipients', $recipients, $client, $purpose);
        $once = [];
        foreach (is_array($filtered) ? $filtered : $recipients as $recipient) {
            $email = is_array($recipient) ? (string) ($recipient['email'] ?? '') : '';
            if ($email !== '') {
                $once[EmailAddress::normal($email)] ??= ['email' => $email, 'name' => (string) ($recipient['name'] ?? ''), 'locale' => (string) ($recipient['locale'] ?? ''), 'copy' => (string) ($recipient['copy'] ?? '')];
            }
        }

        return array_values($once);
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Clients;

use Closure;
use Counterfoil\Business\Business;
use Counterfoil\Shared\EmailAddress;
use Counterfoil\Shared\Viewer;

/**
 * Who is written to about a client's money, by what it is about. Nobody needs portal access for that; only who was
 * suspended, or has a role without bills, is left out: also where the client's own address for bills is theirs.
 *
 * Copies are mails of their own, not a Cc of the client's: each is written for its reader (who gets a copy has no account,
 * so it has no link), is sent once, tried again and erased by itself, and an address that bounces keeps nobody else's.
 *
 * Of a recipient, `copy` says whose mail it is a copy of; it is empty for the client's own people.
 *
 * @phpstan-type Recipient array{email: string, name: string, locale: string, copy: string}
 * @phpstan-type Choice array{email: string, name: string, mails: MailChoice, contact_id: int|null}
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
        [$choices, $closed] = $this->people($client);
        $to = array_filter($choices, static fn (array $one): bool => $one['mails']->has($purpose));
        $cc = array_filter($this->copies->of_client($client->id), static fn (MailChoice $mails): bool => $mails->has($purpose));

        return $this->recipients($client, $to, array_map(strval(...), array_keys($cc)), $closed, $purpose);
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
        [$choices, $closed] = $this->people($client);

        return $this->recipients($client, array_intersect_key($choices, array_flip(array_map(EmailAddress::normal(...), $to))), $cc, $closed, MailPurpose::Invoices);
    }

    /**
     * The client's own people who may be written to: its contacts, oldest first, and its address for bills.
     *
     * @return array<string, Choice> by address, in its normal form
     */
    public function choices(Client $client): array
    {
        return $this->people($client)[0];
    }

    /**
     * @return array{array<string, Choice>, array<string, true>} who may be written to, and the addresses of those who get
     *     nothing; each by its normal form
     */
    private function people(Client $client): array
    {
        $choices = [];
        $closed = [];
        $may_get = $this->may_get();
        foreach ($this->contacts->of_client($client->id, Viewer::system()) as $contact) {
            $normal = EmailAddress::normal($contact->email);
            if (! $may_get($contact)) {
                $closed[$normal] = true;
                continue;
            }
            $choices[$normal] ??= ['email' => $contact->email, 'name' => $contact->name, 'mails' => $contact->mails, 'contact_id' => $contact->id];
        }
        // The address for bills may be a contact's own: what was decided about that person holds there too.
        if ($client->email !== '' && ! isset($closed[EmailAddress::normal($client->email)])) {
            $choices[EmailAddress::normal($client->email)] ??= ['email' => $client->email, 'name' => $client->name, 'mails' => $client->mails, 'contact_id' => null];
        }

        return [$choices, $closed];
    }

    /**
     * Nothing goes to who was suspended, nor to whom the role keeps bills from.
     *
     * @return Closure(Contact): bool for any number of contacts; the roles are read once
     */
    public function may_get(): Closure
    {
        $roles = array_column(array_filter($this->roles->all(), static fn (Role $role): bool => in_array('billing.view', $role->permissions, true)), 'id');

        return static fn (Contact $contact): bool => $contact->access !== Access::Suspended && in_array($contact->role_id, $roles, true);
    }

    /**
     * The agency's own inbox, where it gets a copy and is nobody's else; else "".
     *
     * @param list<Recipient> $recipients
     */
    public function finance_of(array $recipients): string
    {
        $finance = $this->finance();
        $is_copied = array_filter($recipients, static fn (array $one): bool => $one['copy'] !== '' && $one['email'] === $finance) !== [];

        return $is_copied ? $finance : '';
    }

    /** The agency's own inbox for copies; may be empty. */
    public function finance(): string
    {
        return ($this->finance)();
    }

    /**
     * @param array<string, Choice> $to
     * @param list<string> $cc
     * @param array<string, true> $closed normal forms of addresses of the client's people who get nothing
     * @return list<Recipient>
     */
    private function recipients(Client $client, array $to, array $cc, array $closed, MailPurpose $purpose): array
    {
        $locale = $client->locale !== '' ? $client->locale : $this->business->locale;
        $recipients = array_map(static fn (array $one): array => ['email' => $one['email'], 'name' => $one['name'], 'locale' => $locale, 'copy' => ''], $to);
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

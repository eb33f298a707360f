<?php

declare(strict_types=1);

namespace Counterfoil\Clients;

use Closure;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Privacy\Person;
use Counterfoil\Shared\Privacy\PersonalData;
use Counterfoil\Shared\Privacy\Record;
use Counterfoil\Shared\Viewer;

/** Contacts, and clients whose address for invoices is a person's own. */
final readonly class PersonalDetails implements PersonalData
{
    /** @param Closure(): Balances $balances */
    public function __construct(private ClientRepository $clients, private ContactRepository $contacts, private ChangeContact $change_contact, private CopyRepository $copies, private Closure $balances)
    {
    }

    public function find(string $email): Person
    {
        $contacts = $this->contacts->of_email($email);

        return new Person(
            $email,
            array_map(static fn (Contact $contact): int => $contact->id, $contacts),
            array_values(array_unique(array_filter(array_map(static fn (Contact $contact): ?int => $contact->user_id, $contacts), is_int(...)))),
            array_values(array_unique([...array_map(static fn (Contact $contact): int => $contact->client_id, $contacts), ...$this->clients->ids_of_email($email)])),
            array_values(array_unique(array_map(static fn (Contact $contact): string => $contact->name, $contacts))),
        );
    }

    public function export(Person $person): array
    {
        $clients = $this->clients->by_ids($person->client_ids, Viewer::system());
        $records = [];
        foreach ($this->contacts->of_email($person->email) as $contact) {
            $records[] = new Record('counterfoil-contacts', __('Client portal', 'counterfoil'), "counterfoil-contact-{$contact->id}", array_filter([
                __('Name', 'counterfoil') => $contact->name,
                __('Email', 'counterfoil') => $contact->email,
                __('Client', 'counterfoil') => $clients[$contact->client_id]->name ?? '',
                __('Created', 'counterfoil') => Timestamps::to_wire($contact->created_at),
                __('Invited', 'counterfoil') => $contact->invited_at === null ? '' : Timestamps::to_wire($contact->invited_at),
                __('Last login', 'counterfoil') => $contact->last_login_at === null ? '' : Timestamps::to_wire($contact->last_login_at),
            ], static fn (string $value): bool => $value !== ''));
        }
        foreach ($this->clients->by_ids($this->copies->clients_of($person->email), Viewer::system()) as $client) {
            $records[] = new Record('counterfoil-copies', __('Copies of emails', 'counterfoil'), "counterfoil-copies-{$client->id}", [
                __('Email', 'counterfoil') => $person->email,
                __('Client', 'counterfoil') => $client->name,
            ]);
        }
        foreach ($this->clients->ids_of_email($person->email) as $id) {
            $client = $clients[$id];
            $records[] = new Record('counterfoil-clients', __('Billing details', 'counterfoil'), "counterfoil-client-{$id}", array_filter([
                __('Name', 'counterfoil') => $client->name,
                __('Email', 'counterfoil') => $client->email,
                __('Phone', 'counterfoil') => $client->phone,
                __('Address', 'counterfoil') => implode(', ', array_filter($client->address->to_array(), static fn (string $part): bool => $part !== '')),
                __('Tax ID', 'counterfoil') => $client->tax_id,
            ], static fn (string $value): bool => $value !== ''));
        }

        return $records;
    }

    public function erase(Person $person, Change $change): array
    {
        foreach ($person->contact_ids as $id) {
            $this->change_contact->delete($id, Viewer::system());
        }
        foreach ($this->copies->clients_of($person->email) as $id) {
            $change->event('client.recipients_changed', [['client', $id]], $id);
        }
        $this->copies->forget($person->email);
        $kept = [];
        foreach ($this->clients->ids_of_email($person->email) as $id) {
            $is_billed = ($this->balances)()->count_invoices($id) > 0;
            $this->clients->forget($id, $is_billed);
            $change->event('client.erased', [['client', $id]], $id);
            if ($is_billed) {
                /* translators: %s: name of a client */
                $kept[] = sprintf(__('%s: name and address are kept with the invoices.', 'counterfoil'), $this->clients->get($id, Viewer::system())->name);
            }
        }

        return $kept;
    }
}

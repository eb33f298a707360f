<?php

declare(strict_types=1);

namespace Counterfoil\Clients;

use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\EmailAddress;
use Counterfoil\Shared\Input;
use Counterfoil\Shared\Viewer;

/** Chooses who gets which of a client's mails. */
final readonly class UpdateRecipients
{
    public function __construct(private Changes $changes, private ClientRepository $clients, private ContactRepository $contacts, private CopyRepository $copies)
    {
    }

    /**
     * @param array<string, mixed> $body `clients.choose-recipients` of the contract
     * @throws DomainError 400 naming each field, 404
     */
    public function handle(int $client_id, array $body, Viewer $viewer): Client
    {
        return $this->changes->run($viewer->actor, function (Change $change) use ($client_id, $body, $viewer): Client {
            $client = $this->clients->get($client_id, $viewer);
            $contacts = $this->contacts->of_client($client_id, $viewer);
            $ids = array_map(static fn (Contact $contact): int => $contact->id, $contacts);
            foreach ($body['contacts'] as $i => $one) {
                if (! in_array($one['id'], $ids, true)) {
                    throw DomainError::invalid(__('This contact no longer exists. Reload the page.', 'counterfoil'), "/contacts/{$i}/id");
                }
            }
            $copies = self::copies($body['copies'], $client, $contacts);
            $this->clients->choose_mails($client_id, MailChoice::from_wire($body['billing']));
            foreach ($body['contacts'] as $one) {
                $this->contacts->choose_mails($one['id'], MailChoice::from_wire($one['mails']));
            }
            $this->copies->replace($client_id, $copies);
            $change->event('client.recipients_changed', [['client', $client_id]], $client_id, ['name' => $client->name]);
            /**
             * Fires after it changes who gets a client's emails.
             *
             * @param int $client_id
             * @since 0.2.0
             */
            $change->hook('client_recipients_changed', $client_id);

            return $this->clients->get($client_id, $viewer);
        });
    }

    /**
     * @param list<array{email: string, mails: list<string>}> $typed
     * @param list<Contact> $contacts
     * @return array<string, MailChoice> by address
     * @throws DomainError 400
     */
    private static function copies(array $typed, Client $client, array $contacts): array
    {
        $emails = self::check(array_column($typed, 'email'), $client, $contacts, '/copies/%d/email');

        $copies = array_combine($emails, array_map(static fn (array $one): MailChoice => MailChoice::from_wire($one['mails']), $typed));

        return array_filter($copies, static fn (MailChoice $mails): bool => $mails->purposes !== []);
    }

    /**
     * Addresses for copies: each once, and none of somebody who is written to anyway.
     *
     * @param list<string> $typed
     * @param list<Contact> $contacts of the client
     * @param string $pointer with %d for which of them it is
     * @return list<string> normal forms
     * @throws DomainError 400 naming each
     */
    public static function check(array $typed, Client $client, array $contacts, string $pointer): array
    {
        $people = array_column(array_map(static fn (Contact $contact): array => [EmailAddress::normal($contact->email), true], $contacts), 1, 0);
        [$emails, $wrong] = [[], []];
        foreach ($typed as $i => $email) {
            $at = sprintf($pointer, $i);
            try {
                $normal = Input::email($email, $at);
            } catch (DomainError $error) {
                $wrong += $error->fields;
                continue;
            }
            if (in_array($normal, $emails, true)) {
                $wrong[$at] = __('This address is already in the list. Remove one of the two.', 'counterfoil');
            } elseif (isset($people[$normal]) || ($client->email !== '' && EmailAddress::are_same($client->email, $normal))) {
                $wrong[$at] = __('This person is already a recipient of this client. Choose their emails above instead.', 'counterfoil');
            }
            $emails[] = $normal;
        }
        if ($wrong !== []) {
            throw DomainError::invalid_fields($wrong);
        }

        return $emails;
    }
}

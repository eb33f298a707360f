<?php

declare(strict_types=1);

namespace Counterfoil\Clients\Rest;

use Counterfoil\Clients\Access;
use Counterfoil\Clients\Client;
use Counterfoil\Clients\ClientRepository;
use Counterfoil\Clients\Contact;
use Counterfoil\Clients\ContactRepository;
use Counterfoil\Clients\CopyRepository;
use Counterfoil\Clients\MailChoice;
use Counterfoil\Clients\Recipients;
use Counterfoil\Clients\UpdateRecipients;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Shared\Viewer;

/** Who gets a client's mails, as the contract's `clientRecipients`. */
final readonly class RecipientsController
{
    public function __construct(
        private ClientRepository $clients,
        private ContactRepository $contacts,
        private CopyRepository $copies,
        private Recipients $recipients,
        private UpdateRecipients $update,
    ) {
    }

    /** @return array<string, mixed> */
    public function get(Request $request): array
    {
        return $this->to_wire($this->clients->get($request->id(), $request->viewer), $request->viewer);
    }

    /** @return array<string, mixed> */
    public function update(Request $request): array
    {
        return $this->to_wire($this->update->handle($request->id(), $request->body, $request->viewer), $request->viewer);
    }

    /** @return array<string, mixed> */
    private function to_wire(Client $client, Viewer $viewer): array
    {
        $copies = $this->copies->of_client($client->id);
        $may_get = $this->recipients->may_get();

        return [
            'billing' => ['email' => $client->email, 'mails' => $client->mails->to_wire()],
            'contacts' => array_map(fn (Contact $contact): array => [
                'id' => $contact->id,
                'name' => $contact->name,
                'email' => $contact->email,
                'mails' => $contact->mails->to_wire(),
                'closed' => match (true) {
                    $contact->access === Access::Suspended => 'suspended',
                    ! $may_get($contact) => 'role',
                    default => null,
                },
            ], $this->contacts->of_client($client->id, $viewer)),
            'copies' => array_map(static fn (string $email, MailChoice $mails): array => ['email' => $email, 'mails' => $mails->to_wire()], array_map(strval(...), array_keys($copies)), array_values($copies)),
            'finance' => $this->recipients->finance(),
            'invoice' => $this->of_invoice($client),
        ];
    }

    /** @return array<string, mixed> who gets an invoice for which nobody else is chosen */
    private function of_invoice(Client $client): array
    {
        $next = $this->recipients->billing($client);
        $emails = static fn (bool $is_copy): array => array_values(array_column(array_filter($next, static fn (array $one): bool => ($one['copy'] !== '') === $is_copy), 'email'));

        return [
            'recipients' => $emails(false),
            'copies' => $emails(true),
            'finance_copy' => $this->recipients->finance_of($next),
            'recipient_choices' => array_map(static fn (array $one): array => ['email' => $one['email'], 'name' => $one['name']], array_values($this->recipients->choices($client))),
        ];
    }
}

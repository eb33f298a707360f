<?php

declare(strict_types=1);

namespace Counterfoil\Identity;

use Closure;
use Counterfoil\Clients\ClientRepository;
use Counterfoil\Clients\ContactRepository;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;

/**
 * Portal routes and blocks take the client from here, never from the request. What is in the tables
 * counts, not what was when the session began: who was suspended sees nothing at once.
 */
final class PortalSession
{
    /** Which of their clients somebody with several looks at. */
    private const CHOICE = 'counterfoil_client';

    private ?int $user = null;
    private ?PortalContact $current = null;

    /** @param Closure(int): ?int $client_of_invoice */
    public function __construct(
        private readonly ContactRepository $contacts,
        private readonly ClientRepository $clients,
        private readonly Closure $client_of_invoice,
    ) {
    }

    public function current(): ?PortalContact
    {
        $user = get_current_user_id();
        if ($user === 0) {
            return null;
        }
        if ($this->user !== $user) {
            $this->user = $user;
            $this->current = $this->read($user);
        }

        return $this->current;
    }

    /** @throws DomainError 401 for nobody, 403 for somebody who is no client's contact */
    public function require(): PortalContact
    {
        if (! is_user_logged_in()) {
            throw DomainError::unauthorized();
        }

        return $this->current() ?? throw DomainError::forbidden();
    }

    /**
     * @param string $permission "billing.view"; empty for any
     * @throws DomainError 401 for nobody, 403 for somebody who may not
     */
    public function viewer(string $permission): Viewer
    {
        $contact = $this->require();
        if ($permission !== '' && ! $contact->can($permission)) {
            throw DomainError::forbidden();
        }

        return $contact->viewer();
    }

    /** After something about the contact changed in this very request; and between the requests of a test. */
    public function forget(): void
    {
        $this->user = null;
        $this->current = null;
    }

    /** A link of a mail leads to an invoice of another one of the reader's own clients: look at that client. */
    public function use_client_of_invoice(int $invoice_id): void
    {
        $current = $this->current();
        $client = $current === null ? null : ($this->client_of_invoice)($invoice_id);
        if ($current === null || $client === null || $client === $current->client->id) {
            return;
        }
        foreach ($this->contacts->active_of_user(get_current_user_id()) as ['contact' => $contact]) {
            if ($contact->client_id === $client) {
                update_user_meta(get_current_user_id(), self::CHOICE, (string) $client);
                $this->forget();
            }
        }
    }

    private function read(int $user): ?PortalContact
    {
        $active = $this->contacts->active_of_user($user);
        if ($active === []) {
            return null;
        }
        $chosen = (int) get_user_meta($user, self::CHOICE, true);
        $one = $active[0];
        foreach ($active as $each) {
            if ($each['contact']->client_id === $chosen) {
                $one = $each;
            }
        }
        $client = $this->clients->find($one['contact']->client_id);

        return $client === null ? null : new PortalContact($one['contact'], $client, $one['permissions']);
    }
}

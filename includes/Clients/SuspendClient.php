<?php

declare(strict_types=1);

namespace Counterfoil\Clients;

use Closure;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\Change\Mail;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;

/**
 * Keeps all of a client's people out of the portal, but for what is still to be paid, and lets them in again. Their accounts and
 * sessions stay: who has another client, or works for the agency, goes on there.
 */
final readonly class SuspendClient
{
    /** @param Closure(): Recipients $recipients */
    public function __construct(private Changes $changes, private ClientRepository $clients, private PortalAccess $access, private Closure $recipients)
    {
    }

    /** @return bool false when it was suspended already */
    public function in(Change $change, int $id): bool
    {
        if (! $this->clients->suspend($id)) {
            return false;
        }
        $change->event('client.suspended', [['client', $id]], $id);
        /**
         * Fires after the portal access of all of a client's people is suspended.
         *
         * @param int $client_id
         * @since 0.2.0
         */
        $change->hook('client_suspended', $id);

        return true;
    }

    /** @throws DomainError 404, 409 when it is not suspended */
    public function restore(int $id, Viewer $viewer): Client
    {
        return $this->changes->run($viewer->actor, function (Change $change) use ($id, $viewer): Client {
            $client = $this->clients->get($id, $viewer);
            if (! $this->restore_in($change, $client)) {
                throw DomainError::conflict('not_suspended', __('This client’s portal access isn’t suspended.', 'counterfoil'));
            }

            return $this->clients->get($id, $viewer);
        });
    }

    /** @return bool false when it was not suspended (any more) */
    public function restore_in(Change $change, Client $client): bool
    {
        if (! $this->clients->restore($client->id)) {
            return false;
        }
        $change->event('client.restored', [['client', $client->id]], $client->id);
        foreach ($this->told($client) as ['email' => $email, 'name' => $name, 'locale' => $locale]) {
            $reason = "access_restored:{$client->id}:" . (string) $client->suspended_at?->getTimestamp() . ':' . strtolower($email);
            $change->mail(new Mail('access_restored', $reason, $email, $name, $locale, $client->id, $client->portal_id));
        }
        /**
         * Fires after a client's suspended portal access is restored.
         *
         * @param int $client_id
         * @since 0.2.0
         */
        $change->hook('client_restored', $client->id);

        return true;
    }

    /**
     * Who hears of it: those who are written to about the client's money, where anybody can use the portal at all.
     *
     * @return list<array{email: string, name: string, locale: string, copy: string}>
     */
    public function told(Client $client): array
    {
        return $this->access->anybody_may($client->id, 'billing.view')
            ? array_values(array_filter(($this->recipients)()->billing($client, MailPurpose::Receipts), static fn (array $one): bool => $one['copy'] === ''))
            : [];
    }
}

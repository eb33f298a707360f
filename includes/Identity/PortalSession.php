<?php

declare(strict_types=1);

namespace Counterfoil\Identity;

use Counterfoil\Clients\Client;
use Counterfoil\Clients\ClientRepository;
use Counterfoil\Clients\ContactRepository;
use Counterfoil\Portals\PortalUrls;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;

/**
 * Portal routes and blocks take the client from here, never from the request. What is in the tables
 * counts, not what was when the session began: who was suspended sees nothing at once.
 *
 * Who is a contact of several clients looks at the one that the address names, else at the one they chose,
 * else at the oldest. An address names only what is theirs already, and reading never changes the choice.
 */
final class PortalSession
{
    /** In an address: the id of the client to look at. */
    public const ARGUMENT = PortalUrls::CLIENT;

    /** Of a user: the id of the client they chose. */
    public const CHOICE = 'counterfoil_client';

    private ?int $user = null;
    private ?PortalContact $current = null;

    /** @var list<int> ids of the clients that the current user may look at, oldest contact first */
    private array $own_clients = [];

    public function __construct(
        private readonly ContactRepository $contacts,
        private readonly ClientRepository $clients,
        private readonly PortalUrls $urls,
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
            $this->current = $this->read($user, [self::named_by_address(), (int) get_user_meta($user, self::CHOICE, true)]);
            $this->name_it();
        }

        return $this->current;
    }

    /** @throws DomainError 401 for nobody, 403 for somebody who is no client's contact, or whose client is suspended */
    public function require(): PortalContact
    {
        $contact = $this->require_payer();

        return $contact->is_suspended()
            ? throw DomainError::refused('access_suspended', __('Your portal access is suspended. You can still view and pay your open invoices.', 'counterfoil'))
            : $contact;
    }

    /**
     * For what is still to be paid, for logging out, and for the choice of another client: also while the client is suspended.
     *
     * @throws DomainError 401 for nobody, 403 for somebody who is no client's contact
     */
    public function require_payer(): PortalContact
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

    /**
     * The same while the client is suspended.
     *
     * @throws DomainError 401 for nobody, 403 for somebody who may not
     */
    public function payer(string $permission): Viewer
    {
        $viewer = $this->require_payer()->payer();

        return $viewer->may($permission) ? $viewer : throw DomainError::forbidden();
    }

    /** After something about the contact changed in this very request; and between the requests of a test. */
    public function forget(): void
    {
        $this->user = null;
        $this->current = null;
        $this->own_clients = [];
        $this->urls->about(null);
    }

    /**
     * A link of a mail leads to what is another one's of the reader's own clients: in this request, that client is the one
     * they look at. The choice they made stays as it is.
     */
    public function look_at(?int $client_id): void
    {
        $current = $this->current();
        if ($current === null || $client_id === null || $client_id === $current->client->id) {
            return;
        }
        $other = $this->read(get_current_user_id(), [$client_id]);
        $this->current = $other?->client->id === $client_id ? $other : $current;
        $this->name_it();
    }

    /**
     * Whoever has several clients looks at this one from now on, on every device.
     *
     * @throws DomainError 404 when it is not theirs
     */
    public function choose(int $client_id): void
    {
        $this->require_payer();
        if (! in_array($client_id, $this->own_clients, true)) {
            throw DomainError::not_found();
        }
        update_user_meta(get_current_user_id(), self::CHOICE, (string) $client_id);
        $this->forget();
    }

    /** @return list<array{id: int, name: string}> clients of theirs beside the one they look at; no query for who has one */
    public function other_clients(): array
    {
        $others = array_values(array_diff($this->own_clients, [$this->current()?->client->id]));

        return array_values(array_map(
            static fn (Client $client): array => ['id' => $client->id, 'name' => $client->name],
            $this->clients->by_ids($others, Viewer::system())
        ));
    }

    /** @param list<int> $wanted ids of clients, the first that is theirs counts; the oldest when none is */
    private function read(int $user, array $wanted): ?PortalContact
    {
        $active = array_column(
            array_map(static fn (array $each): array => [$each['contact']->client_id, $each], $this->contacts->active_of_user($user)),
            1,
            0
        );
        $this->own_clients = array_keys($active);
        $own = array_values(array_intersect($wanted, $this->own_clients));
        $one = $active[$own[0] ?? array_key_first($active)] ?? null;
        $client = $one === null ? null : $this->clients->find($one['contact']->client_id, Viewer::system());

        return $one === null || $client === null ? null : new PortalContact($one['contact'], $client, $one['permissions']);
    }

    /** Who has several clients goes on with the one they look at: two of them are open side by side. */
    private function name_it(): void
    {
        $this->urls->about($this->current !== null && count($this->own_clients) > 1 ? $this->current->client->id : null);
    }

    private static function named_by_address(): int
    {
        // phpcs:ignore WordPress.Security.NonceVerification.Recommended -- nothing is changed by looking, and only at what is theirs
        return isset($_GET[self::ARGUMENT]) && is_string($_GET[self::ARGUMENT]) ? absint($_GET[self::ARGUMENT]) : 0;
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Clients\Rest;

use Closure;
use Counterfoil\Clients\AddContact;
use Counterfoil\Clients\ChangeAccess;
use Counterfoil\Clients\ChangeContact;
use Counterfoil\Clients\ClientRepository;
use Counterfoil\Clients\ContactRepository;
use Counterfoil\Clients\ContactResource;
use Counterfoil\Clients\Inviting;
use Counterfoil\Clients\RoleRepository;
use Counterfoil\Shared\Rest\Request;

final readonly class ContactsController
{
    /** @param Closure(): Inviting $inviting */
    public function __construct(
        private ClientRepository $clients,
        private ContactRepository $contacts,
        private RoleRepository $roles,
        private ContactResource $resource,
        private AddContact $add,
        private ChangeContact $change,
        private ChangeAccess $access,
        private Closure $inviting,
    ) {
    }

    /** @return array<string, mixed> */
    public function create(Request $request): array
    {
        /** @var array{name: string, email: string, role_id?: int} $body as the contract has it */
        $body = $request->body;
        $client = $this->clients->get($request->id(), $request->viewer);

        return $this->resource->one($this->add->handle($client, $body, $request->body['invite'] ?? false, $request->viewer->actor));
    }

    /** @return array<string, mixed> */
    public function update(Request $request): array
    {
        /** @var array{name: string, email: string, role_id: int} $body as the contract has it */
        $body = $request->body;

        return $this->resource->one($this->change->update($request->id(), $body, $request->viewer));
    }

    /** @return array{done: true} */
    public function delete(Request $request): array
    {
        $this->change->delete($request->id(), $request->viewer);

        return ['done' => true];
    }

    /** @return array<string, mixed> */
    public function invite(Request $request): array
    {
        ($this->inviting)()->send($this->contacts->get($request->id(), $request->viewer), $request->viewer->actor);

        return $this->resource->one($this->contacts->get($request->id(), $request->viewer));
    }

    /** @return array<string, mixed> */
    public function revoke(Request $request): array
    {
        ($this->inviting)()->revoke($this->contacts->get($request->id(), $request->viewer), $request->viewer->actor);

        return $this->resource->one($this->contacts->get($request->id(), $request->viewer));
    }

    /** @return array<string, mixed> */
    public function suspend(Request $request): array
    {
        return $this->resource->one($this->access->suspend($request->id(), $request->viewer));
    }

    /** @return array<string, mixed> */
    public function restore(Request $request): array
    {
        return $this->resource->one($this->access->restore($request->id(), $request->viewer));
    }

    /** @return array{items: list<array{id: int, slug: string, name: string}>} */
    public function roles(): array
    {
        return ['items' => array_map(ContactResource::role(...), $this->roles->all())];
    }
}

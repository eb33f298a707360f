<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Rest;

use Counterfoil\Invoices\AddNote;
use Counterfoil\Invoices\DeleteNote;
use Counterfoil\Invoices\InvoiceResource;
use Counterfoil\Shared\Rest\Request;

final readonly class NotesController
{
    public function __construct(private AddNote $add, private DeleteNote $delete)
    {
    }

    /** @return array<string, mixed> */
    public function create(Request $request): array
    {
        return InvoiceResource::note($this->add->handle($request->id(), $request->body['body'], $request->viewer->actor));
    }

    /** @return array{done: true} */
    public function delete(Request $request): array
    {
        $this->delete->handle($request->id(), $request->viewer->actor);

        return ['done' => true];
    }
}

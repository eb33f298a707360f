<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Notes\Rest;

use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Invoices\InvoiceResource;
use Counterfoil\Invoices\Notes\AddNote;
use Counterfoil\Invoices\Notes\DeleteNote;
use Counterfoil\Invoices\Notes\NoteRepository;
use Counterfoil\Shared\Rest\Request;

final readonly class NotesController
{
    public function __construct(private InvoiceRepository $invoices, private NoteRepository $notes, private AddNote $add, private DeleteNote $delete)
    {
    }

    /** @return array<string, mixed> */
    public function create(Request $request): array
    {
        $invoice = $this->invoices->get($request->id(), $request->viewer);

        return InvoiceResource::note($this->add->handle($invoice->id, $request->body['body'], $request->viewer->actor));
    }

    /** @return array{done: true} */
    public function delete(Request $request): array
    {
        // Who does not see the invoice does not see its notes.
        $this->invoices->get($this->notes->get($request->id())->invoice_id, $request->viewer);
        $this->delete->handle($request->id(), $request->viewer->actor);

        return ['done' => true];
    }
}

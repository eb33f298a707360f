<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Notes;

use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Invoices\Notes\Rest\NotesController;
use Counterfoil\Shared\Module;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Shared\Rest\Routes;

/** What staff write beside an invoice, for themselves. */
final class NotesModule extends Module
{
    public function routes(Routes $routes): void
    {
        $routes->bind('notes.create', fn (Request $request): array => $this->controller()->create($request));
        $routes->bind('notes.delete', fn (Request $request): array => $this->controller()->delete($request));
    }

    public function notes(): NoteRepository
    {
        return new NoteRepository($this->plugin->database());
    }

    private function controller(): NotesController
    {
        $invoices = $this->plugin->module(InvoicesModule::class)->invoices();

        return new NotesController(
            $invoices,
            $this->notes(),
            new AddNote($this->plugin->changes(), $invoices, $this->notes(), $this->plugin->clock()),
            new DeleteNote($this->plugin->changes(), $invoices, $this->notes()),
        );
    }
}

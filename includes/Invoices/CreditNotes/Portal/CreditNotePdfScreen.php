<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\CreditNotes\Portal;

use Counterfoil\Invoices\CreditNotes\CreditNoteArchive;
use Counterfoil\Invoices\CreditNotes\CreditNoteRepository;
use Counterfoil\Portals\Location;
use Counterfoil\Portals\OpenedScreen;
use Counterfoil\Portals\Reader;
use Counterfoil\Portals\Screen;

/** A credit note's PDF by an address like any other of the portal. */
final readonly class CreditNotePdfScreen implements Screen
{
    public const WORD = 'credit-note';

    public function __construct(private CreditNoteRepository $notes, private CreditNoteArchive $archive)
    {
    }

    public function needs(): string
    {
        return 'billing.view';
    }

    public function fits(Location $location): bool
    {
        return $location->id !== null;
    }

    public function client_of(Location $location): ?int
    {
        return $this->notes->client_of((int) $location->id);
    }

    public function shows_money(): bool
    {
        return false;
    }

    public function tab(Reader $reader): null
    {
        return null;
    }

    public function open(Reader $reader, Location $location): OpenedScreen
    {
        $note = $this->notes->get((int) $location->id, $reader->viewer);

        return new OpenedScreen('', static fn (): string => '', download: $this->archive->download($note, $location->is_saved));
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Bank;

use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\DomainError;

/** Sets a line aside that pays no invoice: interest, a tax refund, the owner's own money. */
final readonly class IgnoreEntry
{
    public function __construct(private Changes $changes, private EntryRepository $entries)
    {
    }

    /** @throws DomainError 409 when it is matched */
    public function handle(Entry $entry, Actor $by): void
    {
        if ($entry->state === EntryState::Ignored) {
            return;
        }
        $this->changes->run($by, function (Change $change) use ($entry): void {
            if ($entry->state !== EntryState::Open || ! $this->entries->move($entry, EntryState::Ignored)) {
                throw DomainError::conflict('bank_entry_not_open', __('This transfer was already matched or ignored. Reload the page to see it.', 'counterfoil'));
            }
            $change->event('bank_entry.ignored', [['bank_entry', $entry->id], ['bank_import', $entry->import_id]], null, ConfirmEntry::facts($entry));
        });
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Bank;

use Counterfoil\Payments\Reversals\UndoPayment;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;

/** Takes back that a line was matched or ignored; it is open again. What was booked stays, and is booked back. */
final readonly class UndoEntry
{
    public function __construct(
        private Changes $changes,
        private EntryRepository $entries,
        private PayerRepository $payers,
        private UndoPayment $undo,
        private ProposeMatches $propose,
    ) {
    }

    /** @throws DomainError 409 when there is nothing to undo, or its money was refunded or used since */
    public function handle(Entry $entry, Viewer $viewer): void
    {
        if (! $entry->is_incoming() || $entry->state === EntryState::Open) {
            throw DomainError::conflict('bank_entry_open', __('There is nothing to undo: this transfer is neither matched nor ignored.', 'counterfoil'));
        }
        if ($entry->state === EntryState::Ignored) {
            $this->changes->run($viewer->actor, function (Change $change) use ($entry): void {
                if ($this->entries->move($entry, EntryState::Open)) {
                    $change->event('bank_entry.reopened', [['bank_entry', $entry->id], ['bank_import', $entry->import_id]], null, ConfirmEntry::facts($entry));
                }
            });

            return;
        }
        $this->unmatch($entry, $viewer);
        $this->propose->renew((int) $entry->client_id, $this->entries->get($entry->id, Viewer::system()));
    }

    private function unmatch(Entry $entry, Viewer $viewer): void
    {
        $this->changes->run($viewer->actor, function (Change $change) use ($entry): void {
            if (! $this->entries->reopen($entry)) {
                return;
            }
            $this->undo->with_its_match($change, (int) $entry->payment_id);
            $this->payers->forget($entry->transfer(), (int) $entry->client_id);
            $change->event('bank_entry.unmatched', [['bank_entry', $entry->id], ['bank_import', $entry->import_id]], null, ConfirmEntry::facts($entry));
        });
    }
}

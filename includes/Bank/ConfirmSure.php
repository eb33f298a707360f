<?php

declare(strict_types=1);

namespace Counterfoil\Bank;

use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;

/** Records the payments of a statement's lines whose match is sure, one after another, for as long as it may take. */
final readonly class ConfirmSure
{
    public const JOB = 'bank.confirm-sure';
    private const CHUNK = 50;

    public function __construct(private EntryRepository $entries, private ProposeMatches $propose, private ConfirmEntry $confirm)
    {
    }

    /**
     * @param int $budget seconds after which no further one is begun
     * @return array{confirmed: int, left: int} what is not sure any more is left for review and counted in neither
     */
    public function handle(int $import_id, bool $send_receipts, Viewer $viewer, int $budget): array
    {
        $until = hrtime(true) + $budget * 1_000_000_000;
        $confirmed = 0;
        $after = 0;
        while (($some = $this->entries->sure($import_id, $after, self::CHUNK)) !== []) {
            foreach ($some as $entry) {
                if (hrtime(true) >= $until) {
                    return ['confirmed' => $confirmed, 'left' => count($this->entries->sure($import_id, $entry->id - 1, 20_000))];
                }
                $after = $entry->id;
                $confirmed += $this->confirm($entry, $send_receipts, $viewer) ? 1 : 0;
            }
        }

        return ['confirmed' => $confirmed, 'left' => 0];
    }

    private function confirm(Entry $entry, bool $send_receipts, Viewer $viewer): bool
    {
        $proposal = $entry->proposal;
        try {
            $this->confirm->handle($entry->id, (int) $proposal->client_id, $proposal->parts, $send_receipts, $viewer);

            return true;
        } catch (DomainError) {
            // Somebody else matched it, or the bill was paid in another way: whoever reviews sees what it is now.
            $this->propose->renew((int) $proposal->client_id);

            return false;
        }
    }
}

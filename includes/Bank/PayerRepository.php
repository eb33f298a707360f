<?php

declare(strict_types=1);

namespace Counterfoil\Bank;

use Counterfoil\Bank\Matching\Transfer;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Database\UniqueViolation;

/** Which client paid from an account before. Accounts are kept as hashes: they are only ever compared. */
final readonly class PayerRepository
{
    public function __construct(private Database $database, private Clock $clock)
    {
    }

    /**
     * @param list<Transfer> $transfers
     * @return array<string, int> client by Transfer::payer()
     */
    public function known(array $transfers): array
    {
        $payers = array_values(array_unique(array_filter(array_map(static fn (Transfer $transfer): string => $transfer->payer(), $transfers), static fn (string $payer): bool => $payer !== '')));
        $rows = $payers === [] ? [] : $this->database->rows("SELECT payer, client_id FROM {$this->database->table('bank_payers')} WHERE payer IN ({$this->database->marks($payers)})", $payers);

        $known = [];
        foreach ($rows as $row) {
            $known[(string) $row['payer']] = (int) $row['client_id'];
        }

        return $known;
    }

    /** The latest match counts: accounts change hands, and accountants pay for several. */
    public function remember(Transfer $transfer, int $client_id): void
    {
        $payer = $transfer->payer();
        if ($payer === '') {
            return;
        }
        $values = ['client_id' => $client_id, 'seen_at' => Timestamps::to_row($this->clock->now())];
        try {
            $this->database->insert('bank_payers', ['payer' => $payer] + $values);
        } catch (UniqueViolation) {
            $this->database->update('bank_payers', $values, ['payer' => $payer]);
        }
    }

    /** What was learnt from a match that is undone. */
    public function forget(Transfer $transfer, int $client_id): void
    {
        $this->database->delete('bank_payers', ['payer' => $transfer->payer(), 'client_id' => $client_id]);
    }
}

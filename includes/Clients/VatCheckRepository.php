<?php

declare(strict_types=1);

namespace Counterfoil\Clients;

use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Database;

/** Questions about VAT IDs and their answers; a new question leaves the old answers where they are. */
final readonly class VatCheckRepository
{
    private const TABLE = 'vat_checks';

    public function __construct(private Database $database, private Clock $clock)
    {
    }

    public function insert(int $client_id, string $vat_id): int
    {
        return $this->database->insert(self::TABLE, [
            'client_id' => $client_id,
            'vat_id' => $vat_id,
            'state' => VatCheckState::Waiting->value,
            'asked_at' => Timestamps::to_row($this->clock->now()),
        ]);
    }

    public function find(int $id): ?VatCheck
    {
        $row = $this->database->row("SELECT * FROM {$this->database->table(self::TABLE)} WHERE id = ?", [$id]);

        return $row === null ? null : VatCheck::from_row($row);
    }

    /** The newest about the VAT ID it has now; null where that was never asked for. */
    public function latest(Client $client): ?VatCheck
    {
        $vat_id = $client->vat_id();
        $row = $vat_id === '' ? null : $this->database->row(
            "SELECT * FROM {$this->database->table(self::TABLE)} WHERE client_id = ? AND vat_id = ? ORDER BY id DESC LIMIT 1",
            [$client->id, $vat_id]
        );

        return $row === null ? null : VatCheck::from_row($row);
    }

    /** @return bool false when it was answered already */
    public function answer(int $id, VatCheckState $state, ?VatAnswer $answer): bool
    {
        return $this->database->update(self::TABLE, [
            'state' => $state->value,
            'name' => $answer->name ?? '',
            'address' => $answer->address ?? '',
            'reference' => $answer->reference ?? '',
            'answered_at' => $answer === null ? null : Timestamps::to_row($this->clock->now()),
        ], ['id' => $id, 'state' => VatCheckState::Waiting->value]) === 1;
    }
}

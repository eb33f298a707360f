<?php

declare(strict_types=1);

namespace Counterfoil\Clients;

use Counterfoil\Shared\Address;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Condition;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Money\Currency;
use Counterfoil\Shared\Viewer;

final readonly class ClientRepository
{
    private const TABLE = 'clients';

    public function __construct(private Database $database, private Clock $clock)
    {
    }

    public function find(int $id, Viewer $viewer): ?Client
    {
        $read = fn (): ?Client => $this->by_ids([$id], $viewer)[$id] ?? null;

        return $viewer->sees_all() ? $this->database->remembered()->glance(self::TABLE, $id, $read) : $read();
    }

    /** @throws DomainError 404 */
    public function get(int $id, Viewer $viewer): Client
    {
        return $this->find($id, $viewer) ?? throw DomainError::not_found();
    }

    /**
     * For work that is about to ask for each of them; see Remembered::during().
     *
     * @param list<int> $ids
     */
    public function look_ahead(array $ids): void
    {
        $this->database->remembered()->ahead(self::TABLE, $this->by_ids($ids, Viewer::system()) + array_fill_keys($ids, null));
    }

    /**
     * @param list<int> $ids
     * @return array<int, Client> by id; ids of none, and those the viewer does not see, are left out
     */
    public function by_ids(array $ids, Viewer $viewer): array
    {
        $ids = array_values(array_unique($ids));
        if ($ids === []) {
            return [];
        }
        $clients = [];
        $seen = Condition::in('id', $ids)->and($viewer->condition('id'));
        foreach ($this->database->rows("SELECT * FROM {$this->database->table(self::TABLE)} WHERE {$seen->sql}", $seen->arguments) as $row) {
            $clients[(int) $row['id']] = self::from_row($row);
        }

        return $clients;
    }

    public function insert(int $portal_id, ClientDetails $details): int
    {
        $now = Timestamps::to_row($this->clock->now());

        $id = $this->database->insert(self::TABLE, ['portal_id' => $portal_id] + $this->columns($details) + ['created_at' => $now, 'updated_at' => $now]);
        (new ClientWords($this->database))->renew($id);

        return $id;
    }

    public function update(int $id, ClientDetails $details): void
    {
        $this->database->update(self::TABLE, $this->columns($details) + ['updated_at' => Timestamps::to_row($this->clock->now())], ['id' => $id]);
        (new ClientWords($this->database))->renew($id);
    }

    /** What goes to the client's own address. */
    public function choose_mails(int $id, MailChoice $mails): void
    {
        $this->database->update(self::TABLE, ['mails' => $mails->to_row()], ['id' => $id]);
    }

    /** @return list<int> of clients whose address for invoices this is */
    public function ids_of_email(string $email): array
    {
        return array_map(static fn (array $row): int => (int) $row['id'], $this->database->rows("SELECT id FROM {$this->database->table(self::TABLE)} WHERE email = ? ORDER BY id", [$email]));
    }

    /** What no invoice needs; of a client without any, all of it. */
    public function forget(int $id, bool $is_billed): void
    {
        $this->database->update(self::TABLE, ['email' => '', 'phone' => '', 'updated_at' => Timestamps::to_row($this->clock->now())] + ($is_billed ? [] : [
            'name' => '—', 'line1' => '', 'line2' => '', 'postcode' => '', 'city' => '', 'region' => '', 'country' => '', 'tax_id' => '', 'vat_id' => '', 'tax_number' => '', 'registration_number' => '', 'buyer_reference' => '',
        ]), ['id' => $id]);
    }

    /** @return bool whether it was the client's address for bills */
    public function replace_email(int $id, string $from, string $to): bool
    {
        $is_hit = $this->database->update(self::TABLE, ['email' => $to, 'updated_at' => Timestamps::to_row($this->clock->now())], ['id' => $id, 'email' => $from]) === 1;
        (new ClientWords($this->database))->renew($id);

        return $is_hit;
    }

    /** @return bool false when it was suspended already */
    public function suspend(int $id): bool
    {
        return $this->database->update(self::TABLE, ['suspended_at' => Timestamps::to_row($this->clock->now())], ['id' => $id, 'suspended_at' => null]) === 1;
    }

    /** @return bool false when it was not suspended (any more) */
    public function restore(int $id): bool
    {
        return $this->database->execute("UPDATE {$this->database->table(self::TABLE)} SET suspended_at = NULL WHERE id = ? AND suspended_at IS NOT NULL", [$id]) === 1;
    }

    /** Whether it is, as it is now; others who suspend or restore it wait. */
    public function lock_suspended(int $id): bool
    {
        return $this->database->value("SELECT suspended_at FROM {$this->database->table(self::TABLE)} WHERE id = ? FOR UPDATE", [$id]) !== null;
    }

    public function is_there_any(): bool
    {
        return $this->database->value("SELECT id FROM {$this->database->table(self::TABLE)} LIMIT 1") !== null;
    }

    /** @param array<string, string|null> $row */
    public static function from_row(array $row): Client
    {
        return new Client(
            (int) $row['id'],
            (int) $row['portal_id'],
            (string) $row['name'],
            (string) $row['email'],
            (string) $row['phone'],
            Address::from($row),
            (string) $row['tax_id'],
            Currency::of((string) $row['currency']),
            (string) $row['locale'],
            Timestamps::from_row((string) $row['created_at']),
            BuyerProfile::from_row($row),
            MailChoice::from_row($row['mails']),
            (string) $row['bill_as'],
            $row['suspended_at'] === null ? null : Timestamps::from_row($row['suspended_at']),
        );
    }

    /** @return array<string, string> */
    private function columns(ClientDetails $details): array
    {
        return [
            'name' => $details->name,
            'sort_name' => Client::sorted_as($details->name),
            'email' => $details->email,
            'phone' => $details->phone,
            ...$details->address->to_array(),
            'tax_id' => $details->tax_id,
            'currency' => $details->currency->code,
            'locale' => $details->locale,
            ...$details->profile->to_array(),
        ] + ($details->bill_as === null ? [] : ['bill_as' => $details->bill_as]);
    }
}

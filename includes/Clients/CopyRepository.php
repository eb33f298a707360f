<?php

declare(strict_types=1);

namespace Counterfoil\Clients;

use Counterfoil\Shared\Database\Condition;
use Counterfoil\Shared\Database\Database;

/** Addresses that get a copy of a client's mails, and of which. */
final readonly class CopyRepository
{
    private const TABLE = 'client_copies';

    public function __construct(private Database $database)
    {
    }

    /** @return array<string, MailChoice> by address, in their order */
    public function of_client(int $client_id): array
    {
        return $this->database->remembered()->glance(self::TABLE, $client_id, fn (): array => $this->of_clients([$client_id])[$client_id]);
    }

    /**
     * For work that is about to ask for those of each of them; see Remembered::during().
     *
     * @param non-empty-list<int> $client_ids
     */
    public function look_ahead(array $client_ids): void
    {
        $this->database->remembered()->ahead(self::TABLE, $this->of_clients($client_ids));
    }

    /**
     * @param non-empty-list<int> $client_ids
     * @return array<int, array<string, MailChoice>> by client
     */
    private function of_clients(array $client_ids): array
    {
        $copies = array_fill_keys($client_ids, []);
        $of = Condition::in('client_id', $client_ids);
        foreach ($this->database->rows("SELECT client_id, email, mails FROM {$this->database->table(self::TABLE)} WHERE {$of->sql} ORDER BY email", $of->arguments) as $row) {
            $copies[(int) $row['client_id']][(string) $row['email']] = MailChoice::from_wire(explode(',', (string) $row['mails']));
        }

        return $copies;
    }

    /** @param array<string, MailChoice> $copies by address, in its normal form */
    public function replace(int $client_id, array $copies): void
    {
        $this->database->delete(self::TABLE, ['client_id' => $client_id]);
        foreach ($copies as $email => $mails) {
            $this->database->insert(self::TABLE, ['client_id' => $client_id, 'email' => (string) $email, 'mails' => implode(',', $mails->to_wire())]);
        }
    }

    /** @return list<int> of clients, of whose mails an address gets copies */
    public function clients_of(string $email): array
    {
        return array_map(static fn (array $row): int => (int) $row['client_id'], $this->database->rows("SELECT client_id FROM {$this->database->table(self::TABLE)} WHERE email = ? ORDER BY client_id", [$email]));
    }

    public function forget(string $email): void
    {
        $this->database->delete(self::TABLE, ['email' => $email]);
    }
}

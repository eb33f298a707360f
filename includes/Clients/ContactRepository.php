<?php

declare(strict_types=1);

namespace Counterfoil\Clients;

use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Condition;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Database\UniqueViolation;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;
use DateTimeImmutable;

final readonly class ContactRepository
{
    private const TABLE = 'contacts';

    public function __construct(private Database $database, private Clock $clock)
    {
    }

    public function find(int $id, Viewer $viewer): ?Contact
    {
        return $this->all((new Condition('id = ?', [$id]))->and($viewer->condition('client_id')))[0] ?? null;
    }

    /** @throws DomainError 404 */
    public function get(int $id, Viewer $viewer): Contact
    {
        return $this->find($id, $viewer) ?? throw DomainError::not_found();
    }

    /** @return list<Contact> everybody with this address, whatever their access, oldest first: for their own requests */
    public function of_email(string $email): array
    {
        return $this->all(new Condition('email = ?', [$email]));
    }

    /** @return list<Contact> oldest first */
    public function of_client(int $client_id, Viewer $viewer): array
    {
        $read = fn (): array => $this->of_clients([$client_id], $viewer)[$client_id];

        return $viewer->sees_all() ? $this->database->remembered()->glance(self::TABLE, "of {$client_id}", $read) : $read();
    }

    /**
     * For work that is about to ask for those of each of them; see Remembered::during().
     *
     * @param list<int> $client_ids
     */
    public function look_ahead(array $client_ids): void
    {
        $contacts = [];
        foreach ($this->of_clients($client_ids, Viewer::system()) as $client_id => $of_client) {
            $contacts["of {$client_id}"] = $of_client;
        }
        $this->database->remembered()->ahead(self::TABLE, $contacts);
    }

    /**
     * @param list<int> $client_ids
     * @return array<int, list<Contact>> by client, oldest first; every client asked for is there, without contacts where the viewer does not see it
     */
    public function of_clients(array $client_ids, Viewer $viewer): array
    {
        $contacts = array_fill_keys($client_ids, []);
        if ($client_ids !== []) {
            foreach ($this->all(Condition::in('client_id', $client_ids)->and($viewer->condition('client_id'))) as $contact) {
                $contacts[$contact->client_id][] = $contact;
            }
        }

        return $contacts;
    }

    /**
     * Who a WordPress user is, whoever asks: what somebody may see is made of it.
     *
     * @return list<Contact> whatever their access, oldest first
     */
    public function of_user(int $user_id): array
    {
        return $this->all(new Condition('user_id = ?', [$user_id]));
    }

    /**
     * Who a WordPress user is in the portal, and what each of them may there. One query, since every page asks.
     *
     * @return list<array{contact: Contact, permissions: list<string>}> oldest first
     */
    public function active_of_user(int $user_id): array
    {
        $rows = $this->database->rows(
            "SELECT contact.*, role.permissions FROM {$this->database->table(self::TABLE)} contact
            LEFT JOIN {$this->database->table('roles')} role ON role.id = contact.role_id
            WHERE contact.user_id = ? AND contact.access = ? ORDER BY contact.id",
            [$user_id, Access::Active->value]
        );

        return array_map(static fn (array $row): array => ['contact' => self::from_row($row), 'permissions' => Role::permissions_from($row['permissions'])], $rows);
    }

    /** @throws UniqueViolation when the client has a contact with this e-mail */
    public function insert(int $client_id, int $role_id, string $name, string $email): int
    {
        $id = $this->database->insert(self::TABLE, [
            'client_id' => $client_id,
            'role_id' => $role_id,
            'name' => $name,
            'email' => $email,
            'access' => Access::None->value,
            'created_at' => Timestamps::to_row($this->clock->now()),
        ]);
        (new ClientWords($this->database))->renew($client_id);

        return $id;
    }

    /** @throws UniqueViolation when the client has another contact with this e-mail */
    public function update(int $id, int $role_id, string $name, string $email): void
    {
        $this->database->update(self::TABLE, ['role_id' => $role_id, 'name' => $name, 'email' => $email], ['id' => $id]);
        $this->renew_words($id);
    }

    /** What this person gets by mail. */
    public function choose_mails(int $id, MailChoice $mails): void
    {
        $this->database->update(self::TABLE, ['mails' => $mails->to_row()], ['id' => $id]);
    }

    public function delete(int $id): bool
    {
        $client_id = $this->client_of($id);
        if ($client_id === null || $this->database->delete(self::TABLE, ['id' => $id]) !== 1) {
            return false;
        }
        (new ClientWords($this->database))->renew($client_id);

        return true;
    }

    /** @return bool false when somebody else has changed it meanwhile */
    public function set_access(int $id, Access $from, Access $to): bool
    {
        return $this->database->update(self::TABLE, ['access' => $to->value], ['id' => $id, 'access' => $from->value]) === 1;
    }

    /** @return bool false when somebody else has changed it meanwhile */
    public function invite(int $id, Access $from, DateTimeImmutable $expires_at): bool
    {
        // Counted, so that inviting twice within a second changes something too: MariaDB counts only rows that it changed.
        return $this->database->execute(
            "UPDATE {$this->database->table(self::TABLE)} SET access = ?, invitations = invitations + 1, invited_at = ?, invitation_expires_at = ? WHERE id = ? AND access = ?",
            [Access::Invited->value, Timestamps::to_row($this->clock->now()), Timestamps::to_row($expires_at), $id, $from->value]
        ) === 1;
    }

    /**
     * An invitation was accepted: from now on the user is this contact.
     *
     * @return bool false when the invitation was taken back or accepted meanwhile
     * @throws UniqueViolation when the user is another contact of the same client already
     */
    public function accept(int $id, int $user_id): bool
    {
        return $this->database->update(
            self::TABLE,
            ['access' => Access::Active->value, 'user_id' => $user_id],
            ['id' => $id, 'access' => Access::Invited->value]
        ) === 1;
    }

    public function logged_in(int $id): void
    {
        $this->database->update(self::TABLE, ['last_login_at' => Timestamps::to_row($this->clock->now())], ['id' => $id]);
    }

    /** A WordPress user is no more: its contacts stay, without access. */
    public function unlink_user(int $user_id): void
    {
        $this->database->update(self::TABLE, ['user_id' => null, 'access' => Access::None->value], ['user_id' => $user_id]);
    }

    private function renew_words(int $id): void
    {
        $client_id = $this->client_of($id);
        $client_id === null || (new ClientWords($this->database))->renew($client_id);
    }

    private function client_of(int $id): ?int
    {
        $client_id = $this->database->value("SELECT client_id FROM {$this->database->table(self::TABLE)} WHERE id = ?", [$id]);

        return $client_id === null ? null : (int) $client_id;
    }

    /** @return list<Contact> */
    private function all(Condition $condition): array
    {
        return array_map(self::from_row(...), $this->database->rows("SELECT * FROM {$this->database->table(self::TABLE)} WHERE {$condition->sql} ORDER BY id", $condition->arguments));
    }

    /** @param array<string, string|null> $row */
    private static function from_row(array $row): Contact
    {
        return new Contact(
            (int) $row['id'],
            (int) $row['client_id'],
            (int) $row['role_id'],
            $row['user_id'] === null ? null : (int) $row['user_id'],
            (string) $row['name'],
            (string) $row['email'],
            Access::from((string) $row['access']),
            self::moment($row['invited_at']),
            self::moment($row['invitation_expires_at']),
            self::moment($row['last_login_at']),
            Timestamps::from_row((string) $row['created_at']),
            MailChoice::from_row($row['mails']),
        );
    }

    private static function moment(?string $column): ?DateTimeImmutable
    {
        return $column === null ? null : Timestamps::from_row($column);
    }
}

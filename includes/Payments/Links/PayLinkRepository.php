<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Links;

use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Condition;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Database\UniqueViolation;
use Counterfoil\Shared\EmailAddress;
use SensitiveParameter;

final readonly class PayLinkRepository
{
    private const TABLE = 'pay_links';
    private const EXCEPTIONS = 'pay_link_exceptions';

    /** After the last mail with it: longer than settings and due dates let one work, and than anybody looks for that mail. */
    private const KEPT_FOR = '-18 months';

    public function __construct(private Database $database, private Clock $clock, private LinkSecrets $secrets)
    {
    }

    /**
     * Mails with links are left: those there are go on to be good, or new ones are made. Part of the change under way.
     *
     * @param list<MailedBill> $bills
     */
    public function mailed(array $bills): void
    {
        $links = $this->current_of(array_values(array_filter($bills, static fn (MailedBill $bill): bool => ! $bill->is_first)));
        $new = array_column(array_map(static fn (MailedBill $bill): array => [$bill->key(), $bill], array_filter($bills, static fn (MailedBill $bill): bool => ! isset($links[$bill->key()]))), 1, 0);
        if ($this->make(array_values($new))) {
            $known = array_filter($bills, static fn (MailedBill $bill): bool => ! isset($new[$bill->key()]));
        } else {
            // Some have one all the same: of an earlier mail, or of one that somebody else left at this moment.
            $known = $bills;
            $links = $this->current_of($bills);
        }
        $this->mailed_again(array_values($known), $links);
    }

    /**
     * @param list<MailedBill> $bills
     * @param array<string, PayLink> $links by MailedBill::key()
     */
    private function mailed_again(array $bills, array $links): void
    {
        $again = [];
        foreach ($bills as $bill) {
            $link = $links[$bill->key()] ?? null;
            if ($link === null) {
                $this->make([$bill]);
            } elseif ($link->contact_id === $bill->contact_id && $this->secrets->token_of($link) !== null) {
                $again[$link->id] = ['mailed_at' => Timestamps::to_row($this->clock->now()), 'locale' => $bill->locale];
            } else {
                // The key was changed, or the address is somebody else's now: the old one goes on for who has it, or has ended by itself.
                $this->database->update(self::TABLE, ['is_current' => null], ['id' => $link->id]);
                $this->make([$bill]);
            }
        }
        $this->database->update_many(self::TABLE, $again);
    }

    /**
     * @param list<MailedBill> $bills
     * @return array<string, PayLink> by MailedBill::key()
     */
    private function current_of(array $bills): array
    {
        if ($bills === []) {
            return [];
        }
        $of = Condition::in('invoice_id', array_values(array_unique(array_map(static fn (MailedBill $bill): int => $bill->invoice_id, $bills))));
        $links = [];
        foreach ($this->database->rows("SELECT * FROM {$this->database->table(self::TABLE)} WHERE {$of->sql} AND is_current = 1", $of->arguments) as $row) {
            $links["{$row['invoice_id']} {$row['recipient']}"] = PayLink::from_row($row);
        }

        return $links;
    }

    /** What mails about a bill have for a recipient. */
    public function current(int $invoice_id, string $recipient): ?PayLink
    {
        return $this->one('invoice_id = ? AND recipient = ? AND is_current = 1', [$invoice_id, EmailAddress::normal($recipient)]);
    }

    /** Found by the hash of 256 bits: how long the comparison takes tells nothing. */
    public function of_token(#[SensitiveParameter] string $token): ?PayLink
    {
        return $this->one('token_hash = ?', [LinkSecrets::hash($token)]);
    }

    public function find(int $id): ?PayLink
    {
        return $this->one('id = ?', [$id]);
    }

    /** @return int how many of a bill worked until now */
    public function revoke(int $invoice_id): int
    {
        return $this->database->execute(
            "UPDATE {$this->database->table(self::TABLE)} SET revoked_at = ?, is_current = NULL WHERE invoice_id = ? AND revoked_at IS NULL",
            [Timestamps::to_row($this->clock->now()), $invoice_id]
        );
    }

    public function has_any(int $invoice_id): bool
    {
        return $this->database->value("SELECT id FROM {$this->database->table(self::TABLE)} WHERE invoice_id = ? AND revoked_at IS NULL LIMIT 1", [$invoice_id]) !== null;
    }

    /** @return bool whether it is the first time */
    public function open(PayLink $link): bool
    {
        return $this->database->update(self::TABLE, ['opened_at' => Timestamps::to_row($this->clock->now())], ['id' => $link->id, 'opened_at' => null]) === 1;
    }

    /** @param list<int> $contact_ids whose links go, whatever address they had then */
    public function forget(string $recipient, array $contact_ids): void
    {
        $this->database->delete(self::TABLE, ['recipient' => EmailAddress::normal($recipient)]);
        foreach ($contact_ids as $contact_id) {
            $this->database->delete(self::TABLE, ['contact_id' => $contact_id]);
        }
    }

    /** Whom bills of long ago were mailed to; a bill that is mailed again gets a new link. */
    public function sweep(): void
    {
        $this->database->execute("DELETE FROM {$this->database->table(self::TABLE)} WHERE mailed_at < ?", [Timestamps::to_row($this->clock->now()->modify(self::KEPT_FOR))]);
    }

    public function is_off_for(int $client_id): bool
    {
        return $this->database->remembered()->glance(self::EXCEPTIONS, $client_id, fn (): bool => $this->off_for([$client_id]) !== []);
    }

    /**
     * For work that is about to ask for each of them; see Remembered::during().
     *
     * @param non-empty-list<int> $client_ids
     */
    public function look_ahead(array $client_ids): void
    {
        $this->database->remembered()->ahead(self::EXCEPTIONS, array_fill_keys($this->off_for($client_ids), true) + array_fill_keys($client_ids, false));
    }

    /**
     * @param non-empty-list<int> $client_ids
     * @return list<int>
     */
    private function off_for(array $client_ids): array
    {
        $of = Condition::in('client_id', $client_ids);

        return array_map(static fn (array $row): int => (int) $row['client_id'], $this->database->rows("SELECT client_id FROM {$this->database->table(self::EXCEPTIONS)} WHERE {$of->sql}", $of->arguments));
    }

    /** @return bool whether it was otherwise before */
    public function turn(int $client_id, bool $is_on): bool
    {
        if ($is_on) {
            return $this->database->delete(self::EXCEPTIONS, ['client_id' => $client_id]) > 0;
        }
        try {
            $this->database->insert(self::EXCEPTIONS, ['client_id' => $client_id]);
        } catch (UniqueViolation) {
            return false;
        }

        return true;
    }

    /**
     * @param list<MailedBill> $bills
     * @return bool false where mails about one of them to the same recipient have one
     */
    private function make(array $bills): bool
    {
        try {
            $bills === [] || $this->database->insert_many(self::TABLE, array_map($this->row(...), $bills));
        } catch (UniqueViolation) {
            return false;
        }

        return true;
    }

    /** @return array<string, int|string|null> */
    private function row(MailedBill $bill): array
    {
        $salt = LinkSecrets::salt();

        return [
            'invoice_id' => $bill->invoice_id,
            'client_id' => $bill->client_id,
            'contact_id' => $bill->contact_id,
            'recipient' => EmailAddress::normal($bill->recipient),
            'locale' => $bill->locale,
            'salt' => $salt,
            'token_hash' => LinkSecrets::hash($this->secrets->token($salt)),
            'is_current' => 1,
            'mailed_at' => Timestamps::to_row($this->clock->now()),
        ];
    }

    /** @param list<string|int> $arguments */
    private function one(string $which, array $arguments): ?PayLink
    {
        $row = $this->database->row("SELECT * FROM {$this->database->table(self::TABLE)} WHERE {$which}", $arguments);

        return $row === null ? null : PayLink::from_row($row);
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Recipients;

use Counterfoil\Clients\Client;
use Counterfoil\Clients\Recipients;
use Counterfoil\Shared\Database\Condition;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\DomainError;

/**
 * Who gets the mails of one invoice: whoever gets the client's, unless others were chosen for this one.
 *
 * @phpstan-import-type Recipient from Recipients
 * @phpstan-import-type Row from Database
 */
final readonly class BillRecipients
{
    private const TABLE = 'invoice_recipients';

    public function __construct(private Database $database, private Recipients $recipients)
    {
    }

    /**
     * @param int|null $invoice_id null for a bill that is not kept yet
     * @return list<Recipient>
     */
    public function of(?int $invoice_id, Client $client): array
    {
        $chosen = $invoice_id === null ? null : $this->chosen($invoice_id);

        return $chosen === null ? $this->recipients->billing($client) : $this->recipients->chosen($client, $chosen['to'], $chosen['cc']);
    }

    /**
     * The same, where it has to be sent to somebody.
     *
     * @return non-empty-list<Recipient>
     * @throws DomainError 400 when there is nobody
     */
    public function required(?int $invoice_id, Client $client): array
    {
        $recipients = $this->of($invoice_id, $client);

        return $recipients !== [] && ! self::is_nobody($recipients) ? $recipients : throw DomainError::invalid($this->why_nobody($client), '/client_id');
    }

    /** @param list<Recipient> $recipients copies alone are nobody's bill */
    public static function is_nobody(array $recipients): bool
    {
        return array_filter($recipients, static fn (array $one): bool => $one['copy'] === '') === [];
    }

    public function why_nobody(Client $client): string
    {
        return match (true) {
            $this->recipients->choices($client) !== [] => __('No one receives this invoice. Choose at least one recipient.', 'counterfoil'),
            $client->email !== '' => __('The person with this client’s billing email gets no emails: their access is suspended, or their role can’t see billing. Use another billing email or add a contact.', 'counterfoil'),
            default => __('This client has no email address. Add a billing email or a contact to send the invoice.', 'counterfoil'),
        };
    }

    /**
     * The agency's own inbox, where it gets a copy and is nobody's else; else "".
     *
     * @param list<Recipient> $recipients
     */
    public function finance_of(array $recipients): string
    {
        return $this->recipients->finance_of($recipients);
    }

    /** @return array<string, array{email: string, name: string}> who can be chosen, by address */
    public function choices(Client $client): array
    {
        return array_map(static fn (array $one): array => ['email' => $one['email'], 'name' => $one['name']], $this->recipients->choices($client));
    }

    /** @return array{to: list<string>, cc: list<string>}|null null where nobody chose */
    public function chosen(int $invoice_id): ?array
    {
        $rows = $this->database->remembered()->glance(self::TABLE, $invoice_id, fn (): array => $this->rows([$invoice_id])[$invoice_id]);
        $emails = static fn (int $is_copy): array => array_values(array_map(static fn (array $row): string => (string) $row['email'], array_filter($rows, static fn (array $row): bool => (int) $row['is_copy'] === $is_copy)));

        return $rows === [] ? null : ['to' => $emails(0), 'cc' => $emails(1)];
    }

    /**
     * For work that is about to ask for those of each of them; see Remembered::during().
     *
     * @param non-empty-list<int> $invoice_ids
     */
    public function look_ahead(array $invoice_ids): void
    {
        $this->database->remembered()->ahead(self::TABLE, $this->rows($invoice_ids));
    }

    /**
     * @param non-empty-list<int> $invoice_ids
     * @return array<int, list<Row>> by invoice
     */
    private function rows(array $invoice_ids): array
    {
        $rows = array_fill_keys($invoice_ids, []);
        $of = Condition::in('invoice_id', $invoice_ids);
        foreach ($this->database->rows("SELECT invoice_id, email, is_copy FROM {$this->database->table(self::TABLE)} WHERE {$of->sql} ORDER BY email", $of->arguments) as $row) {
            $rows[(int) $row['invoice_id']][] = $row;
        }

        return $rows;
    }

    /**
     * @param list<string> $to normal forms
     * @param list<string> $cc
     */
    public function choose(int $invoice_id, array $to, array $cc): void
    {
        $this->forget($invoice_id);
        foreach ([0 => $to, 1 => $cc] as $is_copy => $emails) {
            foreach ($emails as $email) {
                $this->database->insert(self::TABLE, ['invoice_id' => $invoice_id, 'email' => $email, 'is_copy' => $is_copy]);
            }
        }
    }

    /** It goes to whoever gets the client's again. */
    public function forget(int $invoice_id): void
    {
        $this->database->delete(self::TABLE, ['invoice_id' => $invoice_id]);
    }
}

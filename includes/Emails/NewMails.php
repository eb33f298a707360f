<?php

declare(strict_types=1);

namespace Counterfoil\Emails;

use Counterfoil\Shared\Change\Mail;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Condition;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Database\UniqueViolation;

/** The rows of mails that are left: one for each reason, whoever leaves it and however often. */
final readonly class NewMails
{
    private const TABLE = 'outbox';

    public function __construct(private Database $database, private Clock $clock)
    {
    }

    /**
     * @param non-empty-list<Mail> $mails
     * @return list<int|null> their ids; null where the reason was used already
     */
    public function add(array $mails): array
    {
        $reasons = array_map(self::reason(...), $mails);
        // One alone is told by its key that it is known.
        $known = count($mails) === 1 ? [] : $this->known($reasons);
        $rows = [];
        foreach ($mails as $index => $mail) {
            $key = strtolower($reasons[$index]);
            if (! isset($known[$key])) {
                $known[$key] = true;
                $rows[$index] = $this->row($mail, $reasons[$index]);
            }
        }
        try {
            $ids = $rows === [] ? [] : array_combine(array_keys($rows), $this->database->insert_many(self::TABLE, array_values($rows)));
        } catch (UniqueViolation) {
            // Somebody else left one of them at this moment.
            $ids = count($rows) === 1 ? [] : array_map($this->one(...), $rows);
        }

        return array_map(static fn (int $index): ?int => $ids[$index] ?? null, array_keys($mails));
    }

    /** @param array<string, int|string|null> $row */
    private function one(array $row): ?int
    {
        try {
            return $this->database->insert(self::TABLE, $row);
        } catch (UniqueViolation) {
            return null;
        }
    }

    /** The key has 190 characters; an e-mail address alone may have as many. */
    private static function reason(Mail $mail): string
    {
        return strlen($mail->reason) <= 190 ? $mail->reason : substr($mail->reason, 0, 120) . ':' . hash('sha256', $mail->reason);
    }

    /**
     * @param non-empty-list<string> $reasons
     * @return array<string, bool> those that are used, in lower case
     */
    private function known(array $reasons): array
    {
        $these = Condition::in('reason', $reasons);
        $rows = $this->database->rows("SELECT reason FROM {$this->database->table(self::TABLE)} WHERE {$these->sql}", $these->arguments);

        return array_fill_keys(array_map(static fn (array $row): string => strtolower((string) $row['reason']), $rows), true);
    }

    /** @return array<string, int|string|null> */
    private function row(Mail $mail, string $reason): array
    {
        return [
            'message' => $mail->message,
            'reason' => $reason,
            'recipient' => $mail->recipient,
            'recipient_name' => $mail->recipient_name,
            'locale' => $mail->locale,
            'client_id' => $mail->client_id,
            'portal_id' => $mail->portal_id,
            'invoice_id' => $mail->invoice_id,
            'data' => (string) wp_json_encode((object) $mail->data),
            'state' => 'queued',
            'created_at' => Timestamps::to_row($this->clock->now()),
        ];
    }
}

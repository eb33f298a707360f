<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Emails\Message;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Database;
use DateTimeImmutable;

/** When an invoice's mail left, which the outbox knows. */
final readonly class SentMailsQuery
{
    public function __construct(private Database $database)
    {
    }

    public function first_sent(int $invoice_id): ?DateTimeImmutable
    {
        $sent = $this->database->value(
            "SELECT MIN(sent_at) FROM {$this->database->table('outbox')} WHERE invoice_id = ? AND message = ?",
            [$invoice_id, Message::Invoice->value]
        );

        return $sent === null ? null : Timestamps::from_row($sent);
    }
}

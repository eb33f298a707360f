<?php

declare(strict_types=1);

namespace Counterfoil\Emails;

use Counterfoil\Shared\Clock\Timestamps;
use DateTimeImmutable;
use SensitiveParameter;

/** A mail that waits in the outbox. */
final readonly class QueuedMail
{
    /** @param array<string, scalar|null> $data */
    public function __construct(
        public int $id,
        /** Which letter it is: "receipt" */
        public string $message,
        public string $recipient,
        public string $recipient_name,
        public string $locale,
        public ?int $client_id,
        public ?int $portal_id,
        public ?int $invoice_id,
        public array $data,
        public DateTimeImmutable $queued_at,
        /** The address that lets its reader in; made right before the letter is written, never kept */
        public string $link = '',
    ) {
    }

    /** @param array<string, string|null> $row */
    public static function from_row(array $row): self
    {
        $id = static fn (string $name): ?int => $row[$name] === null ? null : (int) $row[$name];
        $data = json_decode((string) $row['data'], true);

        return new self(
            (int) $row['id'],
            (string) $row['message'],
            (string) $row['recipient'],
            (string) $row['recipient_name'],
            (string) $row['locale'],
            $id('client_id'),
            $id('portal_id'),
            $id('invoice_id'),
            is_array($data) ? $data : [],
            Timestamps::from_row((string) $row['created_at']),
        );
    }

    /**
     * The same mail, with what was found out about an address that somebody typed.
     *
     * @param array<string, scalar|null> $data added to what is there
     */
    public function to(string $recipient_name, string $locale, int $client_id, int $portal_id, array $data): self
    {
        return new self($this->id, $this->message, $this->recipient, $recipient_name, $locale, $client_id, $portal_id, $this->invoice_id, $data + $this->data, $this->queued_at, $this->link);
    }

    /** The same mail with the link that its letter is about. */
    public function with_link(#[SensitiveParameter] string $link): self
    {
        return new self($this->id, $this->message, $this->recipient, $this->recipient_name, $this->locale, $this->client_id, $this->portal_id, $this->invoice_id, $this->data, $this->queued_at, $link);
    }

    /** The same mail to somebody else: a test. */
    public function addressed(string $recipient): self
    {
        return new self($this->id, $this->message, $recipient, $this->recipient_name, $this->locale, $this->client_id, $this->portal_id, $this->invoice_id, $this->data, $this->queued_at, $this->link);
    }

    /** Whose mail this is a copy of; empty where it is nobody else's. Its reader has no account. */
    public function copy_of(): string
    {
        return OneLine::of($this->text('copy'));
    }

    public function text(string $name): string
    {
        return (string) ($this->data[$name] ?? '');
    }

    public function number(string $name): int
    {
        return (int) ($this->data[$name] ?? 0);
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Attachments;

use Counterfoil\Emails\OneLine;

/** A file that goes with an invoice, without its bytes. */
final readonly class AttachedFile
{
    /** Characters of a name, its ending among them. */
    private const LONGEST_NAME = 120;

    public function __construct(
        public int $id,
        /** Null until the draft it was uploaded for is saved */
        public ?int $invoice_id,
        /** As it was on the computer it came from, without what no file may be called: "Umowa ramowa.pdf" */
        public string $name,
        public FileType $type,
        /** Bytes */
        public int $size,
        public string $sha256,
        public ?int $uploaded_by,
    ) {
    }

    /** @param array<string, string|null> $row */
    public static function from_row(array $row): self
    {
        return new self(
            (int) $row['id'],
            $row['invoice_id'] === null ? null : (int) $row['invoice_id'],
            (string) $row['name'],
            FileType::from((string) $row['type']),
            (int) $row['size'],
            (string) $row['sha256'],
            $row['uploaded_by'] === null ? null : (int) $row['uploaded_by'],
        );
    }

    /** A name that leaves no folder, breaks no header, turns no line around and means nothing to any system. */
    public static function safe_name(string $typed, FileType $type): string
    {
        $name = (string) preg_replace('#^.*[/\\\\]#s', '', mb_scrub($typed, 'UTF-8'));
        $name = OneLine::of((string) preg_replace('/[<>:"|?*%]/', '-', $name));
        $ending = pathinfo($name, PATHINFO_EXTENSION);
        $base = trim(mb_substr($name, 0, -1 - mb_strlen($ending)), " .-\u{A0}");
        $base = mb_substr($base, 0, self::LONGEST_NAME - 1 - strlen($type->value));

        return ($base !== '' ? $base : 'file') . ".{$type->value}";
    }

    /** The same in letters that every mail program knows: "Zalacznik.pdf" for "Załącznik.pdf". */
    public function plain_name(): string
    {
        $base = trim((string) preg_replace('/[^A-Za-z0-9._-]+/', '-', remove_accents(mb_substr($this->name, 0, -1 - strlen($this->type->value)))), '-.');

        return ($base !== '' ? $base : "file-{$this->id}") . ".{$this->type->value}";
    }

    /** "1.2 MB", in the present language. */
    public function said_size(): string
    {
        return (string) size_format($this->size, $this->size >= 1_048_576 ? 1 : 0);
    }

    /** @return array{id: int, name: string, type: string, size: int} the contract's `attachment` */
    public function to_wire(): array
    {
        return ['id' => $this->id, 'name' => $this->name, 'type' => $this->type->value, 'size' => $this->size];
    }
}

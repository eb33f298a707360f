<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Numbers;

use Counterfoil\Documents\DocumentKind;
use Counterfoil\Documents\GivenNumber;
use Counterfoil\Documents\NumbersInTables;
use Counterfoil\Documents\SeriesTally;
use Counterfoil\Documents\UsedReceiptNumbers;
use Counterfoil\Shared\Database\Database;

/** The numbers that payments and refunds have: of a receipt by the payment's id, of a confirmation by the refund's. */
final readonly class ReceiptNumbers implements UsedReceiptNumbers
{
    private const TABLE = 'receipt_numbers';

    private NumbersInTables $used;

    public function __construct(private Database $database)
    {
        $this->used = new NumbersInTables($database, [DocumentKind::Receipt->value => self::TABLE, DocumentKind::Refund->value => self::TABLE]);
    }

    /** "" while it has none */
    public function of(DocumentKind $kind, int $subject_id): string
    {
        return $this->of_many($kind, [$subject_id])[$subject_id] ?? '';
    }

    /**
     * @param list<int> $subject_ids
     * @return array<int, string> by the payment's or the refund's id; those that have none are left out
     */
    public function of_many(DocumentKind $kind, array $subject_ids): array
    {
        if ($subject_ids === []) {
            return [];
        }
        $marks = implode(', ', array_fill(0, count($subject_ids), '?'));
        $rows = $this->database->rows("SELECT subject_id, number FROM {$this->database->table(self::TABLE)} WHERE kind = ? AND subject_id IN ({$marks})", [$kind->value, ...$subject_ids]);

        return array_column(array_map(static fn (array $row): array => [(int) $row['subject_id'], (string) $row['number']], $rows), 1, 0);
    }

    public function keep(GivenNumber $number, int $subject_id): void
    {
        $this->database->insert_later(self::TABLE, [
            'kind' => $number->kind->value,
            'subject_id' => $subject_id,
            'series_period' => $number->period,
            'series_number' => $number->sequence,
            'number' => $number->text,
        ]);
    }

    public function highest(DocumentKind $kind, string $period): int
    {
        return $this->used->highest($kind, $period);
    }

    public function is_taken(DocumentKind $kind, string $number): bool
    {
        return $this->used->is_taken($kind, $number);
    }

    public function periods(DocumentKind $kind): array
    {
        return $this->used->periods($kind);
    }

    public function missing(DocumentKind $kind, string $period): array
    {
        return $this->used->missing($kind, $period);
    }

    public function tally(DocumentKind $kind, string $period): SeriesTally
    {
        return $this->used->tally($kind, $period);
    }
}

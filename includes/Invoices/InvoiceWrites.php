<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Invoices\Issuing\Issued;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Database;
use DateTimeImmutable;

/** Changes the rows of invoices that are no drafts any more, or stop being one. By compare-and-set: it says whether it hit. */
final readonly class InvoiceWrites
{
    public function __construct(private Database $database)
    {
    }

    /**
     * @param list<Issued> $all
     * @return bool false when one of them is no draft any more, or not of this version
     */
    public function issue(array $all): bool
    {
        $values = [];
        $where = [];
        foreach ($all as $issued) {
            $draft = $issued->prepared->draft;
            $values[$draft->id] = [
                ...self::sum($issued->sum, $draft->due_date),
                'status' => InvoiceStatus::Issued->value,
                'kind' => $issued->number->kind->value,
                'series_period' => $issued->number->period,
                'series_number' => $issued->number->sequence,
                'number' => $issued->number->text,
                'issue_date' => $issued->prepared->issue_date,
                'issued_at' => Timestamps::to_row($issued->at),
                'version' => $draft->version + 1,
            ];
            $where[$draft->id] = ['status' => InvoiceStatus::Draft->value, 'version' => $draft->version];
        }

        return $this->database->update_many('invoices', $values, $where) === count($all);
    }

    /** Void unless money came or a part was credited; whether some is on its way its caller has asked. */
    public function void(int $id, DateTimeImmutable $now): bool
    {
        return $this->database->execute(
            "UPDATE {$this->database->table('invoices')} SET status = 'void', due = 0, due_on = NULL, voided_at = ?, version = version + 1
            WHERE id = ? AND status = 'issued' AND settlement = 'unpaid' AND credited = 0",
            [Timestamps::to_row($now), $id]
        ) === 1;
    }

    /**
     * So much more of it is credited. SettleInvoice says afterwards what became of its sum.
     *
     * @param int $amount minor units
     * @return bool false when it was credited meanwhile, or it would be more than its total
     */
    public function credit(Invoice $before, int $amount): bool
    {
        return $this->database->execute(
            "UPDATE {$this->database->table('invoices')} SET credited = credited + ? WHERE id = ? AND status = 'issued' AND credited = ? AND credited + ? <= total",
            [$amount, $before->id, $before->credited, $amount]
        ) === 1;
    }

    /**
     * What became of their sums. The caller holds the invoices' rows.
     *
     * @param array<int, Invoice> $before by id
     * @param array<int, SettledSum> $sums by id
     * @return array<int, Invoice> as they are then, by id
     */
    public function settle(array $before, array $sums): array
    {
        $this->database->update_many('invoices', array_map(static fn (Invoice $one): array => [...self::sum($sums[$one->id], $one->due_date), 'version' => $one->version + 1], $before));

        return array_map(static fn (Invoice $one): Invoice => $one->settled_as($sums[$one->id]), $before);
    }

    /** @return bool true for the first time only */
    public function open(int $id, DateTimeImmutable $now): bool
    {
        return $this->database->execute(
            "UPDATE {$this->database->table('invoices')} SET opened_at = ? WHERE id = ? AND opened_at IS NULL AND status <> 'draft'",
            [Timestamps::to_row($now), $id]
        ) === 1;
    }

    /** @return array<string, int|string|null> columns */
    private static function sum(SettledSum $sum, string $due_date): array
    {
        return [
            'settlement' => $sum->settlement->value,
            'paid' => $sum->paid,
            'refunded' => $sum->refunded,
            'given_back' => $sum->given_back,
            'due' => $sum->due,
            'due_on' => $sum->due > 0 ? $due_date : null,
            'paid_at' => $sum->paid_at === null ? null : Timestamps::to_row($sum->paid_at),
        ];
    }
}

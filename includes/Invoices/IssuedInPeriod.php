<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Documents\DocumentKind;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Condition;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Database\Keyset;
use Counterfoil\Shared\Viewer;
use DateTimeImmutable;

/** Invoices by the day of their issue, void ones too, as they were issued up to a moment: a page at a time. */
final readonly class IssuedInPeriod
{
    public function __construct(private Database $database)
    {
    }

    /**
     * @param list<int|string>|null $after where the page begins, as `next` said; null for the first one
     * @return array{invoices: list<Invoice>, series: array<int, string>, next: list<int|string>|null} `series` is the period of its number by the invoice's id
     */
    public function page(string $from, string $to, DateTimeImmutable $until, Viewer $viewer, int $limit, ?array $after): array
    {
        $order = new Keyset('issue_date');
        $found = $order->rows($this->database, "SELECT * FROM {$this->database->table('invoices')}", self::where($from, $to, $until, $viewer), $after, $limit + 1);
        $page = array_slice($found, 0, $limit);

        return [
            'invoices' => array_map(Invoice::from_row(...), $page),
            'series' => array_column(array_map(static fn (array $row): array => [(int) $row['id'], (string) $row['series_period']], $page), 1, 0),
            'next' => count($found) > $limit ? $order->position($page[$limit - 1]) : null,
        ];
    }

    public function count(string $from, string $to, DateTimeImmutable $until, Viewer $viewer): int
    {
        $where = self::where($from, $to, $until, $viewer);

        return (int) $this->database->value("SELECT COUNT(*) FROM {$this->database->table('invoices')} WHERE {$where->sql}", $where->arguments);
    }

    private static function where(string $from, string $to, DateTimeImmutable $until, Viewer $viewer): Condition
    {
        return (new Condition(
            "issue_date >= ? AND issue_date <= ? AND status <> 'draft' AND kind = ? AND issued_at <= ?",
            [$from, $to, DocumentKind::Invoice->value, Timestamps::to_row($until)]
        ))->and($viewer->condition('client_id'));
    }
}

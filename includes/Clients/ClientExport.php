<?php

declare(strict_types=1);

namespace Counterfoil\Clients;

use Counterfoil\Shared\Database\Keyset;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Rest\CsvFile;
use Counterfoil\Shared\Viewer;

/** Clients as a table for spreadsheets: a row for each client and currency, since sums of two currencies are never one. */
final readonly class ClientExport
{
    public function __construct(private ClientsQuery $query, private ClientResource $resource)
    {
    }

    /** @param string $today in the business's time zone, "2026-03-31" */
    public function handle(string $search, ?Access $access, Viewer $viewer, Keyset $order, string $today): CsvFile
    {
        return new CsvFile(
            /* translators: %s: date as 2026-03-31 */
            sprintf(__('Clients %s', 'counterfoil'), $today),
            [
                __('Client', 'counterfoil'),
                __('Contact', 'counterfoil'),
                __('Email', 'counterfoil'),
                __('Portal access', 'counterfoil'),
                __('Currency', 'counterfoil'),
                __('Overdue', 'counterfoil'),
                __('Outstanding', 'counterfoil'),
                __('Net billings', 'counterfoil'),
                /* translators: monthly recurring revenue */
                __('MRR', 'counterfoil'),
                __('Active subscriptions', 'counterfoil'),
            ],
            fn (): iterable => $this->cells($search, $access, $viewer, $order)
        );
    }

    /** @return iterable<list<string|Money>> */
    private function cells(string $search, ?Access $access, Viewer $viewer, Keyset $order): iterable
    {
        foreach ($this->query->chunks($search, $access, $viewer, $order) as $clients) {
            foreach ($this->resource->rows($clients, $viewer) as $row) {
                foreach (self::currencies($row) as $currency) {
                    $sum = static fn (string $name): Money => Money::of(array_column($row[$name], 'amount', 'currency')[$currency] ?? 0, $currency);
                    $recurring = array_values(array_filter($row['recurring'], static fn (array $of): bool => $of['mrr']['currency'] === $currency))[0] ?? null;
                    yield [
                        $row['name'],
                        $row['contact']['name'] ?? '',
                        $row['contact']['email'] ?? '',
                        Access::from($row['access'])->label(),
                        $currency,
                        $sum('overdue'),
                        $sum('due'),
                        $sum('net_billings'),
                        Money::of($recurring['mrr']['amount'] ?? 0, $currency),
                        (string) ($recurring['subscriptions'] ?? 0),
                    ];
                }
            }
        }
    }

    /**
     * @param array<string, mixed> $row
     * @return list<string> the client's own first, and any other it was billed in
     */
    private static function currencies(array $row): array
    {
        return array_values(array_unique([$row['currency'], ...array_merge(...array_map(
            static fn (string $name): array => array_column($row[$name], 'currency'),
            ['overdue', 'due', 'net_billings']
        )), ...array_column(array_column($row['recurring'], 'mrr'), 'currency')]));
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Forecast;

use Counterfoil\Shared\Money\Money;

/** A forecast as rows of text, for the command line. Amounts are decimals: "123.00". */
final readonly class ForecastTable
{
    /** Columns of a row for each month and currency. */
    public const MONTH = ['month', 'currency', 'invoices', 'net', 'tax', 'total'];
    /** Columns of a row for each line of an invoice. */
    public const LINE = ['day', 'client', 'subscription', 'description', 'quantity', 'from', 'to', 'currency', 'amount'];

    /** @return list<array<string, string>> */
    public static function months(Outlook $outlook): array
    {
        $rows = [];
        foreach ($outlook->months as $month => $sums) {
            foreach ($sums->to_wire('') as $of) {
                $rows[] = [
                    'month' => $month,
                    'currency' => $of['total']['currency'],
                    'invoices' => (string) $of['bills'],
                    ...array_map(static fn (array $money): string => Money::from_wire($money)->to_decimal(), ['net' => $of['net'], 'tax' => $of['tax'], 'total' => $of['total']]),
                ];
            }
        }

        return $rows;
    }

    /**
     * @param iterable<ForecastBill> $bills
     * @return iterable<array<string, string>>
     */
    public static function lines(iterable $bills): iterable
    {
        foreach ($bills as $bill) {
            foreach ($bill->lines as $i => $line) {
                yield [
                    'day' => $bill->day,
                    'client' => (string) $bill->client_id,
                    'subscription' => (string) $bill->subscription_ids[$i],
                    'description' => $line->description,
                    'quantity' => $line->quantity,
                    'from' => (string) $line->supply_from,
                    'to' => (string) $line->supply_to,
                    'currency' => $bill->totals->currency->code,
                    'amount' => (new Money($bill->totals->amounts[$i], $bill->totals->currency))->to_decimal(),
                ];
            }
        }
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Products;

use Closure;
use Counterfoil\Shared\Database\Keyset;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Rest\CsvFile;

/** Products as a table for spreadsheets: a row for each plan, and one for a product that has none. */
final readonly class ProductExport
{
    /** So many are in memory at once. */
    private const CHUNK = 100;

    /** @param Closure(): string $today in the business's time zone, "2026-03-31" */
    public function __construct(private ProductRepository $products, private PlanRepository $plans, private Closure $today)
    {
    }

    public function handle(bool $archived, string $search, Keyset $order): CsvFile
    {
        return new CsvFile(
            /* translators: %s: date as 2026-03-31 */
            sprintf(__('Products %s', 'counterfoil'), ($this->today)()),
            [
                __('Product', 'counterfoil'),
                __('Plan', 'counterfoil'),
                __('Billed', 'counterfoil'),
                __('Currency', 'counterfoil'),
                __('Price', 'counterfoil'),
                __('Trial (days)', 'counterfoil'),
                __('Set-up fee', 'counterfoil'),
                __('Periods', 'counterfoil'),
            ],
            fn (): iterable => $this->cells($archived, $search, $order)
        );
    }

    /** @return iterable<list<string|Money>> */
    private function cells(bool $archived, string $search, Keyset $order): iterable
    {
        $after = null;
        do {
            ['products' => $products, 'next' => $after] = $this->products->page($archived, $search, $order, self::CHUNK, $after);
            $plans = $this->plans->of_products(array_map(static fn (Product $product): int => $product->id, $products));
            foreach ($products as $product) {
                if ($plans[$product->id] === []) {
                    yield [$product->name, '', '', '', '', '', '', ''];
                }
                foreach ($plans[$product->id] as $plan) {
                    yield [$product->name, $plan->name, $plan->interval?->sentence() ?? __('once', 'counterfoil'), $plan->price->currency->code, $plan->price, ...self::agreement($plan)];
                }
            }
        } while ($after !== null);
    }

    /** @return list<string|Money> */
    private static function agreement(Plan $plan): array
    {
        return $plan->interval === null ? ['', '', ''] : [(string) $plan->trial_days, new Money($plan->setup_fee, $plan->price->currency), (string) $plan->cycles];
    }
}

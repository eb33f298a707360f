<?php

declare(strict_types=1);

namespace Counterfoil\Coupons;

use Closure;
use Counterfoil\Shared\Database\Keyset;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Rest\CsvFile;
use Counterfoil\Shared\Viewer;

/** Coupons as a table for spreadsheets: a row for each currency in which something was taken off. */
final readonly class CouponExport
{
    /** So many are in memory at once. */
    private const CHUNK = 100;

    /** @param Closure(): string $today in the business's time zone, "2026-03-31" */
    public function __construct(private CouponRepository $coupons, private CouponUseRepository $uses, private Closure $today)
    {
    }

    public function handle(string $state, string $search, Keyset $order, Viewer $viewer): CsvFile
    {
        return new CsvFile(
            /* translators: %s: date as 2026-03-31 */
            sprintf(__('Coupons %s', 'counterfoil'), ($this->today)()),
            [
                __('Code', 'counterfoil'),
                __('Name', 'counterfoil'),
                __('Discount', 'counterfoil'),
                __('Duration', 'counterfoil'),
                __('Valid from', 'counterfoil'),
                __('Valid until', 'counterfoil'),
                __('Uses', 'counterfoil'),
                __('Limit', 'counterfoil'),
                __('Currency', 'counterfoil'),
                __('Taken off', 'counterfoil'),
            ],
            fn (): iterable => $this->cells($state, $search, $order, $viewer)
        );
    }

    /** @return iterable<list<string|Money>> */
    private function cells(string $state, string $search, Keyset $order, Viewer $viewer): iterable
    {
        $after = null;
        do {
            ['coupons' => $coupons, 'next' => $after] = $this->coupons->page($state, ($this->today)(), $search, $order, self::CHUNK, $after);
            $taken_off = $this->uses->taken_off(array_map(static fn (Coupon $coupon): int => $coupon->id, $coupons), $viewer);
            foreach ($coupons as $coupon) {
                $cells = [
                    $coupon->code,
                    $coupon->name,
                    CouponWording::worth($coupon->terms),
                    CouponWording::duration($coupon->terms),
                    (string) $coupon->limits->valid_from,
                    (string) $coupon->limits->valid_until,
                    (string) $coupon->uses,
                    (string) $coupon->limits->in_all,
                ];
                foreach ($taken_off[$coupon->id] as $sum) {
                    yield [...$cells, $sum->currency->code, $sum];
                }
                if ($taken_off[$coupon->id] === []) {
                    yield [...$cells, '', ''];
                }
            }
        } while ($after !== null);
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Mrr;

use Closure;
use Counterfoil\Shared\Clock\SiteDay;
use Counterfoil\Shared\Money\Sums;
use Counterfoil\Shared\Overview\Chart;
use Counterfoil\Shared\Overview\ChartRow;
use Counterfoil\Shared\Overview\ChartShape;
use Counterfoil\Shared\Overview\Figure;
use Counterfoil\Shared\Overview\Opens;
use Counterfoil\Shared\Overview\OverviewPart;
use Counterfoil\Shared\Viewer;

/** What the overview says of recurring revenue: what it is now, of how many subscriptions, and how it moved in the last twelve months. */
final readonly class MrrOnOverview
{
    private const LIST = '/subscriptions';
    private const MOVEMENTS = '/subscriptions/mrr';

    /** @param Closure(): string $currency the business's own: its sums come first */
    public function __construct(private MrrQuery $mrr, private Closure $currency)
    {
    }

    /** @return list<OverviewPart> nothing before the first subscription */
    public function parts(Viewer $viewer, string $today): array
    {
        $months = MrrMonth::last_twelve($today);
        $by_currency = $this->mrr->months($months, $viewer);
        if ($by_currency === []) {
            return [];
        }
        $now = array_map(static fn (array $of): MrrMonth => $of[count($of) - 1], $by_currency);
        $count = array_sum(array_map(static fn (MrrMonth $month): int => $month->subscriptions, $now));
        $active = new Opens(self::LIST, ['tab' => 'active']);

        return [
            /* translators: monthly recurring revenue */
            new Figure('mrr', __('MRR', 'counterfoil'), $this->wire(array_filter(array_map(static fn (MrrMonth $month): int => $month->amount, $now))), $count, '', $active),
            new Figure('active_subscriptions', __('Active subscriptions', 'counterfoil'), null, $count, '', $active),
            $this->movements($months, $by_currency),
        ];
    }

    /**
     * @param non-empty-list<string> $months
     * @param array<string, list<MrrMonth>> $by_currency
     */
    private function movements(array $months, array $by_currency): Chart
    {
        $rows = array_map(function (int $i) use ($months, $by_currency): ChartRow {
            $of = array_map(static fn (array $all): MrrMonth => $all[$i], $by_currency);

            return new ChartRow(
                SiteDay::month($months[$i]),
                SiteDay::short_month($months[$i]),
                array_map(fn (MrrKind $kind): array => $this->wire(array_filter(array_map(static fn (MrrMonth $month): int => $month->moved($kind), $of))), MrrKind::cases()),
                self::counted(array_sum(array_map(static fn (MrrMonth $month): int => $month->subscriptions, $of))),
                new Opens(self::MOVEMENTS, ['month' => $months[$i]])
            );
        }, array_keys($months));

        return new Chart(
            'mrr_movements',
            __('MRR changes by month', 'counterfoil'),
            '',
            ChartShape::Columns,
            __('Month', 'counterfoil'),
            array_map(static fn (MrrKind $kind): string => $kind->label(), MrrKind::cases()),
            $rows,
            __('No changes in the last twelve months.', 'counterfoil')
        );
    }

    /**
     * @param array<string, int> $sums
     * @return list<array{amount: int, currency: string}>
     */
    private function wire(array $sums): array
    {
        return Sums::to_wire($sums, ($this->currency)());
    }

    private static function counted(int $count): string
    {
        /* translators: %s: number of subscriptions */
        return sprintf(_n('%s active subscription', '%s active subscriptions', $count, 'counterfoil'), number_format_i18n($count));
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Received;

use Closure;
use Counterfoil\Payments\MoneyToLookAt;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Clock\SiteDay;
use Counterfoil\Shared\Money\Sums;
use Counterfoil\Shared\Overview\Chart;
use Counterfoil\Shared\Overview\ChartRow;
use Counterfoil\Shared\Overview\ChartShape;
use Counterfoil\Shared\Overview\Figure;
use Counterfoil\Shared\Overview\Notice;
use Counterfoil\Shared\Overview\Notices;
use Counterfoil\Shared\Overview\Opens;
use Counterfoil\Shared\Overview\OverviewPart;
use Counterfoil\Shared\Overview\Tone;
use Counterfoil\Shared\Viewer;

/** What the overview says of money that came: this month, the last twelve, and what of it to look at. Always less what of it went back. */
final readonly class PaymentsOnOverview
{
    private const LIST = '/payments';
    private const MONTHS = 12;

    /** @param Closure(): string $currency the business's own: its sums come first */
    public function __construct(private ReceivedQuery $received, private MoneyToLookAt $to_look_at, private Closure $currency)
    {
    }

    /** @return list<OverviewPart> */
    public function parts(Viewer $viewer, string $today): array
    {
        $this_month = substr($today, 0, 8) . '01';
        $first = Calendar::add_months($this_month, 1 - self::MONTHS);
        $by_month = $this->received->by_month($first, $today, $viewer);
        $year = ['count' => 0, 'sums' => []];
        foreach ($by_month as $month) {
            $year['count'] += $month['count'];
            foreach ($month['sums'] as $currency => $sum) {
                $year['sums'][$currency] = ($year['sums'][$currency] ?? 0) + $sum;
            }
        }

        return [
            $this->figure('paid_this_month', __('Paid this month', 'counterfoil'), $by_month[substr($today, 0, 7)] ?? ['count' => 0, 'sums' => []], $this_month, $today, Tone::Good),
            $this->figure('net_billings', __('Net billings, 12 months', 'counterfoil'), $year, $first, $today),
            $this->months($by_month, $first, $today),
            ...$this->to_look_at($viewer),
        ];
    }

    /** @param array{count: int, sums: array<string, int>} $of */
    private function figure(string $id, string $label, array $of, string $from, string $to, Tone $tone = Tone::Plain): Figure
    {
        return new Figure($id, $label, $this->wire($of['sums']), $of['count'], self::counted($of['count']), self::opens($from, $to), $tone);
    }

    /** @param array<string, array{count: int, sums: array<string, int>}> $by_month */
    private function months(array $by_month, string $first, string $today): Chart
    {
        $rows = array_map(function (int $number) use ($by_month, $first, $today): ChartRow {
            $from = Calendar::add_months($first, $number);
            $of = $by_month[substr($from, 0, 7)] ?? ['count' => 0, 'sums' => []];

            return new ChartRow(
                SiteDay::month($from),
                SiteDay::short_month($from),
                [$this->wire($of['sums'])],
                self::counted($of['count']),
                self::opens($from, min($today, Calendar::add_days(Calendar::add_months($from, 1), -1)))
            );
        }, range(0, self::MONTHS - 1));

        return new Chart(
            'received',
            __('Net billings by month', 'counterfoil'),
            __('Payments received, less refunds and returned payments.', 'counterfoil'),
            ChartShape::Columns,
            __('Month', 'counterfoil'),
            [__('Net billings', 'counterfoil')],
            $rows,
            __('No payments in the last 12 months.', 'counterfoil')
        );
    }

    /** @return list<Notices> */
    private function to_look_at(Viewer $viewer): array
    {
        $items = array_map(static fn (array $one): Notice => new Notice($one['number'], $one['client'], $one['text'], new Opens("/invoices/{$one['invoice_id']}")), $this->to_look_at->of($viewer));

        return $items === [] ? [] : [new Notices('money', __('Payments that need attention', 'counterfoil'), $items)];
    }

    /**
     * @param array<string, int> $sums
     * @return list<array{amount: int, currency: string}>
     */
    private function wire(array $sums): array
    {
        return Sums::to_wire($sums, ($this->currency)());
    }

    private static function opens(string $from, string $to): Opens
    {
        return new Opens(self::LIST, ['received_from' => $from, 'received_to' => $to]);
    }

    private static function counted(int $count): string
    {
        /* translators: %s: number of payments */
        return sprintf(_n('%s payment', '%s payments', $count, 'counterfoil'), number_format_i18n($count));
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Lists;

use Closure;
use Counterfoil\Invoices\InvoiceState;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Money\Sums;
use Counterfoil\Shared\Overview\Chart;
use Counterfoil\Shared\Overview\ChartRow;
use Counterfoil\Shared\Overview\ChartShape;
use Counterfoil\Shared\Overview\Figure;
use Counterfoil\Shared\Overview\Opens;
use Counterfoil\Shared\Overview\OverviewPart;
use Counterfoil\Shared\Overview\Tone;
use Counterfoil\Shared\Viewer;

/** What the overview says of invoices: what is late, what comes soon, what is open, and for how long it has been. */
final readonly class InvoicesOnOverview
{
    private const LIST = '/invoices';

    /** @param Closure(): string $currency the business's own: its sums come first */
    public function __construct(private DueQuery $due, private InvoiceTallies $tallies, private Closure $currency)
    {
    }

    /** @return list<OverviewPart> */
    public function parts(Viewer $viewer, string $today): array
    {
        $due = $this->due->by_day($viewer);
        $failed = InvoiceSelection::PaymentFailed->query();
        $of_failed = $this->tallies->due(InvoiceFilter::from_query($failed, $today), $viewer);

        return [
            $this->figure('overdue', __('Overdue', 'counterfoil'), $due->between(null, Calendar::add_days($today, -1)), ['state' => InvoiceState::Overdue->value], Tone::Bad),
            $this->figure('due_this_week', __('Due this week', 'counterfoil'), $due->between($today, Calendar::add_days($today, InvoiceConditions::SOON_DAYS)), InvoiceSelection::DueThisWeek->query()),
            new Figure('payment_failed', __('Payment failed', 'counterfoil'), $of_failed['sums'], $of_failed['count'], self::counted($of_failed['count']), new Opens(self::LIST, $failed), Tone::Bad),
            $this->figure('outstanding', __('Outstanding', 'counterfoil'), $due->between(null, null), InvoiceSelection::Outstanding->query()),
            $this->by_age($due, $today),
        ];
    }

    /**
     * @param array{count: int, sums: array<string, int>} $of
     * @param array<string, string> $query of the list that has just these
     */
    private function figure(string $id, string $label, array $of, array $query, Tone $tone = Tone::Plain): Figure
    {
        return new Figure($id, $label, Sums::to_wire($of['sums'], ($this->currency)()), $of['count'], self::counted($of['count']), new Opens(self::LIST, $query), $tone);
    }

    private function by_age(DueByDay $due, string $today): Chart
    {
        $rows = array_map(function (DueAge $age) use ($due, $today): ChartRow {
            $query = $age->query($today);
            $of = $due->between($query['due_from'] ?? null, $query['due_to'] ?? null);

            return new ChartRow($age->label(), '', [Sums::to_wire($of['sums'], ($this->currency)())], self::counted($of['count']), new Opens(self::LIST, $query), $age === DueAge::NotDue ? Tone::Plain : Tone::Bad);
        }, DueAge::cases());

        return new Chart(
            'receivables',
            __('Outstanding by age', 'counterfoil'),
            '',
            ChartShape::Bars,
            __('Age', 'counterfoil'),
            [__('Outstanding', 'counterfoil')],
            $rows,
            __('Nothing is outstanding.', 'counterfoil')
        );
    }

    private static function counted(int $count): string
    {
        /* translators: %s: number of invoices */
        return sprintf(_n('%s invoice', '%s invoices', $count, 'counterfoil'), number_format_i18n($count));
    }
}

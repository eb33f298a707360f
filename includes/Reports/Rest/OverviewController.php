<?php

declare(strict_types=1);

namespace Counterfoil\Reports\Rest;

use Closure;
use Counterfoil\Activity\EventTimeline;
use Counterfoil\Business\Business;
use Counterfoil\Invoices\InvoiceState;
use Counterfoil\Invoices\Lists\InvoiceFilter;
use Counterfoil\Invoices\Lists\InvoiceOrder;
use Counterfoil\Invoices\Lists\InvoiceRowResource;
use Counterfoil\Invoices\Lists\InvoicesQuery;
use Counterfoil\Payments\Gateway\GatewayRegistry;
use Counterfoil\Portals\PortalRepository;
use Counterfoil\Reports\SetUpChecklist;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Overview\Chart;
use Counterfoil\Shared\Overview\Figure;
use Counterfoil\Shared\Overview\Notices;
use Counterfoil\Shared\Overview\OverviewPart;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Shared\Viewer;

final readonly class OverviewController
{
    private const ATTENTION = 5;
    private const ACTIVITY = 10;

    /** @param Closure(): list<Closure(Viewer): list<OverviewPart>> $contributed of all modules */
    public function __construct(
        private Closure $contributed,
        private SetUpChecklist $checklist,
        private InvoicesQuery $invoices,
        private InvoiceRowResource $rows,
        private EventTimeline $timeline,
        private PortalRepository $portals,
        private Business $business,
        private Calendar $calendar,
        private GatewayRegistry $gateways,
    ) {
    }

    /** @return array<string, mixed> */
    public function get(Request $request): array
    {
        $most_overdue = $this->invoices->page(new InvoiceFilter($this->calendar->today(), InvoiceState::Overdue), $request->viewer, InvoiceOrder::DueDate->keyset(false), self::ATTENTION);
        $parts = array_merge(...array_map(static fn (Closure $parts): array => $parts($request->viewer), ($this->contributed)()));

        return [
            'notices' => self::of_kind(Notices::class, $parts),
            'figures' => self::of_kind(Figure::class, $parts),
            'charts' => self::of_kind(Chart::class, $parts),
            'attention' => $this->rows->to_wire($most_overdue['invoices'], $most_overdue['disputed'], $most_overdue['on_their_way']),
            'activity' => $this->timeline->recent(self::ACTIVITY, $request->viewer),
            'checklist' => $this->checklist->steps($this->business, $this->portals->default(), $this->gateways->chosen()),
        ];
    }

    /**
     * @param class-string<Figure|Chart|Notices> $kind
     * @param list<OverviewPart> $parts
     * @return list<array<string, mixed>>
     */
    private static function of_kind(string $kind, array $parts): array
    {
        $wire = [];
        foreach ($parts as $part) {
            if ($part instanceof $kind) {
                $wire[] = $part->to_wire();
            }
        }

        return $wire;
    }
}

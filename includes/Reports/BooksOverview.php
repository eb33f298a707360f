<?php

declare(strict_types=1);

namespace Counterfoil\Reports;

use Closure;
use Counterfoil\Activity\EventTimeline;
use Counterfoil\Business\Business;
use Counterfoil\Invoices\Lists\InvoiceRowResource;
use Counterfoil\Invoices\Lists\InvoicesQuery;
use Counterfoil\Payments\Gateway\GatewayRegistry;
use Counterfoil\Portals\PortalRepository;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Overview\OverviewPart;
use Counterfoil\Shared\Viewer;

/** What the overview says of what is in our tables: another one only when something was changed, or on another day. */
final readonly class BooksOverview
{
    private const ATTENTION = 5;
    private const ACTIVITY = 10;

    /** @param list<Closure(Viewer): list<OverviewPart>> $contributed of our modules */
    public function __construct(
        private array $contributed,
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

    /** @return array<string, mixed> the contract's `overview` */
    public function of(Viewer $viewer): array
    {
        $today = $this->calendar->today();

        return OverviewParts::to_wire($this->contributed, $viewer) + [
            'attention' => $this->rows->to_wire($this->invoices->most_overdue($today, $viewer, self::ATTENTION), $today),
            'activity' => $this->timeline->recent(self::ACTIVITY, $viewer),
            'checklist' => $this->checklist->steps($this->business, $this->portals->default(), $this->gateways->chosen()),
        ];
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Reports\Rest;

use Counterfoil\Activity\EventTimeline;
use Counterfoil\Business\Business;
use Counterfoil\Emails\OutboxRepository;
use Counterfoil\Invoices\DueQuery;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Invoices\InvoiceRowResource;
use Counterfoil\Payments\GatewayRegistry;
use Counterfoil\Payments\MoneyToLookAt;
use Counterfoil\Payments\ReceivedQuery;
use Counterfoil\Portals\PortalRepository;
use Counterfoil\Reports\SetUpChecklist;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Rest\Request;

final readonly class OverviewController
{
    private const ATTENTION = 5;
    private const ACTIVITY = 10;
    private const FAILED_DAYS = 30;

    public function __construct(
        private DueQuery $due,
        private ReceivedQuery $received,
        private SetUpChecklist $checklist,
        private InvoiceRepository $invoices,
        private InvoiceRowResource $rows,
        private EventTimeline $timeline,
        private OutboxRepository $outbox,
        private PortalRepository $portals,
        private Business $business,
        private Clock $clock,
        private GatewayRegistry $gateways,
        private MoneyToLookAt $to_look_at,
    ) {
    }

    /** @return array<string, mixed> */
    public function get(Request $request): array
    {
        $now = $this->clock->now();
        $today = Timestamps::day($now, $this->business->timezone);
        $month = $now->setTimezone($this->business->timezone)->modify('first day of this month midnight');

        return [
            ...$this->due->tallies($today),
            'paid_this_month' => $this->received->since($month),
            'failed' => $this->due->of($this->received->failed_since($now->modify('-' . self::FAILED_DAYS . ' days'))),
            'attention' => $this->rows->to_wire($this->invoices->most_overdue($today, self::ATTENTION, $request->viewer)),
            'activity' => $this->timeline->recent(self::ACTIVITY, $request->viewer),
            'checklist' => $this->checklist->steps($this->business, $this->portals->default(), $this->gateways->chosen()),
            'mail_problems' => $this->outbox->problems($request->viewer),
            'money_problems' => $this->to_look_at->of($request->viewer),
        ];
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Reports\Rest;

use Counterfoil\Activity\EventTimeline;
use Counterfoil\Business\Business;
use Counterfoil\Emails\OutboxRepository;
use Counterfoil\Invoices\InvoiceState;
use Counterfoil\Invoices\Lists\InvoiceFilter;
use Counterfoil\Invoices\Lists\InvoiceOrder;
use Counterfoil\Invoices\Lists\InvoiceRowResource;
use Counterfoil\Invoices\Lists\InvoicesQuery;
use Counterfoil\Invoices\Lists\InvoiceTallies;
use Counterfoil\Payments\Gateway\GatewayRegistry;
use Counterfoil\Payments\MoneyToLookAt;
use Counterfoil\Payments\Received\PaymentFilter;
use Counterfoil\Payments\Received\ReceivedQuery;
use Counterfoil\Portals\PortalRepository;
use Counterfoil\Reports\SetUpChecklist;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Shared\Viewer;

final readonly class OverviewController
{
    private const ATTENTION = 5;
    private const ACTIVITY = 10;

    /** What each figure counts, as the list takes it that it opens. */
    private const FIGURES = [
        'overdue' => ['state' => 'overdue'],
        'due_this_week' => ['only' => 'due_this_week'],
        'outstanding' => ['only' => 'outstanding'],
        'failed' => ['only' => 'payment_failed'],
    ];

    public function __construct(
        private InvoiceTallies $tallies,
        private ReceivedQuery $received,
        private SetUpChecklist $checklist,
        private InvoicesQuery $invoices,
        private InvoiceRowResource $rows,
        private EventTimeline $timeline,
        private OutboxRepository $outbox,
        private PortalRepository $portals,
        private Business $business,
        private Calendar $calendar,
        private GatewayRegistry $gateways,
        private MoneyToLookAt $to_look_at,
    ) {
    }

    /** @return array<string, mixed> */
    public function get(Request $request): array
    {
        $today = $this->calendar->today();
        $most_overdue = $this->invoices->page(new InvoiceFilter($today, InvoiceState::Overdue), $request->viewer, InvoiceOrder::DueDate->keyset(false), self::ATTENTION);

        return [
            ...array_map(fn (array $query): array => $this->of_invoices($query, $today, $request->viewer), self::FIGURES),
            'paid_this_month' => $this->of_payments(['received_from' => substr($today, 0, 8) . '01', 'received_to' => $today], $request->viewer),
            'attention' => $this->rows->to_wire($most_overdue['invoices'], $most_overdue['disputed'], $most_overdue['on_their_way']),
            'activity' => $this->timeline->recent(self::ACTIVITY, $request->viewer),
            'checklist' => $this->checklist->steps($this->business, $this->portals->default(), $this->gateways->chosen()),
            'mail_problems' => $this->outbox->problems($request->viewer),
            'money_problems' => $this->to_look_at->of($request->viewer),
        ];
    }

    /**
     * @param array<string, string> $query
     * @return array<string, mixed> the contract's `figure`
     */
    private function of_invoices(array $query, string $today, Viewer $viewer): array
    {
        return $this->tallies->due(InvoiceFilter::from_query($query, $today), $viewer) + ['query' => $query];
    }

    /**
     * @param array<string, string> $query
     * @return array<string, mixed> the contract's `figure`
     */
    private function of_payments(array $query, Viewer $viewer): array
    {
        return $this->received->tally(PaymentFilter::from_query($query), $viewer) + ['query' => $query];
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Renewals;

use Closure;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Payments\Online\OfferedOnline;
use Counterfoil\Payments\UnderWayQuery;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\Settings\LastStep;
use Counterfoil\Subscriptions\Settings\RenewalSettings;

/** Once a day: bills that nobody charges, and that stayed unpaid some days beyond their due date. */
final readonly class GiveUpUnpaid
{
    private const PAGE = 100;

    /** @param Closure(): Calendar $calendar */
    public function __construct(
        private Changes $changes,
        private RenewalRepository $renewals,
        private InvoiceRepository $invoices,
        private UnderWayQuery $under_way,
        private OfferedOnline $offer,
        private RenewalSettings $settings,
        private TakeLastStep $last_step,
        private Closure $calendar,
    ) {
    }

    public function handle(): void
    {
        $settings = $this->settings->get();
        if ($settings->last_step === LastStep::Keep) {
            return;
        }
        $until = Calendar::add_days(($this->calendar)()->today(), -$settings->grace_days);
        $after = 0;
        do {
            $ids = $this->renewals->billed($after, self::PAGE);
            foreach ($ids as $id) {
                $this->look($id, $until);
                $after = $id;
            }
        } while (count($ids) === self::PAGE);
    }

    /** @param string $until the last due date that is too long ago */
    private function look(int $renewal_id, string $until): void
    {
        $this->changes->run(Actor::system(), function (Change $change) use ($renewal_id, $until): void {
            $renewal = $this->renewals->lock($renewal_id);
            $invoice = $renewal?->invoice_id === null ? null : $this->invoices->find($renewal->invoice_id, Viewer::system());
            // While it is tried again, or money is on its way, it is not given up; nor for so little that nothing can charge it.
            if ($renewal?->state === RenewalState::Billed && $renewal->try_on === null && $invoice !== null && $invoice->is_payable() && $invoice->due_date < $until && ! $this->under_way->is_waited_for($invoice->id) && ! $this->offer->is_too_little($invoice->due())) {
                $this->last_step->handle($change, $renewal);
            }
        });
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Online;

use Closure;
use Counterfoil\Invoices\OpenPayments;
use Counterfoil\Payments\AllocationRepository;
use Counterfoil\Payments\Gateway\GatewayLine;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\DomainError;

/** What invoices ask of payments when they are void or paid in another way. */
final readonly class StopOpenPayments implements OpenPayments
{
    /** Seconds somebody of the staff waits. */
    private const SECONDS = 15.0;

    /**
     * @param Closure(): StopPayment $stop made when something is to be stopped
     * @param Closure(): GatewayLine $line
     */
    public function __construct(private Closure $stop, private AllocationRepository $allocations, private Closure $line)
    {
    }

    public function stop(int $invoice_id): void
    {
        try {
            ($this->line)()->within(self::SECONDS, fn () => ($this->stop)()->handle($invoice_id));
        } catch (DomainError) {
            // Its gateway can't be asked, so money may be on its way: that is refused by the caller, in words for staff.
        }
    }

    public function has_any(int $invoice_id): bool
    {
        return $this->allocations->has_any($invoice_id);
    }

    public function is_under_way(int $invoice_id): bool
    {
        return $this->allocations->under_way_of($invoice_id) !== null;
    }

    public function look_again(Change $change, array $invoice_ids): void
    {
        foreach (array_unique($this->allocations->under_way_among($invoice_ids)) as $payment_id) {
            $change->job(CheckPayment::JOB, $payment_id);
        }
    }
}

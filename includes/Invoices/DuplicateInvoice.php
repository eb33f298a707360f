<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Closure;
use Counterfoil\Business\Business;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Clock\Timestamps;

/** A new draft with the same lines, due anew. */
final readonly class DuplicateInvoice
{
    /**
     * @param Closure(): Business $business
     * @param Closure(): Invoicing $invoicing
     */
    public function __construct(
        private InvoiceRepository $invoices,
        private CreateDraft $create,
        private Clock $clock,
        private Closure $business,
        private Closure $invoicing,
    ) {
    }

    /** @throws \Counterfoil\Shared\DomainError 404 */
    public function handle(int $id, Actor $actor): Invoice
    {
        $days = ($this->invoicing)()->due_days;
        $today = $this->clock->now()->setTimezone(($this->business)()->timezone);

        return $this->create->from($this->invoices->get($id), Timestamps::day($today->modify("+{$days} days"), ($this->business)()->timezone), $actor);
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Links;

use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\Viewer;

/** Ends every link to a bill. Mails that are sent from now on have new ones. */
final readonly class RevokeLinks
{
    public function __construct(private Changes $changes, private PayLinkRepository $links, private InvoiceRepository $invoices)
    {
    }

    /** @return int how many worked until now */
    public function handle(int $invoice_id, Viewer $viewer): int
    {
        $invoice = $this->invoices->get($invoice_id, $viewer);
        if (! $this->links->has_any($invoice->id)) {
            return 0;
        }

        return $this->changes->run($viewer->actor, function (Change $change) use ($invoice): int {
            $revoked = $this->links->revoke($invoice->id);
            if ($revoked > 0) {
                $change->event('invoice.links_revoked', [['invoice', $invoice->id]], $invoice->client_id, ['number' => $invoice->number]);
            }

            return $revoked;
        });
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Links;

use Counterfoil\Invoices\InvoiceWrites;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\Clock\Clock;

/** Notes that a link's recipient has seen the bill: the first time only. Mail scanners follow links too, and don't count. */
final readonly class OpenedByLink
{
    public function __construct(private Changes $changes, private PayLinkRepository $links, private InvoiceWrites $writes, private Clock $clock)
    {
    }

    public function handle(Bearer $bearer): void
    {
        if ($bearer->link->is_opened || ! self::is_shown_in_browser()) {
            return;
        }
        $this->changes->run($bearer->actor(), function (Change $change) use ($bearer): void {
            if (! $this->links->open($bearer->link)) {
                return;
            }
            $is_first = $this->writes->open($bearer->invoice->id, $this->clock->now());
            $change->event('invoice.opened_by_link', [['invoice', $bearer->invoice->id]], $bearer->invoice->client_id, ['number' => $bearer->invoice->number, 'email' => $bearer->link->recipient]);
            if ($is_first) {
                /** This hook is documented in MarkOpened. */
                $change->hook('invoice_opened', $bearer->invoice->id);
            }
        });
    }

    /** Browsers say that a page is shown to somebody (Fetch Metadata); programs that look at links of mails seldom do. */
    private static function is_shown_in_browser(): bool
    {
        return (isset($_SERVER['HTTP_SEC_FETCH_DEST']) ? sanitize_key(wp_unslash($_SERVER['HTTP_SEC_FETCH_DEST'])) : '') === 'document';
    }
}

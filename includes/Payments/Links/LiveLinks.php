<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Links;

use Closure;
use Counterfoil\Clients\MailedAddress;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;
use SensitiveParameter;

/**
 * Which links work. All of it is asked anew at each use, from what is in the tables now: nobody has to remember to end one when a
 * contact is suspended, a bill is void or a setting changes.
 */
final readonly class LiveLinks
{
    /** Of a secret, 256 bits in base64url. */
    private const FORM = '/^[A-Za-z0-9_-]{43}$/D';

    /** @param Closure(): Calendar $calendar the business's */
    public function __construct(
        private PayLinkRepository $links,
        private LinkSettings $settings,
        private InvoiceRepository $invoices,
        private MailedAddress $addresses,
        private Closure $calendar,
    ) {
    }

    /** @throws DomainError 404, the same for one that never was and one that has ended */
    public function of_token(#[SensitiveParameter] string $token): Bearer
    {
        $link = preg_match(self::FORM, $token) === 1 ? $this->links->of_token($token) : null;

        return $this->must($link);
    }

    /** @throws DomainError 404 */
    public function must(?PayLink $link): Bearer
    {
        return ($link === null ? null : $this->bearer($link)) ?? throw DomainError::not_found();
    }

    /** @return Bearer|null null for one that has ended */
    public function bearer(PayLink $link): ?Bearer
    {
        if ($link->is_revoked || ! $this->settings->is_on_for($link->client_id)) {
            return null;
        }
        $invoice = $this->invoices->find($link->invoice_id, Viewer::system());
        if ($invoice === null || $invoice->is_draft() || $invoice->status->is_called_off() || $invoice->client_id !== $link->client_id) {
            return null;
        }
        $calendar = ($this->calendar)();
        $from = $invoice->paid_at !== null && ! $invoice->is_payable()
            ? $calendar->day($invoice->paid_at)
            // A reminder long after the due date opens the bill as the first mail did.
            : max($invoice->due_date, $calendar->day($link->mailed_at));
        if ($calendar->today() > $calendar->add_days($from, $this->settings->get()['days'])) {
            return null;
        }
        $rights = $this->addresses->of($link->client_id, $link->recipient);
        if ($rights === null || ($link->contact_id !== null && $rights['contact_id'] !== $link->contact_id)) {
            return null;
        }

        return new Bearer($link, $invoice, $rights['permissions']);
    }
}

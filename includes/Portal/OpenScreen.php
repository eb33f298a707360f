<?php

declare(strict_types=1);

namespace Counterfoil\Portal;

use Counterfoil\Identity\PortalContact;
use Counterfoil\Identity\PortalSession;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Invoices\InvoiceStatus;
use Counterfoil\Invoices\MarkOpened;
use Counterfoil\Payments\CatchUp;
use Counterfoil\Payments\PaymentRepository;
use Counterfoil\Payments\PaymentView;
use Counterfoil\Payments\RefreshPayment;
use Counterfoil\Portals\Location;
use Counterfoil\Portals\Portal;
use Counterfoil\Portals\PortalRepository;
use Counterfoil\Portals\View;
use Counterfoil\Shared\DomainError;

/**
 * Finds what an address of the portal shows to this contact. What isn't theirs is not there: the same
 * screen and the same status as for what never was.
 */
final readonly class OpenScreen
{
    public function __construct(
        private PortalSession $session,
        private PortalRepository $portals,
        private InvoiceRepository $invoices,
        private MarkOpened $mark_opened,
        private PaymentRepository $payments,
        private RefreshPayment $refresh,
        private CatchUp $catch_up,
    ) {
    }

    /** @throws DomainError 401, 403 when nobody's contact is logged in */
    public function handle(Location $location): Screen
    {
        if ($location->id !== null && $location->view->is_about_one_invoice()) {
            $this->session->look_at_client_of_invoice($location->id);
        }
        $contact = $this->session->require();
        $portal = $this->portals->get($contact->client->portal_id);
        $needed = match ($location->view) {
            View::Account, View::Nothing => null,
            View::Pay => 'billing.manage',
            default => 'billing.view',
        };
        if ($location->view === View::Nothing) {
            return new Screen(View::Nothing, $portal, $contact, 404);
        }
        if ($needed === 'billing.view' && $location->view !== View::Pdf) {
            $this->catch_up->handle($contact->client->id);
        }
        try {
            $invoice = $location->id !== null && $location->view->is_about_one_invoice()
                ? $this->invoices->get_for_client($location->id, $contact->client->id)
                : null;
        } catch (DomainError) {
            return new Screen(View::Nothing, $portal, $contact, 404);
        }
        if ($needed !== null && ! $contact->can($needed)) {
            return new Screen(View::Nothing, $portal, $contact, 403);
        }
        if ($invoice === null) {
            return new Screen($location->view, $portal, $contact, before: $location->before);
        }
        $this->mark_opened->handle($invoice, $contact->actor());

        return $location->view === View::Pay ? $this->pay($invoice, $contact, $portal) : new Screen($location->view, $portal, $contact, invoice: $invoice);
    }

    /** Whoever comes back sees where the payment stands now, not where it stood when the tab was closed. */
    private function pay(Invoice $invoice, PortalContact $contact, Portal $portal): Screen
    {
        $under_way = $invoice->status === InvoiceStatus::Issued ? $this->payments->under_way_of($invoice->id) : null;
        $payment = $under_way === null ? null : $this->refresh->refresh($under_way);
        if ($payment !== null && ! $payment->payment->is_under_way) {
            $invoice = $this->invoices->get($invoice->id);
        }
        if ($payment === null && ! $invoice->is_payable()) {
            $last = array_reverse($this->payments->of_invoice($invoice->id))[0] ?? null;
            $payment = $last === null ? null : new PaymentView($last, null);
        }

        return new Screen(View::Pay, $portal, $contact, invoice: $invoice, payment: $payment);
    }
}

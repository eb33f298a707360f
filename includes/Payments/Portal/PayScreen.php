<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Portal;

use Counterfoil\Invoices\DocumentLanguage;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Invoices\InvoiceStatus;
use Counterfoil\Invoices\Portal\BillScreen;
use Counterfoil\Payments\Online\Wanted;
use Counterfoil\Payments\PaymentRepository;
use Counterfoil\Payments\PaymentView;
use Counterfoil\Portals\Location;
use Counterfoil\Portals\OpenedScreen;
use Counterfoil\Portals\Reader;
use Counterfoil\Shared\Viewer;

/** Where one invoice is paid. */
final readonly class PayScreen implements BillScreen
{
    public function __construct(
        private InvoiceRepository $invoices,
        private PaymentRepository $payments,
        private PaymentOnPage $page,
        private DrawsPay $draw,
    ) {
    }

    public function needs(): string
    {
        return 'billing.manage';
    }

    /** It looks after its own payment itself. */
    public function shows_money(): bool
    {
        return false;
    }

    /** Whoever comes back sees where the payment stands now, not where it stood when the tab was closed. */
    public function open(Reader $reader, Invoice $invoice, Location $location): OpenedScreen
    {
        $not_begun = $this->page->begin($reader, Wanted::one($invoice->id));
        $under_way = $invoice->status === InvoiceStatus::Issued ? $this->payments->under_way_of($invoice->id) : null;
        $payment = $under_way === null ? null : $this->page->refreshed($under_way, $reader);
        if ($payment !== null && ! $payment->payment->is_under_way) {
            $invoice = $this->invoices->get($invoice->id, $reader->viewer);
        }
        if ($payment === null && ! $invoice->is_payable()) {
            $last = array_reverse($this->payments->of_invoice($invoice->id, Viewer::system()))[0] ?? null;
            $payment = $last === null ? null : new PaymentView($last, null);
        }

        return new OpenedScreen(
            self::title($invoice),
            DocumentLanguage::of_reader(fn (DocumentLanguage $language): string => $this->draw->handle($reader, $invoice, $payment, $language, $not_begun)),
            tab: 'invoices'
        );
    }

    private static function title(Invoice $invoice): string
    {
        return sprintf(
            /* translators: %s: invoice number */
            match (true) {
                $invoice->is_pro_forma() => $invoice->is_payable() ? __('Pay pro forma invoice %s', 'counterfoil') : __('Pro forma invoice %s', 'counterfoil'),
                default => $invoice->is_payable() ? __('Pay invoice %s', 'counterfoil') : __('Invoice %s', 'counterfoil'),
            },
            (string) $invoice->number
        );
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Portal;

use Counterfoil\Invoices\DocumentLanguage;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Invoices\InvoiceStatus;
use Counterfoil\Invoices\MarkOpened;
use Counterfoil\Payments\GatewayLine;
use Counterfoil\Payments\PaymentRepository;
use Counterfoil\Payments\PaymentView;
use Counterfoil\Payments\RefreshPayment;
use Counterfoil\Payments\Wanted;
use Counterfoil\Portals\Location;
use Counterfoil\Portals\OpenedScreen;
use Counterfoil\Portals\Reader;
use Counterfoil\Portals\Screen;
use Counterfoil\Shared\Viewer;

/** Where one invoice is paid. */
final readonly class PayScreen implements Screen
{
    /** Seconds the page waits for the gateway; then it says what is known. */
    private const SECONDS = 4.0;

    public function __construct(
        private InvoiceRepository $invoices,
        private MarkOpened $mark_opened,
        private PaymentRepository $payments,
        private RefreshPayment $refresh,
        private BeginOnPage $begin,
        private GatewayLine $line,
        private DrawsPay $draw,
    ) {
    }

    public function needs(): string
    {
        return 'billing.manage';
    }

    public function fits(Location $location): bool
    {
        return $location->id !== null;
    }

    public function client_of(Location $location): ?int
    {
        return $this->invoices->client_of((int) $location->id);
    }

    /** It looks after its own payment itself. */
    public function shows_money(): bool
    {
        return false;
    }

    public function tab(Reader $reader): null
    {
        return null;
    }

    /** Whoever comes back sees where the payment stands now, not where it stood when the tab was closed. */
    public function open(Reader $reader, Location $location): OpenedScreen
    {
        $invoice = $this->invoices->get_for_client((int) $location->id, $reader->client_id);
        if ($location->is_looked_at) {
            $this->mark_opened->handle($invoice, $reader->viewer->actor);
        }
        $not_begun = $this->begin->handle($reader, Wanted::one($invoice->id));
        $under_way = $invoice->status === InvoiceStatus::Issued ? $this->payments->under_way_of($invoice->id) : null;
        $payment = $under_way === null ? null : $this->line->within(self::SECONDS, fn (): PaymentView => $this->refresh->handle($under_way->id, $reader->viewer));
        if ($payment !== null && ! $payment->payment->is_under_way) {
            $invoice = $this->invoices->get($invoice->id, $reader->viewer);
        }
        if ($payment === null && ! $invoice->is_payable()) {
            $last = array_reverse($this->payments->of_invoice($invoice->id, Viewer::system()))[0] ?? null;
            $payment = $last === null ? null : new PaymentView($last, null);
        }

        return new OpenedScreen(
            self::title($invoice),
            fn (): string => DocumentLanguage::speak(determine_locale(), fn (DocumentLanguage $language): string => $this->draw->handle($reader, $invoice, $payment, $language, $not_begun)),
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

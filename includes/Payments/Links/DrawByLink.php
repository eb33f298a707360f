<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Links;

use Counterfoil\Invoices\DocumentLanguage;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\Portal\InvoiceScreen;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\PaymentView;
use Counterfoil\Payments\Portal\DrawPay;
use Counterfoil\Payments\Portal\DrawsPay;
use Counterfoil\Portals\Reader;

/** The pay view for the bearer of a link, and the bill below it: no address on it leads to anything else of the client. */
final readonly class DrawByLink implements DrawsPay
{
    public function __construct(private DrawPay $pay, private InvoiceScreen $bills, private LinkUrls $urls, private Bearer $bearer)
    {
    }

    public function handle(Reader $reader, Invoice $invoice, ?PaymentView $payment, DocumentLanguage $language, string $not_begun = ''): string
    {
        if ($payment !== null && $payment->payment->state->waits_for_payer() && ! self::is_of_bill_alone($payment->payment, $invoice)) {
            // Its form is for other bills too: who pays this one begins anew.
            $payment = null;
        }
        $link = $this->bearer->link->id;
        $bill = $this->urls->bill($reader->portal, $link);
        $view = $this->pay->view($reader, $invoice, $payment, $language, $not_begun, $bill)->by_link([
            'amount' => $language->numbers->money($invoice->is_payable() ? $invoice->due() : $invoice->total()),
            'bill' => '#cf-bill',
            'pdf' => $this->urls->pdf($reader->portal, $link),
            'receipt' => $payment !== null && self::is_of_bill_alone($payment->payment, $invoice) ? $this->urls->receipt($reader->portal, $link, $payment->payment->id) : null,
            'start' => LinkUrls::route($link, 'payments'),
            'refresh' => LinkUrls::route($link, 'payments/%d/refresh'),
        ]);

        return DrawPay::draw($view) . $this->bill($reader, $invoice, $language);
    }

    /** The bill without a way to pay it. */
    public function bill(Reader $reader, Invoice $invoice, DocumentLanguage $language): string
    {
        return '<div id="cf-bill" class="cf-bill" tabindex="-1">' . $this->bills->paper($reader, $invoice, $language, fn (int $file): string => $this->urls->file($reader->portal, $this->bearer->link->id, $file)) . '</div>';
    }

    /** The sum and the receipt of a payment for several bills tell of the others. */
    public static function is_of_bill_alone(Payment $payment, Invoice $invoice): bool
    {
        foreach ($payment->allocations as $allocation) {
            if ($allocation->invoice_id !== $invoice->id) {
                return false;
            }
        }

        return $payment->allocations !== [];
    }
}

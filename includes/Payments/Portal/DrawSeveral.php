<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Portal;

use Closure;
use Counterfoil\Business\Business;
use Counterfoil\Invoices\DocumentLanguage;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Payments\Methods\Consent;
use Counterfoil\Payments\Online\OfferedOnline;
use Counterfoil\Payments\PaymentResource;
use Counterfoil\Payments\PaymentState;
use Counterfoil\Payments\PaymentView;
use Counterfoil\Payments\PortalPaymentResource;
use Counterfoil\Payments\Receipts\Receipts;
use Counterfoil\Portals\PortalUrls;
use Counterfoil\Portals\Reader;
use Counterfoil\Portals\Template;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Money\Money;

/** The pay view of several bills: the same page, with a line for each. */
final readonly class DrawSeveral
{
    /**
     * @param Closure(): Calendar $calendar the business's
     * @param Closure(): Business $business
     */
    public function __construct(
        private PortalPaymentResource $payments,
        private OfferedOnline $offer,
        private PortalUrls $urls,
        private DrawPay $draw,
        private Closure $calendar,
        private Closure $business,
        private Consent $consent,
    ) {
    }

    /**
     * @param list<Invoice> $bills oldest first; none where the address names none that can be paid
     * @param string $not_begun why the payment that was to begin did not
     * @param Money|null $part what is to be paid of the one bill, where that is not all of it
     */
    public function handle(Reader $reader, array $bills, ?PaymentView $view, DocumentLanguage $language, string $not_begun, ?Money $part = null): string
    {
        $wire = $view === null ? null : $this->payments->to_wire($view);
        $state = is_string($wire['state'] ?? null) ? $wire['state'] : '';
        $message = is_string($wire['message'] ?? null) ? $wire['message'] : '';
        $payment = $view?->payment;
        $refusal = $this->refusal($bills, $not_begun, $part);
        $phase = match (true) {
            $state === 'processing', $state === 'succeeded' => $state,
            $refusal !== null => 'closed',
            default => 'start',
        };
        $sum = $payment?->state === PaymentState::Succeeded ? $payment->received : ($refusal !== null && $payment !== null ? $payment->amount : $part ?? self::sum($bills));
        $error = match (true) {
            $phase !== 'start' => '',
            $not_begun !== '' => $not_begun,
            default => $state === 'failed' ? $message : '',
        };
        $words = $phase === 'closed' ? (string) $refusal : $message;
        $notice = $phase === 'start' && $state === 'requires_action' ? $message : '';
        $business = ($this->business)();
        $total = $sum === null ? '' : $language->numbers->money($sum);
        $start = ['amount' => $part?->to_wire()];
        $ids = array_map(static fn (Invoice $bill): int => $bill->id, $bills);

        return Template::draw(__DIR__ . '/templates/pay.php', new PayView(
            phase: $phase,
            message: $words,
            error: $error,
            notice: $notice,
            number: '',
            amount: $total,
            facts: $this->facts($phase, $view, $language),
            /* translators: %s: name of the business that was paid */
            label: sprintf($phase === 'succeeded' ? __('Paid to %s', 'counterfoil') : __('Payment to %s', 'counterfoil'), $business->name),
            /* translators: %s: amount of money */
            button: sprintf(__('Pay %s', 'counterfoil'), $total),
            kind_label: __('Invoices', 'counterfoil'),
            invoice_url: $this->urls->invoices($reader->portal),
            invoice_label: __('View invoices', 'counterfoil'),
            pdf_url: '',
            receipt_url: $phase === 'succeeded' && $payment !== null && Receipts::has($payment) ? $this->urls->download($reader->portal, 'receipt', $payment->id) : null,
            portal_url: $this->urls->portal($reader->portal),
            help_email: $business->email,
            processing_heading: match (true) {
                $view?->is_unanswered === true => __('Checking your payment', 'counterfoil'),
                $payment?->expected_on === null => __('Your payment is processing', 'counterfoil'),
                default => __('Your payment is on its way', 'counterfoil'),
            },
            closed_heading: $part === null ? __('These invoices can’t be paid together', 'counterfoil') : __('Online payment isn’t available', 'counterfoil'),
            next: null,
            context: ['phase' => $phase, 'message' => $phase === 'start' ? '' : $words, 'error' => $error, 'notice' => $notice, 'gateway' => $wire['gateway'] ?? null, ...$this->draw->context($reader, $view, '/portal/payments', ['invoices' => $ids] + array_filter($start))],
            bills: array_map(fn (Invoice $bill): array => [
                'kind' => $bill->is_pro_forma() ? __('Pro forma invoice', 'counterfoil') : __('Invoice', 'counterfoil'),
                'number' => (string) $bill->number,
                'url' => $this->urls->invoice($reader->portal, $bill->id),
                'amount' => $language->numbers->money($bill->is_payable() ? $bill->due() : $bill->total()),
            ], $bills),
            consent: $phase === 'start' ? $this->consent->to_pay($ids) : null,
        ));
    }

    /** @param list<Invoice> $bills */
    private static function sum(array $bills): ?Money
    {
        $sum = null;
        foreach ($bills as $bill) {
            if ($sum !== null && $sum->currency->code !== $bill->currency->code) {
                return null;
            }
            $sum = $sum === null ? $bill->due() : $sum->plus($bill->due());
        }

        return $sum;
    }

    /**
     * @param list<Invoice> $bills
     * @return string|null why they can't be paid together; null when they can
     */
    private function refusal(array $bills, string $not_begun, ?Money $part): ?string
    {
        $sum = self::sum($bills);
        $on_their_way = $this->offer->on_their_way(array_map(static fn (Invoice $bill): int => $bill->id, $bills));
        foreach ($bills as $bill) {
            if (! $bill->is_payable()) {
                /* translators: %s: invoice number */
                return sprintf(__('There is nothing to pay on %s. Please choose again.', 'counterfoil'), $bill->number);
            }
            if (array_key_exists($bill->id, $on_their_way)) {
                /* translators: %s: invoice number */
                return sprintf(__('A payment for %s is already processing. Please check again in a minute.', 'counterfoil'), $bill->number);
            }
        }

        return match (true) {
            $bills === [] => $not_begun,
            $sum === null => __('Invoices in different currencies can’t be paid together.', 'counterfoil'),
            default => $this->offer->refusal($part ?? $sum),
        };
    }

    /** @return list<array{label: string, value: string}> */
    private function facts(string $phase, ?PaymentView $view, DocumentLanguage $language): array
    {
        $payment = $view?->payment;
        $facts = match (true) {
            $payment === null => [],
            $phase === 'processing' && $payment->expected_on !== null => [['label' => __('Expected by', 'counterfoil'), 'value' => $language->day($payment->expected_on)]],
            $phase === 'succeeded' && $payment->succeeded_at !== null => [['label' => __('Paid on', 'counterfoil'), 'value' => $language->day(($this->calendar)()->day($payment->succeeded_at))]],
            default => [],
        };

        return $facts === [] || $payment === null || $payment->method === '' ? $facts : [...$facts, ['label' => __('Payment method', 'counterfoil'), 'value' => PaymentResource::method($payment)]];
    }
}

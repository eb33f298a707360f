<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Portal;

use Closure;
use Counterfoil\Business\Business;
use Counterfoil\Business\Look;
use Counterfoil\Identity\PortalSession;
use Counterfoil\Invoices\BankTransfers;
use Counterfoil\Invoices\DocumentLanguage;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceState;
use Counterfoil\Invoices\Portal\InvoiceItem;
use Counterfoil\Invoices\Portal\InvoiceItems;
use Counterfoil\Invoices\Portal\NextToPay;
use Counterfoil\Payments\Gateway\GatewayRegistry;
use Counterfoil\Payments\Gateway\GatewaySetUp;
use Counterfoil\Payments\Methods\Consent;
use Counterfoil\Payments\Online\OfferedOnline;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\PaymentResource;
use Counterfoil\Payments\PaymentState;
use Counterfoil\Payments\PaymentView;
use Counterfoil\Payments\PortalPaymentResource;
use Counterfoil\Payments\Receipts\Receipts;
use Counterfoil\Portals\Logo;
use Counterfoil\Portals\PortalUrls;
use Counterfoil\Portals\Reader;
use Counterfoil\Portals\Template;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Rest\Routes;

/**
 * The pay view as it stands when the page is asked for. The script takes it from here; without it the
 * page still says the truth about what was paid.
 */
final readonly class DrawPay implements DrawsPay
{
    /**
     * @param Closure(): Calendar $calendar the business's
     * @param Closure(): Business $business
     * @param Closure(Money): ?Money $least the least part of what is due; null where it has to be all of it
     */
    public function __construct(
        private PortalPaymentResource $payments,
        private GatewayRegistry $gateways,
        private OfferedOnline $offer,
        private PortalUrls $urls,
        private Logo $logo,
        private NextToPay $next,
        private InvoiceItems $items,
        private BankTransfers $transfers,
        private Closure $calendar,
        private Closure $business,
        private Closure $least,
        private Consent $consent,
    ) {
    }

    public function handle(Reader $reader, Invoice $invoice, ?PaymentView $payment, DocumentLanguage $language, string $not_begun = ''): string
    {
        return self::draw($this->view($reader, $invoice, $payment, $language, $not_begun));
    }

    public static function draw(PayView $view): string
    {
        return Template::draw(__DIR__ . '/templates/pay.php', $view);
    }

    /**
     * @param string $not_begun why the payment that was to begin did not
     * @param string|null $return_url where a bank leads back to; null for the reader's own pay page
     */
    public function view(Reader $reader, Invoice $invoice, ?PaymentView $payment, DocumentLanguage $language, string $not_begun = '', ?string $return_url = null): PayView
    {
        $wire = $payment === null ? null : $this->payments->to_wire($payment, $return_url);
        $state = is_string($wire['state'] ?? null) ? $wire['state'] : '';
        $message = is_string($wire['message'] ?? null) ? $wire['message'] : '';
        $refusal = $invoice->is_payable() ? $this->offer->refusal($invoice->due()) : null;
        $phase = $this->phase($invoice, $state, $refusal);
        $business = ($this->business)();

        $words = match (true) {
            $phase === 'succeeded' && $state !== 'succeeded', $phase === 'closed', $message === '' => $refusal ?? $this->sentence($invoice, $payment?->payment),
            default => $message,
        };
        $error = $phase === 'start' && $state === 'failed' ? $message : '';
        $error = $phase === 'start' && $not_begun !== '' ? $not_begun : $error;
        $notice = $phase === 'start' && $state === 'requires_action' ? $message : '';

        return new PayView(
            $phase,
            $words,
            $error,
            $notice,
            (string) $invoice->number,
            $language->numbers->money(match (true) {
                $phase === 'processing' && $payment !== null => $payment->payment->asked_for($invoice->id),
                $invoice->is_payable() => $invoice->due(),
                default => $invoice->total(),
            }),
            $this->facts($phase, $invoice, $payment?->payment, $language),
            $phase === 'closed' && ! $invoice->is_payable() ? __('Total', 'counterfoil') : sprintf(
                $phase === 'succeeded'
                    /* translators: %s: name of the business that was paid */
                    ? __('Paid to %s', 'counterfoil')
                    /* translators: %s: name of the business that is paid */
                    : __('Payment to %s', 'counterfoil'),
                $business->name
            ),
            /* translators: %s: amount of money */
            sprintf(__('Pay %s', 'counterfoil'), $language->numbers->money($invoice->is_payable() ? $invoice->due() : $invoice->total())),
            $invoice->is_pro_forma() ? __('Pro forma invoice', 'counterfoil') : __('Invoice', 'counterfoil'),
            $this->urls->invoice($reader->portal, $invoice->id),
            $invoice->is_pro_forma() ? __('View pro forma invoice', 'counterfoil') : __('View invoice', 'counterfoil'),
            $this->urls->pdf($reader->portal, $invoice->id),
            $phase === 'succeeded' && $payment !== null && Receipts::has($payment->payment) ? $this->urls->download($reader->portal, 'receipt', $payment->payment->id) : null,
            $this->urls->portal($reader->portal),
            $business->email,
            $payment?->is_unanswered === true ? __('Checking your payment', 'counterfoil') : ($payment?->payment->expected_on === null ? __('Your payment is processing', 'counterfoil') : __('Your payment is on its way', 'counterfoil')),
            $refusal === null ? __('Nothing to pay', 'counterfoil') : __('Online payment isn’t available', 'counterfoil'),
            $phase === 'succeeded' ? $this->next($reader, $language) : null,
            ['phase' => $phase, 'message' => $phase === 'start' ? '' : $words, 'error' => $error, 'notice' => $notice, 'gateway' => $wire['gateway'] ?? null, ...$this->context($reader, $payment, "/portal/invoices/{$invoice->id}/payments")],
            $invoice->is_payable() && $this->transfers->is_offered($invoice->due()) ? $this->urls->transfer($reader->portal, $invoice->id) : null,
            part_url: $phase === 'start' && ($this->least)($invoice->due()) !== null ? $this->urls->to($reader->portal, 'pay-part', ['id' => $invoice->id]) : null,
            consent: $phase === 'start' ? $this->consent->to_pay([$invoice->id]) : null,
        );
    }

    /** @return list<array{label: string, value: string}> until when it is to be paid, or when and how it was */
    private function facts(string $phase, Invoice $invoice, ?Payment $payment, DocumentLanguage $language): array
    {
        if ($phase === 'closed' && ! $invoice->is_payable()) {
            return [];
        }
        if ($phase === 'processing' && $payment?->expected_on !== null) {
            return [
                ['label' => __('Expected by', 'counterfoil'), 'value' => $language->day($payment->expected_on)],
                ...($payment->method === '' ? [] : [['label' => __('Payment method', 'counterfoil'), 'value' => PaymentResource::method($payment)]]),
            ];
        }
        if ($phase !== 'succeeded') {
            return [['label' => __('Due date', 'counterfoil'), 'value' => $language->day($invoice->due_date)]];
        }
        $came = $payment?->state === PaymentState::Succeeded ? $payment : null;
        $at = $came->succeeded_at ?? $invoice->paid_at;
        $method = $came === null ? '' : PaymentResource::method($came);

        return [
            ...($at === null ? [] : [['label' => __('Paid on', 'counterfoil'), 'value' => $language->day(($this->calendar)()->day($at))]]),
            ...($method === '' ? [] : [['label' => __('Payment method', 'counterfoil'), 'value' => $method]]),
        ];
    }

    /** What there is to do after this one. */
    private function next(Reader $reader, DocumentLanguage $language): ?InvoiceItem
    {
        $next = $this->next->of($reader->client_id);
        $item = $next === null ? null : $this->items->one($next, $reader->portal, $language, true);

        return $item?->pay_url === null ? null : $item;
    }

    /** @return 'start'|'processing'|'succeeded'|'closed' */
    private function phase(Invoice $invoice, string $state, ?string $refusal): string
    {
        return match (true) {
            $state === 'processing' => 'processing',
            $refusal !== null => 'closed',
            $invoice->is_payable() => 'start',
            $invoice->state(($this->calendar)()->today()) === InvoiceState::Paid => 'succeeded',
            default => 'closed',
        };
    }

    private function sentence(Invoice $invoice, ?Payment $payment): string
    {
        $words = match ($invoice->state(($this->calendar)()->today())) {
            InvoiceState::Paid => __('This invoice is paid. Thank you.', 'counterfoil'),
            InvoiceState::Refunded => __('This invoice was paid and refunded. There is nothing to pay.', 'counterfoil'),
            InvoiceState::Void => __('This invoice is void. There is nothing to pay.', 'counterfoil'),
            InvoiceState::Withdrawn => __('This pro forma invoice was withdrawn. There is nothing to pay.', 'counterfoil'),
            InvoiceState::Invoiced => __('This pro forma invoice is paid. Thank you.', 'counterfoil'),
            default => '',
        };
        // They had the form open when it was closed.
        $was_ended = $payment?->state === PaymentState::Cancelled && $invoice->status->is_called_off();

        return $was_ended ? $words . ' ' . __('You weren’t charged.', 'counterfoil') : $words;
    }

    /**
     * What the script needs of any page on which something is paid.
     *
     * @param string $path of the route that begins the payment
     * @param array<string, mixed>|null $start what that is sent
     * @return array<string, mixed>
     */
    public function context(Reader $reader, ?PaymentView $payment, string $path, ?array $start = null): array
    {
        $business = ($this->business)();

        return [
            'isBusy' => false,
            'isReady' => false,
            'isStuck' => false,
            'isLong' => $payment?->payment->expected_on !== null,
            'business' => $business->name,
            'payment' => $payment === null ? 0 : $payment->payment->id,
            'startUrl' => self::of_client($reader, $path),
            'start' => $start,
            'refreshUrl' => self::of_client($reader, '/portal/payments/%d/refresh'),
            'nonce' => wp_create_nonce('wp_rest'),
            'colours' => Look::of($reader->portal, $business, $this->logo, $this->urls)->colours(),
            'left' => array_merge(...array_values(array_map(static fn (GatewaySetUp $one): array => $one->leaves_in_address(), $this->gateways->all()))),
            'words' => [
                'offline' => __('The connection was lost. Check your connection and try again. You won’t be charged twice.', 'counterfoil'),
                'stale' => __('This page has been open for too long. Please reload it and try again. You weren’t charged.', 'counterfoil'),
                'sent' => __('Your payment was sent, so you don’t need to pay again. Reload this page to see its status.', 'counterfoil'),
                'renewed' => __('This page has been open for a long time. Please enter your payment details again. You weren’t charged.', 'counterfoil'),
                'unavailable' => __('The payment form couldn’t be loaded. Check your connection, turn off ad blockers for this page and reload it.', 'counterfoil'),
                'slow' => __('This is taking longer than usual. You can close this page. We’ll email you when we receive the payment.', 'counterfoil'),
                'again' => __('Please try again or pay another way.', 'counterfoil'),
            ],
        ];
    }

    /** A route's address that goes on looking at the client whose invoice is shown. */
    private static function of_client(Reader $reader, string $path): string
    {
        $url = rest_url(Routes::NAMESPACE . $path);

        // Not add_query_arg(), which would encode the place of the id where permalinks are plain.
        return $url . (str_contains($url, '?') ? '&' : '?') . PortalSession::ARGUMENT . '=' . $reader->client_id;
    }
}

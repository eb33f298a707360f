<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Portal;

use Closure;
use Counterfoil\Business\Business;
use Counterfoil\Business\Look;
use Counterfoil\Identity\PortalSession;
use Counterfoil\Invoices\DocumentLanguage;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceState;
use Counterfoil\Payments\GatewayRegistry;
use Counterfoil\Payments\GatewaySetUp;
use Counterfoil\Payments\OfferedOnline;
use Counterfoil\Payments\PaymentView;
use Counterfoil\Payments\PortalPaymentResource;
use Counterfoil\Portals\Logo;
use Counterfoil\Portals\PortalUrls;
use Counterfoil\Portals\Reader;
use Counterfoil\Portals\Template;
use Counterfoil\Shared\Rest\Routes;

/**
 * The pay view as it stands when the page is asked for. The script takes it from here; without it the
 * page still says the truth about what was paid.
 */
final readonly class DrawPay
{
    /**
     * @param Closure(): string $today in the business's time zone
     * @param Closure(): Business $business
     */
    public function __construct(
        private PortalPaymentResource $payments,
        private GatewayRegistry $gateways,
        private OfferedOnline $offer,
        private PortalUrls $urls,
        private Logo $logo,
        private Closure $today,
        private Closure $business,
    ) {
    }

    public function handle(Reader $reader, Invoice $invoice, ?PaymentView $payment, DocumentLanguage $language): string
    {
        $wire = $payment === null ? null : $this->payments->to_wire($payment);
        $state = is_string($wire['state'] ?? null) ? $wire['state'] : '';
        $message = is_string($wire['message'] ?? null) ? $wire['message'] : '';
        $refusal = $invoice->is_payable() ? $this->offer->refusal($invoice->due()) : null;
        $phase = $this->phase($invoice, $state, $refusal);
        $due = $language->numbers->money($invoice->is_payable() ? $invoice->due() : $invoice->total());
        $business = ($this->business)();

        $words = $phase === 'closed' || $message === '' ? $refusal ?? $this->sentence($invoice) : $message;
        $error = $phase === 'start' && in_array($state, ['failed', 'requires_action'], true) ? $message : '';

        return Template::draw(__DIR__ . '/templates/pay.php', new PayView(
            $phase,
            $words,
            $error,
            (string) $invoice->number,
            $phase === 'processing' && $payment !== null ? $language->numbers->money($payment->payment->amount) : $due,
            $language->day($invoice->due_date),
            $business->name,
            /* translators: %s: amount of money */
            sprintf(__('Pay %s', 'counterfoil'), $due),
            $this->urls->invoice($reader->portal, $invoice->id),
            $this->urls->pdf($reader->portal, $invoice->id),
            $this->urls->portal($reader->portal),
            $business->email,
            $refusal === null ? __('Nothing to pay', 'counterfoil') : __('Online payment isn’t available', 'counterfoil'),
            ['phase' => $phase, 'message' => $phase === 'start' ? '' : $words, 'error' => $error, ...$this->context($reader, $payment, $invoice)],
        ));
    }

    /** @return 'start'|'processing'|'succeeded'|'closed' */
    private function phase(Invoice $invoice, string $state, ?string $refusal): string
    {
        return match (true) {
            $state === 'processing' => 'processing',
            $refusal !== null => 'closed',
            $invoice->is_payable() => 'start',
            $invoice->state(($this->today)()) === InvoiceState::Paid => 'succeeded',
            default => 'closed',
        };
    }

    private function sentence(Invoice $invoice): string
    {
        return match ($invoice->state(($this->today)())) {
            InvoiceState::Paid => __('This invoice is paid. Thank you.', 'counterfoil'),
            InvoiceState::Refunded => __('This invoice was paid and refunded. There is nothing to pay.', 'counterfoil'),
            InvoiceState::Void => __('This invoice is void. There is nothing to pay.', 'counterfoil'),
            default => '',
        };
    }

    /** @return array<string, mixed> */
    private function context(Reader $reader, ?PaymentView $payment, Invoice $invoice): array
    {
        $business = ($this->business)();

        return [
            'isBusy' => false,
            'isReady' => false,
            'payment' => $payment === null ? 0 : $payment->payment->id,
            'startUrl' => self::of_client($reader, "/portal/invoices/{$invoice->id}/payments"),
            'refreshUrl' => self::of_client($reader, '/portal/payments/%d/refresh'),
            'nonce' => wp_create_nonce('wp_rest'),
            'colours' => Look::of($reader->portal, $business, $this->logo, $this->urls)->colours(),
            'left' => array_merge(...array_values(array_map(static fn (GatewaySetUp $one): array => $one->leaves_in_address(), $this->gateways->all()))),
            'words' => [
                'offline' => __('The connection was lost. Check your connection and try again. You won’t be charged twice.', 'counterfoil'),
                'stale' => __('This page has been open for too long. Please reload it and try again.', 'counterfoil'),
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

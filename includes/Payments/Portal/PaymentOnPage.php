<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Portal;

use Counterfoil\Payments\Gateway\GatewayLine;
use Counterfoil\Payments\Online\PayInvoice;
use Counterfoil\Payments\Online\RefreshPayment;
use Counterfoil\Payments\Online\Wanted;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\PaymentView;
use Counterfoil\Portals\Reader;
use Counterfoil\Shared\DomainError;

/** What a page on which something is paid asks of the gateway before it is drawn. */
final readonly class PaymentOnPage
{
    /** Seconds the page waits for the gateway; then it says what is known. */
    private const SECONDS = 4.0;

    public function __construct(private PayInvoice $pay, private RefreshPayment $refresh, private GatewayLine $line)
    {
    }

    /**
     * Where something stands before our routes, the page's script posts to the page itself.
     *
     * @return string why it did not begin, in words; '' where it began or nobody asked
     */
    public function begin(Reader $reader, Wanted $wanted): string
    {
        $nonce = isset($_POST['_wpnonce']) && is_string($_POST['_wpnonce']) ? sanitize_key(wp_unslash($_POST['_wpnonce'])) : '';
        if (! isset($_POST['counterfoil_pay'], $_SERVER['REQUEST_METHOD']) || $_SERVER['REQUEST_METHOD'] !== 'POST' || wp_verify_nonce($nonce, 'wp_rest') === false) {
            return '';
        }
        try {
            $this->line->within(self::SECONDS, fn (): PaymentView => $this->pay->chosen($wanted, $reader->client_id, $reader->viewer->actor));
        } catch (DomainError $error) {
            return $error->getMessage();
        }

        return '';
    }

    /** As it stands now: whoever comes back sees that, not where it stood when the tab was closed. */
    public function refreshed(Payment $payment, Reader $reader): PaymentView
    {
        return $this->line->within(self::SECONDS, fn (): PaymentView => $this->refresh->handle($payment->id, $reader->viewer));
    }
}

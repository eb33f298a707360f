<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Portal;

use Counterfoil\Payments\GatewayLine;
use Counterfoil\Payments\PayInvoice;
use Counterfoil\Payments\PaymentView;
use Counterfoil\Payments\Wanted;
use Counterfoil\Portals\Reader;
use Counterfoil\Shared\DomainError;

/** Where something stands before our routes, the page's script posts to the page itself. */
final readonly class BeginOnPage
{
    /** Seconds the page waits for the gateway. */
    private const SECONDS = 4.0;

    public function __construct(private PayInvoice $pay, private GatewayLine $line)
    {
    }

    /** @return string why not, in words; '' where it began or nobody asked */
    public function handle(Reader $reader, Wanted $wanted): string
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
}

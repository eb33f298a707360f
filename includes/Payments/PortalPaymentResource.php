<?php

declare(strict_types=1);

namespace Counterfoil\Payments;

use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Payments\Gateway\GatewayRegistry;
use Counterfoil\Payments\Online\PayAddress;
use Counterfoil\Payments\Online\StopPayment;
use Counterfoil\Portals\PortalRepository;
use Counterfoil\Portals\PortalUrls;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Clock\DayFormat;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Viewer;

/** A payment as whoever pays sees it: the contract's `portalPayment`. */
final readonly class PortalPaymentResource
{
    /** Its receipt was mailed long ago. */
    private const RECEIPT_ARRIVED = '-1 day';

    public function __construct(
        private GatewayRegistry $gateways,
        private StopPayment $stop,
        private InvoiceRepository $invoices,
        private PortalRepository $portals,
        private PortalUrls $urls,
        private Clock $clock,
    ) {
    }

    /** @return array<string, mixed> */
    public function to_wire(PaymentView $view, ?string $return_url = null): array
    {
        $payment = $view->payment;
        $state = self::state($view);

        return [
            'id' => $payment->id,
            'invoice_id' => $payment->invoice_id,
            // A link's address leads back to its one bill: whoever holds it hears of no other.
            'invoices' => $return_url !== null ? [] : array_map(fn (Allocation $part): array => [
                'id' => $part->invoice_id,
                'number' => (string) $this->invoices->get($part->invoice_id, Viewer::system())->number,
                'amount' => (new Money($part->asked, $payment->amount->currency))->to_wire(),
            ], $payment->allocations),
            'state' => $state,
            'amount' => ($payment->state === PaymentState::Succeeded ? $payment->received : $payment->amount)->to_wire(),
            'message' => $this->message($view, $state),
            'expected_on' => $state === 'processing' ? $payment->expected_on : null,
            'gateway' => $this->browser($view, $return_url),
        ];
    }

    private static function state(PaymentView $view): string
    {
        $payment = $view->payment;

        return match ($payment->state) {
            PaymentState::Succeeded => 'succeeded',
            PaymentState::Processing, PaymentState::Unknown => 'processing',
            PaymentState::Cancelled => 'failed',
            default => match (true) {
                ! $payment->is_under_way => 'failed',
                $view->answer === null => 'processing',
                $payment->state === PaymentState::Intended => 'ready',
                default => $payment->state->value,
            },
        };
    }

    private function message(PaymentView $view, string $state): string
    {
        $payment = $view->payment;

        return match ($state) {
            'succeeded' => $payment->succeeded_at !== null && $payment->succeeded_at < $this->clock->now()->modify(self::RECEIPT_ARRIVED)
                ? __('Thank you. We received your payment.', 'counterfoil')
                : __('Thank you. We received your payment, and a receipt is on its way.', 'counterfoil'),
            'processing' => $view->is_unanswered || $payment->state === PaymentState::Unknown
                ? __('We’re waiting for confirmation of your payment. You don’t need to do anything, and you won’t be charged twice.', 'counterfoil')
                : self::on_its_way($payment),
            'requires_action' => __('Your bank hasn’t confirmed your last attempt. To try again, enter your payment details.', 'counterfoil'),
            'failed' => $payment->state === PaymentState::Cancelled
                ? __('This payment was canceled. You weren’t charged. Please start again.', 'counterfoil')
                : $payment->failure_in_words(),
            default => __('Enter your payment details to pay.', 'counterfoil'),
        };
    }

    private static function on_its_way(Payment $payment): string
    {
        return $payment->expected_on === null
            ? __('Your bank is still processing the payment. You can close this page. We’ll email you when we receive it.', 'counterfoil')
            : sprintf(
                /* translators: %s: date */
                __('Your payment is on its way. We expect it by %s. You can close this page and don’t need to pay again. We’ll email you when we receive it.', 'counterfoil'),
                (new DayFormat(determine_locale()))->day($payment->expected_on)
            );
    }

    /** @return array{name: string, script: string, params: object}|null */
    private function browser(PaymentView $view, ?string $return_url): ?array
    {
        $payment = $view->payment;
        if ($view->answer === null || $view->answer->client_secret === '' || ! $payment->is_under_way || ! $payment->state->waits_for_payer() || ! $this->stop->fits($payment)) {
            return null;
        }
        $gateway = $this->gateways->of($payment);
        $form = $gateway->form($view->answer, $return_url ?? PayAddress::of_payment($this->urls, $this->portals->get($this->invoices->get($payment->invoice_id, Viewer::system())->portal_id), $payment), determine_locale());

        return ['name' => $gateway->name(), 'script' => $form->script, 'params' => (object) $form->params];
    }
}

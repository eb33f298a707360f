<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Rest;

use Closure;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Payments\Gateway\GatewayLine;
use Counterfoil\Payments\Offline\OfflineMethod;
use Counterfoil\Payments\Offline\RecordOfflinePayment;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\PaymentRepository;
use Counterfoil\Payments\Refunds\Refund;
use Counterfoil\Payments\Refunds\RefundPayment;
use Counterfoil\Shared\Input;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Shared\Viewer;

final readonly class PaymentsController
{
    /** Seconds somebody of the staff waits for the gateway. */
    private const SECONDS = 20.0;

    /** @param Closure(int, Viewer): array<string, mixed> $invoice the contract's `invoice` of an id; 404 where they do not see it */
    public function __construct(private InvoiceRepository $invoices, private RecordOfflinePayment $record, private RefundPayment $refund, private PaymentRepository $payments, private GatewayLine $line, private Closure $invoice)
    {
    }

    /** @return array<string, mixed> */
    public function mark_paid(Request $request): array
    {
        $body = $request->body;
        $payment = $this->line->within(self::SECONDS, fn (): Payment => $this->record->handle(
            $this->invoices->get($request->id(), $request->viewer)->id,
            Money::from_wire($body['amount']),
            OfflineMethod::from($body['method']),
            $body['paid_on'],
            Input::line($body['reference']),
            $body['send_receipt'],
            $request->viewer->actor,
            self::key('offline', $request)
        ));

        return ($this->invoice)($payment->invoice_id, $request->viewer);
    }

    /** @return array<string, mixed> */
    public function refund(Request $request): array
    {
        $body = $request->body;
        $refund = $this->line->within(self::SECONDS, fn (): Refund => $this->refund->handle($request->id(), Money::from_wire($body['amount']), Input::line($body['reason']), $request->viewer, self::key('refund', $request)));

        return ($this->invoice)($this->payments->get($refund->payment_id, $request->viewer)->invoice_id, $request->viewer);
    }

    /** The row carries the request's own key: a request that was killed half-way and is sent again goes on where it was. */
    private static function key(string $kind, Request $request): string
    {
        return $request->idempotency_key === ''
            ? bin2hex(random_bytes(24))
            : substr(hash('sha256', implode(':', [$kind, $request->id(), get_current_user_id(), $request->idempotency_key])), 0, 48);
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Mandates;

use Counterfoil\Payments\Backoff;
use Counterfoil\Payments\Gateway\GatewayError;
use Counterfoil\Payments\Gateway\GatewayRegistry;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\PaymentMails;
use Counterfoil\Payments\PaymentRepository;
use Counterfoil\Payments\PaymentState;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;
use DateTimeImmutable;

/**
 * Tells a payer of a debit that was begun: the SEPA rulebook wants each debit announced, with the last four digits of
 * the account, the mandate's reference, the amount, the creditor's id and an address to write to. The mandate's text
 * shortens the time before the debit to two days. Bacs has mails of its own with an approved text, which the gateway sends.
 *
 * Source: SEPA Direct Debit Core Rulebook (EPC016-06), "Pre-notification"; Bacs: the Direct Debit Guarantee's advance notice.
 */
final readonly class AnnounceDebit
{
    public const JOB = 'mandates.announce';

    private const MOST_ATTEMPTS = 10;

    public function __construct(private Changes $changes, private Clock $clock, private PaymentRepository $payments, private GatewayRegistry $gateways, private PaymentMails $mails)
    {
    }

    /**
     * @param int $attempt 1 for the first time
     * @return DateTimeImmutable|null when to ask again; null once it is told, or has no mandate
     */
    public function handle(int $payment_id, int $attempt): ?DateTimeImmutable
    {
        $payment = $this->payments->find($payment_id, Viewer::system());
        if ($payment?->gateway_payment_id === null || ! in_array($payment->state, [PaymentState::Processing, PaymentState::Succeeded], true)) {
            return null;
        }
        try {
            $gateway = $this->gateways->of($payment);
            $mandate = $gateway instanceof ShowsMandates ? $gateway->mandate_of($payment->gateway_payment_id) : null;
        } catch (GatewayError | DomainError) {
            return $attempt < self::MOST_ATTEMPTS ? Backoff::after($this->clock->now(), $attempt) : null;
        }
        if ($mandate !== null) {
            $this->tell($payment, $mandate);
        }

        return null;
    }

    private function tell(Payment $payment, Mandate $mandate): void
    {
        $this->changes->run(Actor::system(), function (Change $change) use ($payment, $mandate): void {
            $this->mails->announced($change, $payment, $mandate);
            $change->event('payment.debit_announced', $payment->subjects(), $payment->client_id, ['payment_id' => $payment->id, 'amount' => $payment->amount->amount, 'currency' => $payment->amount->currency->code, 'reference' => $mandate->reference]);
        });
    }
}

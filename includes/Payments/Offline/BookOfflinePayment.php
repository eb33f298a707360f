<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Offline;

use Counterfoil\Payments\AllocateMoney;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\PaymentMails;
use Counterfoil\Payments\PaymentRepository;
use Counterfoil\Payments\SettlePayment;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Database\UniqueViolation;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Viewer;
use DateTimeImmutable;

/**
 * Books money that came outside of any gateway, and tells of it: part of the change that is under way. Its caller holds the
 * invoices' rows (PaymentRepository::lock_invoices) and has asked whether each of them takes its part.
 */
final readonly class BookOfflinePayment
{
    public function __construct(private PaymentRepository $payments, private AllocateMoney $allocate, private PaymentMails $mails)
    {
    }

    /**
     * @param array<int, int> $asks minor units by invoice; what is over of the amount is the client's credit
     * @param string $key recorded once, however often it is sent; 64 characters at most
     * @throws UniqueViolation when this key was recorded already
     */
    public function handle(Change $change, array $asks, int $client_id, Money $amount, OfflineMethod $method, DateTimeImmutable $paid_at, string $reference, bool $send_receipt, string $key): Payment
    {
        $id = $this->payments->record_offline($asks, $client_id, $amount, $method, $reference, $send_receipt, $paid_at, $key);
        $payment = $this->payments->get($id, Viewer::system());
        $change->event('payment.recorded_offline', $asks === [] ? [['client', $client_id], ['payment', $id]] : $payment->subjects(), $client_id, [
            'payment_id' => $id,
            'amount' => $amount->amount,
            'currency' => $amount->currency->code,
            'method' => $method->value,
        ]);
        $settled = $this->allocate->came($change, $payment, 'payment.recorded');
        $flag = $settled->flag();
        if ($flag !== null) {
            $this->payments->note($id, ['flag' => $flag->value]);
            $payment = $this->payments->get($id, Viewer::system());
            $change->event('payment.flagged', $payment->subjects(), $payment->client_id, ['payment_id' => $id, ...$payment->flag_facts()]);
            $this->mails->unusual($change, $payment, $settled->after);
        }
        if ($asks === []) {
            $this->mails->prepayment($change, $payment);
        } elseif (! $settled->is_told()) {
            $this->mails->receipt($change, $payment, $settled->untold());
        }
        /** This hook is documented in SettlePayment. */
        $change->hook('payment_succeeded', $id);

        return $this->payments->get($id, Viewer::system());
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Credit;

use Counterfoil\Clients\ClientRepository;
use Counterfoil\Payments\AllocateMoney;
use Counterfoil\Payments\OfflineMethod;
use Counterfoil\Payments\PaidOn;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\PaymentMails;
use Counterfoil\Payments\PaymentRepository;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\Database\UniqueViolation;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Viewer;

/** Records money that came outside of any gateway and for no invoice yet: it is the client's credit. */
final readonly class RecordPrepayment
{
    public function __construct(
        private Changes $changes,
        private ClientRepository $clients,
        private PaymentRepository $payments,
        private AllocateMoney $allocate,
        private PaidOn $paid_on,
        private PaymentMails $mails,
    ) {
    }

    /**
     * @param string $paid_on day in the business's time zone
     * @param string $key recorded once, however often it is sent; 64 characters at most
     * @throws DomainError 400 naming the field, 404
     */
    public function handle(int $client_id, Money $amount, OfflineMethod $method, string $paid_on, string $reference, Viewer $viewer, string $key, bool $send_receipt = false): Payment
    {
        $recorded = $this->payments->find_by_key($key);
        if ($recorded !== null) {
            return $recorded;
        }
        $client = $this->clients->get($client_id, $viewer);
        if ($amount->amount < 1) {
            throw DomainError::invalid(__('Enter an amount greater than zero.', 'counterfoil'), '/amount/amount');
        }
        $paid_at = $this->paid_on->moment($paid_on);
        try {
            return $this->changes->run($viewer->actor, function (Change $change) use ($client, $amount, $method, $paid_at, $reference, $key, $send_receipt): Payment {
                $id = $this->payments->record_offline([], $client->id, $amount, $method, $reference, $send_receipt, $paid_at, $key);
                $payment = $this->payments->get($id, Viewer::system());
                $change->event('payment.recorded_offline', [['client', $client->id], ['payment', $id]], $client->id, [
                    'payment_id' => $id,
                    'amount' => $amount->amount,
                    'currency' => $amount->currency->code,
                    'method' => $method->value,
                ]);
                $this->allocate->came($change, $payment, 'payment.recorded');
                $this->mails->prepayment($change, $payment);
                /** This hook is documented in SettlePayment. */
                $change->hook('payment_succeeded', $id);

                return $payment;
            });
        } catch (UniqueViolation $error) {
            return $this->payments->find_by_key($key) ?? throw $error;
        }
    }
}

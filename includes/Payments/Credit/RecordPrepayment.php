<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Credit;

use Counterfoil\Clients\ClientRepository;
use Counterfoil\Payments\Offline\BookOfflinePayment;
use Counterfoil\Payments\Offline\OfflineMethod;
use Counterfoil\Payments\PaidOn;
use Counterfoil\Payments\Payment;
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
        private BookOfflinePayment $book,
        private PaidOn $paid_on,
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
            return $this->changes->run($viewer->actor, fn (Change $change): Payment => $this->book->handle($change, [], $client->id, $amount, $method, $paid_at, $reference, $send_receipt, $key));
        } catch (UniqueViolation $error) {
            return $this->payments->find_by_key($key) ?? throw $error;
        }
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Payments;

use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Money\Money;
use DateTimeImmutable;

/** Money that was asked for or came, for one invoice. */
final readonly class Payment
{
    public const OFFLINE = 'offline';

    private function __construct(
        public int $id,
        public int $invoice_id,
        public int $client_id,
        /** The name its module contributes it by, or OFFLINE */
        public string $gateway,
        /** "test", "live", "offline" */
        public string $mode,
        /** The gateway's account it belongs to; "" offline */
        public string $account,
        public ?string $gateway_payment_id,
        /** It may still take money; an invoice has one of these at most */
        public bool $is_under_way,
        public PaymentState $state,
        /** Asked for */
        public Money $amount,
        /** Came, in the invoice's currency */
        public Money $received,
        /** Went back or is about to */
        public Money $refunded,
        public string $idempotency_key,
        /** "Visa 4242"; of offline payments the method's name, "bank_transfer". PaymentResource::method() says it to people */
        public string $method,
        public string $reference,
        /** A FailureReason's value, or "" */
        public string $failure_code,
        /** What the gateway said, for staff */
        public string $failure,
        public string $flag,
        public bool $send_receipt,
        public int $checks,
        public DateTimeImmutable $created_at,
        public ?DateTimeImmutable $succeeded_at,
    ) {
    }

    /** @param array<string, string|null> $row */
    public static function from_row(array $row): self
    {
        $money = static fn (string $column): Money => Money::of((int) $row[$column], (string) $row['currency']);

        return new self(
            (int) $row['id'],
            (int) $row['invoice_id'],
            (int) $row['client_id'],
            (string) $row['gateway'],
            (string) $row['mode'],
            (string) $row['account'],
            $row['gateway_payment_id'],
            $row['under_way'] !== null,
            PaymentState::from((string) $row['state']),
            $money('amount'),
            $money('received'),
            $money('refunded'),
            (string) $row['idempotency_key'],
            (string) $row['method'],
            (string) $row['reference'],
            (string) $row['failure_code'],
            (string) $row['failure'],
            (string) $row['flag'],
            (bool) (int) $row['send_receipt'],
            (int) $row['checks'],
            Timestamps::from_row((string) $row['created_at']),
            $row['succeeded_at'] === null ? null : Timestamps::from_row($row['succeeded_at']),
        );
    }

    public function is_offline(): bool
    {
        return $this->gateway === self::OFFLINE;
    }

    /** Given to the gateway with the payment: it shows that what it answers later is this one. */
    public function token(): string
    {
        return substr(hash('sha256', "payment:{$this->idempotency_key}"), 0, 32);
    }

    public function failure_in_words(): string
    {
        return $this->failure_code === '' ? '' : FailureReason::of($this->failure_code)->words();
    }
}

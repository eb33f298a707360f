<?php

declare(strict_types=1);

namespace Counterfoil\Payments;

use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Money\Money;
use DateTimeImmutable;

/** Money that was asked for or came: for an invoice, for several, or for none yet. */
final readonly class Payment
{
    public const OFFLINE = 'offline';
    /** Begins the key of one that was recorded from a line of a bank statement. */
    public const OF_STATEMENT = 'bank_entry:';

    /** @param list<Allocation> $allocations */
    private function __construct(
        public int $id,
        /** What it is for, oldest first */
        public array $allocations,
        /** The invoice it was begun for, the first of several; 0 for none */
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
        /** Was taken back by the payer's bank and has not come again */
        public Money $reversed,
        public string $idempotency_key,
        /** "Visa 4242"; of offline payments the method's name, "bank_transfer". PaymentResource::method() says it to people */
        public string $method,
        public string $reference,
        /** A FailureReason's value, or "" */
        public string $failure_code,
        /** What the gateway said, for staff */
        public string $failure,
        public ?PaymentFlag $flag,
        /** What the gateway took, where that is not what was asked for; minor units of $took_currency */
        private int $took,
        private string $took_currency,
        public bool $send_receipt,
        public DateTimeImmutable $created_at,
        public ?DateTimeImmutable $succeeded_at,
        /** The business's day on which its money came, "2026-03-31" */
        public ?string $received_on,
        /** While it is with a bank: the day by which it is known whether the money came, "2026-03-31" */
        public ?string $expected_on,
        /** Whether the payer's bank may take it back weeks later */
        public bool $can_be_returned,
        /** Whether the payer chose to pay less than is due */
        public bool $is_part,
        /** The kept method that is charged without the client being there; null where the payer chose one */
        public ?int $method_id,
        /** When the gateway was last asked to charge it */
        public ?DateTimeImmutable $asked_at,
        /** Version of what the payer was told, where the method is kept that it is paid with; 0 where it is not */
        public int $consent,
    ) {
    }

    /**
     * @param array<string, string|null> $row
     * @param list<Allocation> $allocations
     */
    public static function from_row(array $row, array $allocations): self
    {
        $money = static fn (string $column): Money => Money::of((int) $row[$column], (string) $row['currency']);

        return new self(
            (int) $row['id'],
            $allocations,
            $allocations[0]->invoice_id ?? 0,
            (int) $row['client_id'],
            (string) $row['gateway'],
            (string) $row['mode'],
            (string) $row['account'],
            $row['gateway_payment_id'],
            array_filter($allocations, static fn (Allocation $allocation): bool => $allocation->is_under_way) !== [],
            PaymentState::from((string) $row['state']),
            $money('amount'),
            $money('received'),
            $money('refunded'),
            $money('reversed'),
            (string) $row['idempotency_key'],
            (string) $row['method'],
            (string) $row['reference'],
            (string) $row['failure_code'],
            (string) $row['failure'],
            PaymentFlag::tryFrom((string) $row['flag']),
            (int) $row['took'],
            (string) $row['took_currency'],
            (bool) (int) $row['send_receipt'],
            Timestamps::from_row((string) $row['created_at']),
            $row['succeeded_at'] === null ? null : Timestamps::from_row($row['succeeded_at']),
            $row['received_on'],
            $row['expected_on'],
            (bool) (int) $row['returnable'],
            (bool) (int) $row['part'],
            $row['method_id'] === null ? null : (int) $row['method_id'],
            $row['asked_at'] === null ? null : Timestamps::from_row($row['asked_at']),
            (int) $row['consent'],
        );
    }

    /**
     * What of it is the client's credit and lies on no invoice, in minor units.
     *
     * @param array<int, int> $taken AllocationRepository::taken_back()
     */
    public function on_no_invoice(array $taken): int
    {
        $on_invoices = array_sum(array_map(static fn (Allocation $allocation): int => $allocation->amount, $this->allocations));

        return $this->received->amount - $on_invoices - ($this->refunded->amount + $this->reversed->amount - array_sum($taken));
    }

    /** What of it is to be for an invoice. */
    public function asked_for(int $invoice_id): Money
    {
        foreach ($this->allocations as $allocation) {
            if ($allocation->invoice_id === $invoice_id) {
                return new Money($allocation->asked, $this->amount->currency);
            }
        }

        return $this->amount;
    }

    /** A kept method is charged; nobody has to be there. */
    public function is_charge(): bool
    {
        return $this->method_id !== null;
    }

    /** The method it is paid with is kept, to be charged again. */
    public function keeps_method(): bool
    {
        return $this->consent > 0;
    }

    public function is_offline(): bool
    {
        return $this->gateway === self::OFFLINE;
    }

    /** It was recorded from a line of a bank statement: there it is undone, with its match. */
    public function is_of_statement(): bool
    {
        return str_starts_with($this->idempotency_key, self::OF_STATEMENT);
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

    /** What is unusual about it, or "". */
    public function flag_in_words(): string
    {
        return (string) $this->flag?->words($this->amount, $this->took, $this->took_currency);
    }

    /** @return array<string, string|int> the flag's facts, for an event */
    public function flag_facts(): array
    {
        return ['flag' => $this->flag->value ?? '', 'amount' => $this->amount->amount, 'currency' => $this->amount->currency->code, 'took' => $this->took, 'took_currency' => $this->took_currency];
    }

    /** @return non-empty-list<array{string, int}> what an event about it is about: its invoices, and itself */
    public function subjects(): array
    {
        return [...array_map(static fn (Allocation $allocation): array => ['invoice', $allocation->invoice_id], $this->allocations), ['payment', $this->id]];
    }
}

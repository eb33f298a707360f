<?php

declare(strict_types=1);

namespace Counterfoil\Reports\Accountant\Parts;

use Closure;
use Counterfoil\Documents\DocumentKind;
use Counterfoil\Payments\Numbers\ReceiptNumbers;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\PaymentRepository;
use Counterfoil\Payments\Received\PaymentFilter;
use Counterfoil\Payments\Received\PaymentRowResource;
use Counterfoil\Payments\Received\ReceivedQuery;
use Counterfoil\Payments\Refunds\Refund;
use Counterfoil\Payments\Refunds\RefundsInPeriod;
use Counterfoil\Payments\Reversals\Reversal;
use Counterfoil\Payments\Reversals\ReversalsInPeriod;
use Counterfoil\Payments\Reversals\ReversalWords;
use Counterfoil\Reports\Accountant\Export;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Database\Keyset;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Viewer;

/** Money that came, and after it money that went back, which is below zero. */
final readonly class MoneyRows
{
    /** @param Closure(): Calendar $calendar */
    public function __construct(
        private ReceivedQuery $received,
        private RefundsInPeriod $refunds,
        private ReversalsInPeriod $reversals,
        private PaymentRepository $payments,
        private PaymentRowResource $resource,
        private Closure $calendar,
        private ReceiptNumbers $numbers,
    ) {
    }

    /** @return list<string> */
    public static function head(): array
    {
        return [
            __('Type', 'counterfoil'),
            __('Number', 'counterfoil'),
            __('Date', 'counterfoil'),
            __('Client', 'counterfoil'),
            __('Invoices', 'counterfoil'),
            __('Payment method', 'counterfoil'),
            __('Reference', 'counterfoil'),
            __('Currency', 'counterfoil'),
            __('Amount', 'counterfoil'),
        ];
    }

    /** Which payments an export has, and in which order. */
    public static function order(): Keyset
    {
        return new Keyset('succeeded_at');
    }

    public static function filter(Export $export): PaymentFilter
    {
        return new PaymentFilter($export->from, $export->to);
    }

    /**
     * @param list<int|string>|null $after
     * @return array{rows: list<list<string|Money>>, next: list<int|string>|null}
     */
    public function payments(Export $export, int $limit, ?array $after): array
    {
        ['payments' => $payments, 'next' => $next] = $this->received->page(self::filter($export), Viewer::system(), self::order(), $limit, $after);
        $rows = array_map(static fn (Payment $payment, array $row): array => [
            __('Payment', 'counterfoil'),
            $row['receipt'],
            $row['received_on'],
            ...self::details($row),
            Money::from_wire($row['received']),
        ], $payments, $this->resource->to_wire($payments));

        return ['rows' => $rows, 'next' => $next];
    }

    /**
     * @param list<int|string>|null $after
     * @return array{rows: list<list<string|Money>>, next: list<int|string>|null}
     */
    public function refunds(Export $export, int $limit, ?array $after): array
    {
        ['refunds' => $refunds, 'next' => $next] = $this->refunds->page($export->from, $export->to, Viewer::system(), $limit, $after);
        $payments = $this->payments->by_ids(array_values(array_unique(array_map(static fn (Refund $refund): int => $refund->payment_id, $refunds))), Viewer::system());
        $details = array_column($this->resource->to_wire(array_values($payments)), null, 'id');
        $calendar = ($this->calendar)();
        $numbers = $this->numbers->of_many(DocumentKind::Refund, array_map(static fn (Refund $refund): int => $refund->id, $refunds));
        $rows = array_map(static fn (Refund $refund): array => [
            __('Refund', 'counterfoil'),
            $numbers[$refund->id] ?? '',
            $calendar->day($refund->created_at),
            ...self::details($details[$refund->payment_id]),
            new Money(-$refund->amount->amount, $refund->amount->currency),
        ], $refunds);

        return ['rows' => $rows, 'next' => $next];
    }

    /**
     * What banks took back, and payments that were recorded by mistake.
     *
     * @param list<int|string>|null $after
     * @return array{rows: list<list<string|Money>>, next: list<int|string>|null}
     */
    public function taken_back(Export $export, int $limit, ?array $after): array
    {
        return $this->reversed('created_at', $export, $limit, $after);
    }

    /**
     * What of it came again.
     *
     * @param list<int|string>|null $after
     * @return array{rows: list<list<string|Money>>, next: list<int|string>|null}
     */
    public function came_again(Export $export, int $limit, ?array $after): array
    {
        return $this->reversed('restored_at', $export, $limit, $after);
    }

    /**
     * @param 'created_at'|'restored_at' $by
     * @param list<int|string>|null $after
     * @return array{rows: list<list<string|Money>>, next: list<int|string>|null}
     */
    private function reversed(string $by, Export $export, int $limit, ?array $after): array
    {
        ['reversals' => $reversals, 'next' => $next] = $this->reversals->page($by, $export->from, $export->to, Viewer::system(), $limit, $after);
        $payments = $this->payments->by_ids(array_values(array_unique(array_map(static fn (Reversal $reversal): int => $reversal->payment_id, $reversals))), Viewer::system());
        $details = array_column($this->resource->to_wire(array_values($payments)), null, 'id');
        $calendar = ($this->calendar)();
        $comes_again = $by === 'restored_at';
        $rows = array_map(static fn (Reversal $reversal): array => [
            $comes_again ? __('Received again', 'counterfoil') : ReversalWords::what($reversal),
            $details[$reversal->payment_id]['receipt'],
            $calendar->day($comes_again ? $reversal->restored_at ?? $reversal->created_at : $reversal->created_at),
            ...self::details($details[$reversal->payment_id]),
            new Money(($comes_again ? 1 : -1) * $reversal->amount->amount, $reversal->amount->currency),
        ], $reversals);

        return ['rows' => $rows, 'next' => $next];
    }

    /**
     * @param array<string, mixed> $row of the payment
     * @return list<string>
     */
    private static function details(array $row): array
    {
        return [$row['client']['name'], implode(', ', array_column($row['invoices'], 'number')), $row['method'], $row['reference'], $row['received']['currency']];
    }
}

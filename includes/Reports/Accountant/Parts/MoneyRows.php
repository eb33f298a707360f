<?php

declare(strict_types=1);

namespace Counterfoil\Reports\Accountant\Parts;

use Closure;
use Counterfoil\Documents\DocumentKind;
use Counterfoil\Payments\Numbers\ReceiptNumbers;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\PaymentFilter;
use Counterfoil\Payments\PaymentRepository;
use Counterfoil\Payments\PaymentRowResource;
use Counterfoil\Payments\ReceivedQuery;
use Counterfoil\Payments\Refund;
use Counterfoil\Payments\RefundsInPeriod;
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
     * @param array<string, mixed> $row of the payment
     * @return list<string>
     */
    private static function details(array $row): array
    {
        return [$row['client']['name'], implode(', ', array_column($row['invoices'], 'number')), $row['method'], $row['reference'], $row['received']['currency']];
    }
}

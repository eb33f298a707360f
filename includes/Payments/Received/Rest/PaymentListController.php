<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Received\Rest;

use Closure;
use Counterfoil\Payments\Received\PaymentExport;
use Counterfoil\Payments\Received\PaymentFilter;
use Counterfoil\Payments\Received\PaymentRowResource;
use Counterfoil\Payments\Received\ReceivedQuery;
use Counterfoil\Shared\Rest\CsvFile;
use Counterfoil\Shared\Rest\Cursor;
use Counterfoil\Shared\Rest\Request;

final readonly class PaymentListController
{
    private const LIST = 'payments';

    /** @param Closure(): string $today in the business's time zone */
    public function __construct(private ReceivedQuery $received, private PaymentRowResource $rows, private PaymentExport $export, private Closure $today)
    {
    }

    /** @return array<string, mixed> */
    public function list(Request $request): array
    {
        $order = ReceivedQuery::order($request->query);
        ['payments' => $payments, 'next' => $next] = $this->received->page(PaymentFilter::from_query($request->query), $request->viewer, $order, $request->per_page(), $request->after($order->name(self::LIST)));

        return ['items' => $this->rows->to_wire($payments), 'next_cursor' => Cursor::next($order->name(self::LIST), $next)];
    }

    /** @return array<string, mixed> */
    public function summary(Request $request): array
    {
        return $this->received->tally(PaymentFilter::from_query($request->query), $request->viewer);
    }

    public function export(Request $request): CsvFile
    {
        return $this->export->handle(PaymentFilter::from_query($request->query), $request->viewer, ReceivedQuery::order($request->query), ($this->today)());
    }
}

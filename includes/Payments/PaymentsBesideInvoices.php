<?php

declare(strict_types=1);

namespace Counterfoil\Payments;

use Closure;
use Counterfoil\Invoices\Lists\PaymentsInLists;
use Counterfoil\Invoices\OnItsWay;
use Counterfoil\Payments\Disputes\DisputeRepository;
use Counterfoil\Shared\Database\Database;

/** What a list of invoices shows of their payments: read along with its rows where one word says it, and for those alone that need more. */
final readonly class PaymentsBesideInvoices implements PaymentsInLists
{
    /**
     * @param Closure(): UnderWayQuery $under_way
     * @param Closure(): DisputeRepository $disputes
     */
    public function __construct(private Database $database, private Closure $under_way, private Closure $disputes)
    {
    }

    public function is_under_way(string $invoice_id): string
    {
        return "(SELECT 1 FROM {$this->database->table('payment_allocations')} WHERE under_way = {$invoice_id})";
    }

    public function is_any_disputed(): string
    {
        return "(SELECT 1 FROM {$this->database->table('disputes')} WHERE " . DisputeRepository::UNDECIDED . ' LIMIT 1)';
    }

    public function expected_on(array $invoice_ids): array
    {
        return array_map(static fn (OnItsWay $payment): ?string => $payment->expected_on, ($this->under_way)()->on_their_way($invoice_ids));
    }

    public function disputed(array $invoice_ids): array
    {
        return $invoice_ids === [] ? [] : ($this->disputes)()->among($invoice_ids);
    }
}

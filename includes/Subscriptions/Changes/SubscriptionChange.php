<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Changes;

use Counterfoil\Invoices\CreditNotes\CreditExtent;
use Counterfoil\Invoices\CreditNotes\CreditPart;
use Counterfoil\Invoices\CreditNotes\Surplus;

/** A change that makes days useless which were billed already. */
final readonly class SubscriptionChange
{
    /** @param array<int, CreditExtent> $credits by invoice */
    private function __construct(
        public int $id,
        public int $subscription_id,
        public ChangeKind $kind,
        /** The first day that is credited, "2026-03-31" */
        public string $day,
        public Surplus $surplus_to,
        /** The bill of what comes in their stead; null where nothing does */
        public ?int $renewal_id,
        public bool $is_settled,
        /** Why it can't be credited, or "" */
        public string $blocked,
        public array $credits,
    ) {
    }

    /**
     * @param array<string, string|null> $row
     * @param list<array<string, string|null>> $credits
     */
    public static function from_row(array $row, array $credits): self
    {
        $parts = [];
        foreach ($credits as $credit) {
            $parts[(int) $credit['invoice_id']][] = new CreditPart((int) $credit['line'], (int) $credit['days'], (int) $credit['of_days'], (string) $credit['description']);
        }

        return new self(
            (int) $row['id'],
            (int) $row['subscription_id'],
            ChangeKind::from((string) $row['kind']),
            (string) $row['day'],
            Surplus::from((string) $row['surplus_to']),
            $row['renewal_id'] === null ? null : (int) $row['renewal_id'],
            (bool) (int) $row['is_settled'],
            (string) $row['blocked'],
            array_map(CreditExtent::parts(...), $parts),
        );
    }
}

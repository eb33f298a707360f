<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Portal;

use Counterfoil\Invoices\Portal\InvoicesView;

/** One subscription. */
final readonly class SubscriptionView
{
    /**
     * @param list<array{label: string, value: string}> $facts
     * @param list<array{what: string, amount: string}> $items
     * @param list<array{label: string, amount: string}> $sums tax and total, where they are not the items' own, and what a coupon makes of them
     * @param list<string> $news what is to be said of a request or of the end, the first one the news itself; none for nothing
     */
    public function __construct(
        public SubscriptionRow $row,
        /** "€123.00 every month" */
        public string $headline,
        public array $facts,
        public array $items,
        public array $sums,
        /** "20% off for the next 3 billing periods."; empty without a coupon */
        public string $coupon,
        public array $news,
        /** Whether the reader can withdraw the open request */
        public bool $can_withdraw,
        public string $back_url,
        public string $form_url,
        public string $nonce,
        public string $done,
        public string $error,
        /** Null for readers who may not see bills */
        public ?InvoicesView $invoices,
    ) {
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Portal\Views;

use Counterfoil\Invoices\Portal\InvoicesView;

/** What people of a suspended client see in place of the portal. */
final readonly class SuspendedView
{
    /** @param list<array{label: string, url: string}> $pay_all "Pay all 3: €369.00", one for each currency */
    public function __construct(
        /** Why, in the agency's words; may have line breaks */
        public string $words,
        /** What is still to be paid, the longest due first */
        public InvoicesView $open,
        public array $pay_all,
        /** The business's own address; may be empty */
        public string $email,
    ) {
    }
}

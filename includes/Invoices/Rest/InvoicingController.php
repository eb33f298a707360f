<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Rest;

use Counterfoil\Invoices\InvoicingRepository;
use Counterfoil\Invoices\UpdateInvoicing;
use Counterfoil\Shared\Rest\Request;

/** How new invoices are made. */
final readonly class InvoicingController
{
    public function __construct(private InvoicingRepository $invoicings, private UpdateInvoicing $update)
    {
    }

    /** @return array<string, mixed> */
    public function get(): array
    {
        $invoicing = $this->invoicings->get();

        return [
            'due_days' => $invoicing->due_days,
            'tax_name' => $invoicing->tax_name,
            'tax_rate' => $invoicing->tax_rate,
            'tax_mode' => $invoicing->tax_mode,
            'bill_as' => $invoicing->bill_as->value,
        ];
    }

    /** @return array<string, mixed> */
    public function update(Request $request): array
    {
        $this->update->handle($request->body, $request->viewer->actor);

        return $this->get();
    }
}

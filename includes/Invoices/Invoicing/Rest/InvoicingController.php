<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Invoicing\Rest;

use Counterfoil\Business\TaxRateRepository;
use Counterfoil\Invoices\Invoicing\InvoicingRepository;
use Counterfoil\Invoices\Invoicing\UpdateInvoicing;
use Counterfoil\Shared\Rest\Request;

/** How new invoices are made. */
final readonly class InvoicingController
{
    public function __construct(private InvoicingRepository $invoicings, private UpdateInvoicing $update, private TaxRateRepository $rates)
    {
    }

    /** @return array<string, mixed> */
    public function get(): array
    {
        $invoicing = $this->invoicings->get();

        return [
            'due_days' => $invoicing->due_days,
            'tax_mode' => $invoicing->tax_mode,
            'bill_as' => $invoicing->bill_as->value,
            'tax' => $this->rates->usual()?->to_array(),
        ];
    }

    /** @return array<string, mixed> */
    public function update(Request $request): array
    {
        $this->update->handle($request->body, $request->viewer->actor);

        return $this->get();
    }
}

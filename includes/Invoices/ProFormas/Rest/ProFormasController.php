<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\ProFormas\Rest;

use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Invoices\InvoiceResource;
use Counterfoil\Invoices\ProFormas\WithdrawProForma;
use Counterfoil\Shared\Input;
use Counterfoil\Shared\Rest\Request;

/** What is done with a pro-forma and not with an invoice. */
final readonly class ProFormasController
{
    public function __construct(private InvoiceRepository $invoices, private WithdrawProForma $withdraw, private InvoiceResource $resource)
    {
    }

    /** @return array<string, mixed> */
    public function withdraw(Request $request): array
    {
        $seen = $this->invoices->get($request->id(), $request->viewer);

        return $this->resource->to_wire($this->withdraw->handle($seen->id, $request->viewer->actor, Input::line($request->body['reason']), $request->body['tell']));
    }
}

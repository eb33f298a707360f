<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Design\Rest;

use Counterfoil\Documents\PaperDesign;
use Counterfoil\Documents\Pdf;
use Counterfoil\Documents\PdfFont;
use Counterfoil\Invoices\Design\SampleInvoice;
use Counterfoil\Shared\Rest\Request;

/** What a design would look like; nothing is saved. */
final readonly class DesignController
{
    public function __construct(private SampleInvoice $sample, private PdfFont $font)
    {
    }

    /** @return array<string, mixed> the contract's paper */
    public function preview(Request $request): array
    {
        return ['document' => $this->sample->paper(PaperDesign::from_wire($request->body['design']), $request->body['locale'])->to_wire()];
    }

    /** @return array<string, mixed> the contract's drawing */
    public function draw(Request $request): array
    {
        return Pdf::drawing($this->sample->paper(PaperDesign::from_wire($request->body['design']), $request->body['locale']), $this->font);
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Business\Rest;

use Counterfoil\Brand\Contrast;
use Counterfoil\Business\BusinessRepository;
use Counterfoil\Business\UpdateBusiness;
use Counterfoil\Invoices\InvoicingRepository;
use Counterfoil\Invoices\UpdateInvoicing;
use Counterfoil\Portals\PortalRepository;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\MediaLibrary;
use Counterfoil\Shared\Rest\Request;

final readonly class BusinessController
{
    public function __construct(
        private BusinessRepository $businesses,
        private PortalRepository $portals,
        private InvoicingRepository $invoicings,
        private MediaLibrary $media,
        private UpdateBusiness $update_business,
        private UpdateInvoicing $update_invoicing,
    ) {
    }

    /** @return array<string, mixed> */
    public function business(): array
    {
        $portal = $this->portals->default();
        $text = Contrast::text_on($portal->colour);

        return [
            ...$this->businesses->get()->to_array(),
            'colour' => $portal->colour,
            'logo' => $this->media->to_wire($portal->logo_id),
            'text_on_colour' => $text,
            // Rounded down: 4.49 is not 4.5.
            'contrast' => number_format(floor(Contrast::ratio($text, $portal->colour) * 10) / 10, 1, '.', ''),
        ];
    }

    /** @return array<string, mixed> */
    public function update_business(Request $request): array
    {
        $this->update_business->handle($request->body, Actor::current_staff());

        return $this->business();
    }

    /** @return array<string, mixed> */
    public function invoicing(): array
    {
        return get_object_vars($this->invoicings->get());
    }

    /** @return array<string, mixed> */
    public function update_invoicing(Request $request): array
    {
        $this->update_invoicing->handle($request->body, Actor::current_staff());

        return $this->invoicing();
    }
}

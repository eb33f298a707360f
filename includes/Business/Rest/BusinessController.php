<?php

declare(strict_types=1);

namespace Counterfoil\Business\Rest;

use Counterfoil\Business\BusinessRepository;
use Counterfoil\Business\UpdateBusiness;
use Counterfoil\Portals\PortalRepository;
use Counterfoil\Shared\Contrast;
use Counterfoil\Shared\MediaLibrary;
use Counterfoil\Shared\Rest\Request;

final readonly class BusinessController
{
    public function __construct(
        private BusinessRepository $businesses,
        private PortalRepository $portals,
        private MediaLibrary $media,
        private UpdateBusiness $update,
    ) {
    }

    /** @return array<string, mixed> */
    public function get(): array
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
    public function update(Request $request): array
    {
        $this->update->handle($request->body, $request->viewer->actor);

        return $this->get();
    }
}

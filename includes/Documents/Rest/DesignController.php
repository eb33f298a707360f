<?php

declare(strict_types=1);

namespace Counterfoil\Documents\Rest;

use Counterfoil\Documents\DesignRepository;
use Counterfoil\Documents\PaperDesign;
use Counterfoil\Documents\UpdateDesign;
use Counterfoil\Portals\PortalRepository;
use Counterfoil\Shared\Rest\Request;

/** How new documents look. */
final readonly class DesignController
{
    public function __construct(private DesignRepository $designs, private UpdateDesign $update, private PortalRepository $portals)
    {
    }

    /** @return array<string, mixed> the contract's storedDesign */
    public function get(): array
    {
        return $this->designs->get()->to_wire() + ['brand' => $this->portals->default()->colour];
    }

    /** @return array<string, mixed> */
    public function update(Request $request): array
    {
        $this->update->handle(PaperDesign::from_wire($request->body), $request->viewer->actor);

        return $this->get();
    }
}

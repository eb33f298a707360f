<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Links\Rest;

use Counterfoil\Payments\Links\LinkSettings;
use Counterfoil\Payments\Links\RevokeLinks;
use Counterfoil\Shared\Rest\Request;

final readonly class LinkSettingsController
{
    public function __construct(private LinkSettings $settings, private RevokeLinks $revoke)
    {
    }

    /** @return array<string, mixed> */
    public function get(): array
    {
        return $this->settings->get();
    }

    /** @return array<string, mixed> */
    public function update(Request $request): array
    {
        $this->settings->update($request->body['is_on'], $request->body['days'], $request->viewer);

        return $this->get();
    }

    /** @return array<string, mixed> */
    public function of_client(Request $request): array
    {
        return ['is_on' => $this->settings->of_client($request->id(), $request->viewer)];
    }

    /** @return array<string, mixed> */
    public function change(Request $request): array
    {
        $this->settings->change($request->id(), $request->body['is_on'], $request->viewer);

        return $this->of_client($request);
    }

    /** @return array<string, mixed> */
    public function revoke(Request $request): array
    {
        return ['revoked' => $this->revoke->handle($request->id(), $request->viewer)];
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Parts;

use Counterfoil\Shared\Module;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Shared\Rest\Routes;

/** Paying less than is due, where the agency allows it. */
final class PartsModule extends Module
{
    public function sentences(): array
    {
        return ['settings.part_payments_updated' => static fn (): string => __('Part payment settings changed', 'counterfoil')];
    }

    public function routes(Routes $routes): void
    {
        $routes->bind('part-payments.settings', fn (): array => $this->read());
        $routes->bind('part-payments.update-settings', function (Request $request): array {
            $this->settings()->save($request->body['allowed'], $request->body['minimum_percent'], $request->body['minimum_amounts'], $request->viewer->actor);

            return $this->read();
        });
    }

    public function settings(): PartSettings
    {
        return new PartSettings($this->plugin->settings(), $this->plugin->changes());
    }

    /** @return array<string, mixed> */
    private function read(): array
    {
        return ['allowed' => $this->settings()->are_allowed(), 'minimum_percent' => $this->settings()->minimum_percent(), 'minimum_amounts' => array_map(static fn (Money $minimum): array => $minimum->to_wire(), $this->settings()->minimum_amounts())];
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Toy;

use Counterfoil\Plugin;
use ReflectionProperty;
use WP_Hook;

/** The plugin with another noun in it, for one test: WordPress' routes and hooks stay bound to the one that was booted with the site. */
trait BootsToys
{
    private Plugin $without_toys;

    /** @var array<string, WP_Hook> */
    private array $hooks_without_toys = [];

    private function boot_with_toys(): Plugin
    {
        $this->without_toys = Plugin::instance();
        $this->hooks_without_toys = array_map(static fn (WP_Hook $hook): WP_Hook => clone $hook, $GLOBALS['wp_filter']);
        add_filter('counterfoil_modules', static fn (array $modules): array => [...$modules, ToyModule::class]);

        return Plugin::boot();
    }

    private function forget_toys(): void
    {
        $GLOBALS['wp_filter'] = $this->hooks_without_toys;
        (new ReflectionProperty(Plugin::class, 'instance'))->setValue(null, $this->without_toys);
    }
}

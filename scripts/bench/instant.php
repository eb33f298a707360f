<?php

/** Loads the site in WP_ROOT, with a gateway that takes the money at once. Returns that gateway. */

declare(strict_types=1);

use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Plugin;
use Counterfoil\Tests\Integration\Payments\InstantGateway;
use Counterfoil\Tests\Integration\Payments\InstantGatewayModule;

require getenv('WP_ROOT') . '/wp-load.php';
require dirname(__DIR__, 2) . '/tests/php/Integration/Payments/InstantGateway.php';
require dirname(__DIR__, 2) . '/tests/php/Integration/Payments/InstantGatewayModule.php';
add_filter('pre_wp_mail', '__return_true');
add_filter('counterfoil_modules', static fn (array $modules): array => [...$modules, InstantGatewayModule::class]);
Plugin::instance()->module(PaymentsModule::class)->registry()->forget();

return InstantGatewayModule::$gateway = new InstantGateway();

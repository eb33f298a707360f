<?php

/**
 * Plugin Name: Neighbour: another name for wp-json
 * Description: As plugins that hide WordPress do.
 */

declare(strict_types=1);

add_filter('rest_url_prefix', static fn (): string => 'neighbour-api');

<?php

/**
 * Plugin Name: Neighbour: plain permalinks
 * Description: As a site without a rewriting web server has them.
 */

declare(strict_types=1);

add_filter('pre_option_permalink_structure', static fn (): string => '');

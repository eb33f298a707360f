<?php

/**
 * Plugin Name: Neighbour: index.php in every address
 * Description: As WordPress has it on servers that pass on what follows index.php.
 */

declare(strict_types=1);

add_filter('pre_option_permalink_structure', static fn (): string => '/index.php/%postname%/');

<?php

/**
 * Plugin Name: Neighbour: PHP compresses what it answers
 * Description: As many hosts have it in php.ini.
 */

declare(strict_types=1);

ini_set('zlib.output_compression', '4096');
ob_start();
echo '';

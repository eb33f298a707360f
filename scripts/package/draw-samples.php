<?php

/**
 * Draws invoices with the libraries as their makers named them, for the packaged plugin to be compared with.
 *
 * Usage: php scripts/package/draw-samples.php CHECKOUT FILE
 */

declare(strict_types=1);

namespace Counterfoil\Package;

[, $checkout, $file] = $argv;

require "{$checkout}/vendor/autoload.php";
require __DIR__ . '/samples.php';

file_put_contents($file, sample_invoices($checkout));

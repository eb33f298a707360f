<?php

declare(strict_types=1);

namespace Counterfoil\Package;

use Counterfoil\Documents\Pdf;
use Counterfoil\Tests\Unit\Documents\Samples;

/** @return string PDFs one after another: a logo, accents, and a script that runs from right to left */
function sample_invoices(string $checkout): string
{
    spl_autoload_register(static function (string $class) use ($checkout): void {
        if (str_starts_with($class, 'Counterfoil\\Tests\\')) {
            require "{$checkout}/tests/php/" . strtr(substr($class, 18), '\\', '/') . '.php';
        }
    });
    $samples = Samples::all();

    return implode('', array_map(
        static fn (string $name): string => Pdf::render($samples[$name], 'INV-0042', new \DateTimeImmutable('2026-11-28 10:00 UTC')),
        ['ordinary', 'polish', 'arabic'],
    ));
}

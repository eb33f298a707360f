<?php

/**
 * Writes the sample invoices as PDF and as drawing instructions: php tests/documents/render.php FOLDER [NAME …]
 */

declare(strict_types=1);

use Counterfoil\Documents\Pdf;
use Counterfoil\Documents\PdfFont;
use Counterfoil\Tests\Unit\Documents\Samples;

require dirname(__DIR__, 2) . '/vendor/autoload.php';

$folder = $argv[1] ?? throw new InvalidArgumentException('Which folder?');
$wanted = array_slice($argv, 2);
is_dir($folder) || mkdir($folder, 0o777, true);
$font = new PdfFont(dirname(__DIR__) . '/fixtures/fonts/cjk-Regular.otf');
foreach (Samples::all() as $name => $document) {
    if ($wanted !== [] && !in_array($name, $wanted, true)) {
        continue;
    }
    $at = new DateTimeImmutable('2026-11-28 09:00:00 UTC');
    file_put_contents("$folder/$name.pdf", Pdf::render($document, $name, $at, font: $font));
    file_put_contents("$folder/$name.json", json_encode(Pdf::drawing($document, $font), JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE));
    file_put_contents("$folder/$name.document.json", json_encode($document->to_array(), JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE));
}

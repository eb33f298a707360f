<?php

/**
 * Writes the files TCPDF reads a TrueType font from: widths (.php), the font (.z), its glyph map (.ctg.z).
 * Called by scripts/fonts.mjs: php scripts/font-metrics.php FONT.ttf FOLDER
 */

declare(strict_types=1);

define('TCPDF_SILENCE_DEPRECATION', true);
require dirname(__DIR__) . '/vendor/autoload.php';

[, $ttf, $folder] = $argv;
// TCPDF drops the hyphens and turns "regular" into "" and "bold" into "b".
$name = strtolower(str_replace(['-', 'regular', 'bold'], ['', '', 'b'], basename($ttf, '.ttf')));
foreach (['.php', '.z', '.ctg.z'] as $ending) {
    if (is_file("$folder/$name$ending")) {
        unlink("$folder/$name$ending");
    }
}
if (TCPDF_FONTS::addTTFfont($ttf, 'TrueTypeUnicode', '', 32, "$folder/") !== $name) {
    fwrite(STDERR, "Could not read $ttf\n");
    exit(1);
}

<?php

/** Arguments: a PNG, where to write it, how many colours it may have; 0 for all it has. */

declare(strict_types=1);

[, $from, $to, $colours] = $argv;
$image = imagecreatefrompng($from);
if ($image === false) {
    fwrite(STDERR, "{$from} is no PNG.\n");
    exit(1);
}
if ((int) $colours > 0) {
    imagetruecolortopalette($image, false, (int) $colours);
}
imagepng($image, $to, 9);

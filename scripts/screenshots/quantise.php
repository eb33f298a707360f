<?php

/** Arguments: a PNG, where to write it, how many colours it may have. */

declare(strict_types=1);

[, $from, $to, $colours] = $argv;
$image = imagecreatefrompng($from);
if ($image === false) {
    fwrite(STDERR, "{$from} is no PNG.\n");
    exit(1);
}
imagetruecolortopalette($image, false, max(2, (int) $colours));
imagepng($image, $to, 9);

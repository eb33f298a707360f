<?php

/**
 * Plugin Name: Neighbour: pictures become WebP
 * Description: As image optimizers do: an upload and all its sizes are converted, under the name they had, or with .webp behind it.
 */

declare(strict_types=1);

add_filter('image_editor_output_format', static fn (array $formats): array => ['image/png' => 'image/webp', 'image/jpeg' => 'image/webp'] + $formats);
add_filter('wp_handle_upload', static function (array $upload): array {
    $image = imagecreatefromstring((string) file_get_contents($upload['file']));
    if ($image !== false) {
        imagepalettetotruecolor($image);
        imagewebp($image, "{$upload['file']}.webp");
        $upload = ['file' => "{$upload['file']}.webp", 'url' => "{$upload['url']}.webp", 'type' => 'image/webp'];
    }

    return $upload;
});

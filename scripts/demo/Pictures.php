<?php

declare(strict_types=1);

namespace Counterfoil\Demo\Seed;

use GdImage;

/** The agency's logo and the products' images, drawn here so that the demo ships none. */
final class Pictures
{
    /** A compass needle over the studio's name. */
    public function logo(): int
    {
        $image = $this->canvas(720, 160, [255, 255, 255]);
        $deep = (int) imagecolorallocate($image, 15, 76, 92);
        $warm = (int) imagecolorallocate($image, 226, 109, 92);
        imagefilledellipse($image, 80, 80, 150, 150, $deep);
        imagefilledellipse($image, 80, 80, 122, 122, (int) imagecolorallocate($image, 255, 255, 255));
        imagefilledpolygon($image, [80, 18, 104, 80, 56, 80], $warm);
        imagefilledpolygon($image, [80, 142, 104, 80, 56, 80], $deep);
        imagettftext($image, 52, 0, 190, 104, $deep, $this->font(), 'Studio North');

        return $this->attach($image, 'studio-north-logo.png', 'Studio North');
    }

    /** @param array{int<0, 255>, int<0, 255>, int<0, 255>} $colour */
    public function product(string $name, array $colour): int
    {
        $image = $this->canvas(480, 480, $colour);
        $light = (int) imagecolorallocatealpha($image, 255, 255, 255, 90);
        imagefilledellipse($image, 380, 110, 300, 300, $light);
        imagefilledellipse($image, 90, 420, 260, 260, $light);
        imagettftext($image, 190, 0, 150, 330, (int) imagecolorallocate($image, 255, 255, 255), $this->font(), mb_substr($name, 0, 1));

        return $this->attach($image, sanitize_title($name) . '.png', $name);
    }

    /** @param array{int<0, 255>, int<0, 255>, int<0, 255>} $colour */
    private function canvas(int $width, int $height, array $colour): GdImage
    {
        $image = imagecreatetruecolor(max(1, $width), max(1, $height));
        imageantialias($image, true);
        imagefill($image, 0, 0, (int) imagecolorallocate($image, ...$colour));

        return $image;
    }

    private function font(): string
    {
        return (string) current((array) glob(dirname(COUNTERFOIL_FILE) . '/assets/fonts/*old*.ttf'));
    }

    /** @param non-empty-string $file */
    private function attach(GdImage $image, string $file, string $title): int
    {
        ob_start();
        imagepng($image);
        $upload = wp_upload_bits($file, null, (string) ob_get_clean());
        $id = wp_insert_attachment(['post_mime_type' => 'image/png', 'post_title' => $title, 'post_status' => 'inherit'], $upload['file']);
        wp_update_attachment_metadata($id, wp_generate_attachment_metadata($id, $upload['file']));

        return $id;
    }
}

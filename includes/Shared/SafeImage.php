<?php

declare(strict_types=1);

namespace Counterfoil\Shared;

/**
 * A logo fit for paper: drawn anew from its pixels, without transparency or metadata, small enough to mail.
 *
 * Drawing it anew is also what makes a file harmless that is an image and something else at once.
 */
final readonly class SafeImage
{
    /** Enough for 50 mm at 400 dpi. */
    private const LONGEST_SIDE = 800;

    private const MOST_PIXELS = 25_000_000;
    private const MOST_BYTES = 10_000_000;

    /**
     * @param string $mime image/png or image/jpeg
     * @param string $data base64
     * @param int $width pixels
     * @param int $height pixels
     */
    public function __construct(
        public string $mime,
        public string $data,
        public int $width,
        public int $height,
    ) {
    }

    /**
     * @param string $bytes a PNG, JPEG, GIF, WebP or AVIF file
     * @return self|null null if it is none of these, too large, or the site's PHP cannot draw
     */
    public static function from_bytes(string $bytes): ?self
    {
        if (strlen($bytes) > self::MOST_BYTES || !function_exists('imagecreatefromstring')) {
            return null;
        }
        $size = self::quietly(static fn () => getimagesizefromstring($bytes));
        if ($size === false || !in_array($size[2], [IMAGETYPE_PNG, IMAGETYPE_JPEG, IMAGETYPE_GIF, IMAGETYPE_WEBP, IMAGETYPE_AVIF], true)) {
            return null;
        }
        [$width, $height] = $size;
        if ($width < 1 || $height < 1 || $width * $height > self::MOST_PIXELS) {
            return null;
        }
        // A JPEG without its end marker was cut off; PHP would draw the rest of it grey, and say nothing.
        $source = $size[2] === IMAGETYPE_JPEG && ! str_contains($bytes, "\xFF\xD9") ? false : self::quietly(static fn () => imagecreatefromstring($bytes));

        return $source === false ? null : self::drawn_anew($source);
    }

    /**
     * PHP answers a broken image with false and a warning; the answer is enough.
     *
     * @template T
     * @param \Closure(): T $read
     * @return T
     */
    private static function quietly(\Closure $read): mixed
    {
        set_error_handler(static fn (): bool => true);
        try {
            return $read();
        } finally {
            restore_error_handler();
        }
    }

    private static function drawn_anew(\GdImage $source): ?self
    {
        $width = imagesx($source);
        $height = imagesy($source);
        $scale = min(1.0, self::LONGEST_SIDE / max($width, $height));
        $new_width = max(1, (int) round($width * $scale));
        $new_height = max(1, (int) round($height * $scale));
        $canvas = imagecreatetruecolor($new_width, $new_height);
        if ($canvas === false) {
            return null;
        }
        imagefill($canvas, 0, 0, (int) imagecolorallocate($canvas, 255, 255, 255));
        imagecopyresampled($canvas, $source, 0, 0, 0, 0, $new_width, $new_height, $width, $height);
        ob_start();
        imagepng($canvas, null, 9);

        return new self('image/png', base64_encode((string) ob_get_clean()), $new_width, $new_height);
    }

    /** @return array{mime: string, data: string, width: int, height: int} */
    public function to_array(): array
    {
        return ['mime' => $this->mime, 'data' => $this->data, 'width' => $this->width, 'height' => $this->height];
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Portals;

use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\SafeImage;

/**
 * A portal's logo: an image of the media library, never an address. Nothing is ever fetched for it, and
 * what goes into mails and PDFs is drawn anew from its pixels.
 */
final class Logo
{
    private const MIMES = ['image/png', 'image/jpeg'];
    private const MOST_PIXELS = 25_000_000;
    private const MOST_BYTES = 10_000_000;

    /** @var array<string, SafeImage|null> by file and what it was like: drawing takes as long as all the rest of a PDF */
    private array $drawn = [];

    public function url(Portal $portal): ?string
    {
        return $this->image($portal)['url'] ?? null;
    }

    /**
     * For pages: with its size, a browser keeps its place free until it is there.
     *
     * @return array{url: string, width: int, height: int}|null sizes in pixels; 0 where the library does not know them
     */
    public function image(Portal $portal): ?array
    {
        if ($portal->logo_id === null || ! in_array(get_post_mime_type($portal->logo_id), self::MIMES, true)) {
            return null;
        }
        $image = wp_get_attachment_image_src($portal->logo_id, 'medium');

        return $image === false ? null : ['url' => $image[0], 'width' => (int) $image[1], 'height' => (int) $image[2]];
    }

    /**
     * For mails and PDFs. Null when there is none, or its file is gone or no image after all.
     *
     * @return array{mime: string, base64: string, width: int, height: int}|null sizes in pixels
     */
    public function data(Portal $portal): ?array
    {
        $path = $portal->logo_id === null ? null : $this->path($portal->logo_id);
        $logo = $path === null ? null : $this->drawn($path);

        return $logo === null ? null : ['mime' => $logo->mime, 'base64' => $logo->data, 'width' => $logo->width, 'height' => $logo->height];
    }

    private function drawn(string $path): ?SafeImage
    {
        clearstatcache(true, $path);
        $key = implode(':', [$path, (int) filemtime($path), (int) filesize($path)]);
        if (! array_key_exists($key, $this->drawn)) {
            $this->drawn = [$key => $this->problem($path) !== null ? null : SafeImage::from_bytes((string) file_get_contents($path))];
        }

        return $this->drawn[$key];
    }

    /** @throws DomainError 400 when the attachment can't be a logo, saying why */
    public function check(int $attachment_id, string $pointer): void
    {
        $path = $this->path($attachment_id);
        $problem = $path === null
            ? __('This image isn’t in the media library. Choose another one.', 'counterfoil')
            : $this->problem($path);
        if ($problem !== null) {
            throw DomainError::invalid($problem, $pointer);
        }
    }

    /** What the file itself says it is; its name and the library's own notes are not believed. */
    private function problem(string $path): ?string
    {
        $size = wp_getimagesize($path);
        if ($size === false || ! in_array($size['mime'] ?? '', self::MIMES, true)) {
            return __('The logo must be a PNG or JPEG image. Choose another file.', 'counterfoil');
        }
        $pixels = $size[0] * $size[1];
        if ((int) filesize($path) > self::MOST_BYTES || $pixels > self::MOST_PIXELS || $pixels < 1) {
            return __('This image is too large for a logo. The maximum is 25 megapixels and 10 MB; a width of 1000 pixels is enough.', 'counterfoil');
        }

        return null;
    }

    private function path(int $attachment_id): ?string
    {
        $path = get_post_type($attachment_id) === 'attachment' ? get_attached_file($attachment_id) : false;
        // A wrapper (phar://, http://) would let a file's name do more than name a file.
        if ($path === false || $path === '' || wp_is_stream($path)) {
            return null;
        }
        $within = realpath($path);
        $uploads = realpath(wp_get_upload_dir()['basedir']);

        return $within !== false && $uploads !== false && is_file($within) && str_starts_with($within, $uploads . DIRECTORY_SEPARATOR) ? $within : null;
    }
}

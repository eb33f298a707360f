<?php

declare(strict_types=1);

namespace Counterfoil\Portals;

use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\SafeImage;

/**
 * A portal's logo: an image of the media library, never an address. Nothing is ever fetched for it, and
 * what goes into mails and PDFs is drawn anew from its pixels. Its file's bytes say what it is: many sites make
 * WebP or AVIF of what is uploaded, under the old name or a new one.
 */
final class Logo
{
    private const MIMES = ['image/png', 'image/jpeg', 'image/webp', 'image/avif'];

    /** What every mail reader shows. */
    private const MAILED = '/\.(png|jpe?g)$/i';

    /** Of the copies in the uploads' folder, before their hash. */
    private const COPY = 'mail-logo-';

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
        $path = $portal->logo_id === null ? null : $this->path($portal->logo_id);
        if ($portal->logo_id === null || $path === null || $this->problem($path) !== null) {
            return null;
        }
        $image = wp_get_attachment_image_src($portal->logo_id, 'medium');

        return $image === false ? null : ['url' => $image[0], 'width' => (int) $image[1], 'height' => (int) $image[2]];
    }

    /** For mails: where the site has only a WebP or AVIF of it, a PNG is laid beside them. */
    public function mail_url(Portal $portal): ?string
    {
        $url = $this->url($portal);
        if ($url === null || (preg_match(self::MAILED, (string) wp_parse_url($url, PHP_URL_PATH)) === 1 && $this->is_mailed($portal))) {
            return $url;
        }
        $logo = $this->data($portal);
        $bytes = $logo === null ? '' : (string) base64_decode($logo['base64'], true);
        $uploads = wp_get_upload_dir();
        $name = self::COPY . substr(hash('sha256', $bytes), 0, 16) . '.png';
        if ($bytes === '' || (! is_file("{$uploads['basedir']}/{$name}") && file_put_contents("{$uploads['basedir']}/{$name}", $bytes, LOCK_EX) !== strlen($bytes))) {
            // Nobody reads a mail without its words: its sender's name stands there.
            return null;
        }

        return "{$uploads['baseurl']}/{$name}";
    }

    /** Takes the copies for mails away. */
    public static function forget_copies(): void
    {
        foreach ((array) glob(wp_get_upload_dir()['basedir'] . '/' . self::COPY . '*.png') as $file) {
            wp_delete_file((string) $file);
        }
    }

    private function is_mailed(Portal $portal): bool
    {
        $path = $portal->logo_id === null ? null : $this->path($portal->logo_id);
        $size = $path === null ? false : wp_getimagesize($path);

        return $size !== false && in_array($size['mime'] ?? '', ['image/png', 'image/jpeg'], true);
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
            : ($this->problem($path) ?? ($this->drawn($path) === null ? __('This image is damaged or can’t be read by your server. Choose another PNG, JPEG or WebP image.', 'counterfoil') : null));
        if ($problem !== null) {
            throw DomainError::invalid($problem, $pointer);
        }
    }

    /** What the file itself says it is; its name and the library's own notes are not believed. */
    private function problem(string $path): ?string
    {
        $size = wp_getimagesize($path);
        if ($size === false || ! in_array($size['mime'] ?? '', self::MIMES, true)) {
            return __('The logo must be a PNG, JPEG or WebP image. Choose another file.', 'counterfoil');
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

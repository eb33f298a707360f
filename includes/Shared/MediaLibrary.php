<?php

declare(strict_types=1);

namespace Counterfoil\Shared;

/** Images of the site's media library, by their id. */
final readonly class MediaLibrary
{
    /** Drawings (SVG) can hold scripts; pixels can't. */
    private const MIMES = ['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/avif'];

    /** @throws DomainError 400 when it is no image of the library */
    public function check(?int $id, string $pointer): void
    {
        if ($id !== null && ! $this->is_image($id)) {
            throw DomainError::invalid(__('Choose an image from the media library (JPEG, PNG, GIF, WebP or AVIF).', 'counterfoil'), $pointer);
        }
    }

    /** @return array{id: int, url: string, alt: string}|null null also when it was deleted meanwhile */
    public function to_wire(?int $id): ?array
    {
        $url = $id !== null && $this->is_image($id) ? wp_get_attachment_image_url($id, 'medium') : false;

        return $id === null || $url === false ? null : ['id' => $id, 'url' => $url, 'alt' => (string) get_post_meta($id, '_wp_attachment_image_alt', true)];
    }

    /**
     * Reads what a page of a list needs at once.
     *
     * @param list<int> $ids
     */
    public function prime(array $ids): void
    {
        if ($ids !== []) {
            _prime_post_caches($ids, false, true);
        }
    }

    private function is_image(int $id): bool
    {
        return get_post_type($id) === 'attachment' && in_array(get_post_mime_type($id), self::MIMES, true);
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Rest;

use Counterfoil\Shared\DomainError;

/** Where the next page of a list begins. Signed, so that only what a list gave out comes back. */
final readonly class Cursor
{
    /** @param list<int|string> $position values of the columns the list is ordered by */
    public static function encode(string $list, array $position): string
    {
        $payload = self::base64url((string) json_encode($position, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES));

        return $payload . '.' . self::signature($list, $payload);
    }

    /**
     * @param list<int|string>|null $position null on the last page
     * @return string|null a list's `next_cursor`
     */
    public static function next(string $list, ?array $position): ?string
    {
        return $position === null ? null : self::encode($list, $position);
    }

    /**
     * @return list<int|string>
     * @throws DomainError 400
     */
    public static function decode(string $list, string $cursor): array
    {
        [$payload, $signature] = [...explode('.', $cursor, 2), ''];
        $position = hash_equals(self::signature($list, $payload), $signature)
            ? json_decode((string) base64_decode(strtr($payload, '-_', '+/'), true), true)
            : null;
        if (! is_array($position)) {
            throw DomainError::invalid(__('This page of results doesn’t exist. Start again from the first page.', 'counterfoil'), '/cursor');
        }

        return array_values($position);
    }

    private static function signature(string $list, string $payload): string
    {
        return self::base64url(substr(hash_hmac('sha256', "{$list}|{$payload}", wp_salt('auth'), true), 0, 16));
    }

    private static function base64url(string $bytes): string
    {
        return rtrim(strtr(base64_encode($bytes), '+/', '-_'), '=');
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Links;

use Counterfoil\Shared\Secrets;
use SensitiveParameter;

/**
 * Secrets of links: 256 bits made of a random salt and a key that is not in the database. So a letter can be written
 * again with the same link and nothing is made by writing it; and who reads the whole database has no link that works.
 */
final readonly class LinkSecrets
{
    public function __construct(private Secrets $secrets)
    {
    }

    public static function salt(): string
    {
        return bin2hex(random_bytes(32));
    }

    /** @return string 43 characters of base64url */
    public function token(string $salt): string
    {
        return self::text($this->secrets->mac("pay-link:{$salt}"));
    }

    public static function hash(#[SensitiveParameter] string $token): string
    {
        return hash('sha256', $token);
    }

    /** @return string|null null where the site's key has changed since: what is in the mails works, and can't be written again */
    public function token_of(PayLink $link): ?string
    {
        $token = $this->token($link->salt);

        return hash_equals($link->token_hash, self::hash($token)) ? $token : null;
    }

    /** What the browser keeps in place of the link's secret, until a second of Unix time. */
    public function pass(PayLink $link, int $until): string
    {
        return "{$until}." . self::text($this->secrets->mac("pay-link-pass:{$link->id}:{$link->token_hash}:{$until}"));
    }

    public function is_pass(#[SensitiveParameter] string $given, PayLink $link, int $now): bool
    {
        $until = (int) strstr($given, '.', true);

        return hash_equals($this->pass($link, $until), $given) && $until > $now;
    }

    private static function text(string $bytes): string
    {
        return rtrim(strtr(base64_encode($bytes), '+/', '-_'), '=');
    }
}

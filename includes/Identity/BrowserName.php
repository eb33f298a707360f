<?php

declare(strict_types=1);

namespace Counterfoil\Identity;

/** What a browser calls itself, in two words that its owner knows: "Firefox, Windows". Only to tell them; anybody can send another name. */
final readonly class BrowserName
{
    /** The first that is found counts: Edge and Opera call themselves Chrome too, and all of them Safari. */
    private const BROWSERS = ['Edg' => 'Edge', 'OPR/' => 'Opera', 'SamsungBrowser' => 'Samsung Internet', 'Firefox' => 'Firefox', 'FxiOS' => 'Firefox', 'CriOS' => 'Chrome', 'Chrome' => 'Chrome', 'Safari' => 'Safari'];

    private const SYSTEMS = ['iPhone' => 'iPhone', 'iPad' => 'iPad', 'Android' => 'Android', 'Windows' => 'Windows', 'Macintosh' => 'Mac', 'CrOS' => 'ChromeOS', 'Linux' => 'Linux'];

    /** Of this request; empty where it says nothing we know. */
    public static function here(): string
    {
        return self::of(isset($_SERVER['HTTP_USER_AGENT']) && is_string($_SERVER['HTTP_USER_AGENT']) ? sanitize_text_field(wp_unslash($_SERVER['HTTP_USER_AGENT'])) : '');
    }

    public static function of(string $agent): string
    {
        return implode(', ', array_filter([self::first($agent, self::BROWSERS), self::first($agent, self::SYSTEMS)], static fn (string $name): bool => $name !== ''));
    }

    /** @param array<string, string> $names */
    private static function first(string $agent, array $names): string
    {
        foreach ($names as $part => $name) {
            if (str_contains($agent, $part)) {
                return $name;
            }
        }

        return '';
    }
}

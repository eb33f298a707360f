<?php

/** The little of WP-CLI that is used, for PHPStan. */

declare(strict_types=1);

final class WP_CLI
{
    /** @param callable $command */
    public static function add_command(string $name, $command): bool
    {
        return true;
    }

    public static function success(string $message): void
    {
    }

    public static function log(string $message): void
    {
    }

    public static function warning(string $message): void
    {
    }

    /** @return never */
    public static function halt(int $code): void
    {
        exit($code);
    }

    /** @return never */
    public static function error(string $message): void
    {
        exit(1);
    }
}

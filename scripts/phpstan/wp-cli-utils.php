<?php

/** The little of WP-CLI's functions that is used, for PHPStan. */

declare(strict_types=1);

namespace WP_CLI\Utils;

/**
 * @param iterable<array<string, string>> $items
 * @param list<string> $fields
 */
function format_items(string $format, iterable $items, array $fields): void
{
}

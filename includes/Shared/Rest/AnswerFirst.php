<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Rest;

/** Where PHP can say that an answer is complete: whoever asked goes on at once, and this process does what is left to do. */
final readonly class AnswerFirst
{
    public static function is_possible(): bool
    {
        return self::finisher() !== null;
    }

    /** @return bool whether the answer is complete for the reader while this process goes on */
    public static function send(): bool
    {
        $finish = self::finisher();

        return $finish !== null && $finish() !== false;
    }

    /** @return callable-string|null */
    private static function finisher(): ?string
    {
        return array_values(array_filter(['fastcgi_finish_request', 'litespeed_finish_request'], function_exists(...)))[0] ?? null;
    }
}

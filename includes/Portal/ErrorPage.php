<?php

declare(strict_types=1);

namespace Counterfoil\Portal;

use Counterfoil\Shared\Rest\BareOutput;
use Counterfoil\Shared\Rest\Errors;
use Throwable;

/**
 * What a client sees of a page of ours on which something broke (the database is away, a table is missing), whatever
 * the site shows of errors elsewhere: a sentence and a way on. It needs nothing that may be broken too.
 */
final readonly class ErrorPage
{
    /** From here on, to the request's end. */
    public static function guard(): void
    {
        set_exception_handler([self::class, 'answer']);
    }

    public static function answer(Throwable $error): void
    {
        Errors::log($error);
        BareOutput::begin();
        if (! headers_sent()) {
            status_header(500);
            nocache_headers();
            header('Cache-Control: no-store, private, max-age=0');
            header('Content-Type: text/html; charset=utf-8');
            header('X-Robots-Tag: noindex, nofollow');
        }
        require __DIR__ . '/templates/error.php';
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Rest;

use Counterfoil\Shared\DomainError;
use Throwable;
use WP_Error;

/** The one place where what went wrong becomes an answer. */
final readonly class Errors
{
    public static function from_domain(DomainError $error): WP_Error
    {
        $data = ['status' => $error->status];
        if ($error->fields !== []) {
            $data['fields'] = $error->fields;
        }

        return new WP_Error("counterfoil_{$error->reason}", $error->getMessage(), $data);
    }

    /** A mistake of ours: its words go to the log, the caller learns only that it was not theirs. */
    public static function from_bug(Throwable $error): WP_Error
    {
        self::log($error);

        return new WP_Error(
            'counterfoil_internal',
            __('Something went wrong. Nothing was changed. Please try again.', 'counterfoil'),
            ['status' => 500]
        );
    }

    /** For whoever looks after the site: without a trace, whose arguments may be what must not be logged. */
    public static function log(Throwable $error): void
    {
        error_log(sprintf('Counterfoil: %s: %s in %s:%d', $error::class, $error->getMessage(), $error->getFile(), $error->getLine()));
    }
}

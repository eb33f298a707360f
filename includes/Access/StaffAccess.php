<?php

declare(strict_types=1);

namespace Counterfoil\Access;

use Closure;
use Counterfoil\Shared\DomainError;

/** Permissions of routes for the agency's staff. */
final readonly class StaffAccess
{
    /** @return Closure(): void throws 401 for nobody, 403 for somebody without the capability */
    public static function may(Capability $capability): Closure
    {
        return static function () use ($capability): void {
            if (! is_user_logged_in()) {
                throw DomainError::unauthorized();
            }
            if (! current_user_can($capability->value)) {
                throw DomainError::forbidden();
            }
        };
    }
}

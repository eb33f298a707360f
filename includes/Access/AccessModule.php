<?php

declare(strict_types=1);

namespace Counterfoil\Access;

/** Gives administrators every capability of this plugin; other roles get theirs from a role editor. */
final readonly class AccessModule
{
    /** Repeatable: runs after migrations. */
    public static function grant(): void
    {
        $administrator = get_role('administrator');
        foreach (Capability::cases() as $capability) {
            $administrator?->add_cap($capability->value);
        }
    }

    public static function revoke(): void
    {
        foreach (wp_roles()->role_objects as $role) {
            foreach (Capability::cases() as $capability) {
                $role->remove_cap($capability->value);
            }
        }
    }
}

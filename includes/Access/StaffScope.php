<?php

declare(strict_types=1);

namespace Counterfoil\Access;

use WP_User;

/** Which clients a member of staff looks after: all of them, unless something says otherwise. */
final readonly class StaffScope
{
    /** @return list<int>|null ids of clients; null for all */
    public static function of(WP_User $user): ?array
    {
        /**
         * Filters the clients that a staff member can access. All others don't exist for them: in lists, searches,
         * totals and by id.
         *
         * @param list<int>|null $clients client ids; null for all clients
         * @param WP_User $user the logged-in user
         * @since 0.2.0
         */
        $clients = apply_filters('counterfoil_staff_clients', null, $user);

        // What is neither null nor a list is somebody's mistake, and opens nothing.
        return $clients === null ? null : array_values(array_map(intval(...), array_filter(is_array($clients) ? $clients : [], is_numeric(...))));
    }
}

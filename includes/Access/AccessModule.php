<?php

declare(strict_types=1);

namespace Counterfoil\Access;

use Counterfoil\Shared\Actor;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Module;
use Counterfoil\Shared\Viewer;

/** What the agency's staff may do. Administrators get every capability; other roles get theirs from a role editor. */
final class AccessModule extends Module
{
    public function install(): void
    {
        $administrator = get_role('administrator');
        foreach (Capability::cases() as $capability) {
            $administrator?->add_cap($capability->value);
        }
    }

    public function uninstall(): void
    {
        foreach (wp_roles()->role_objects as $role) {
            foreach (Capability::cases() as $capability) {
                $role->remove_cap($capability->value);
            }
        }
    }

    public function gates(): array
    {
        return ['staff' => $this->staff(...)];
    }

    /**
     * @param string $capability without its prefix, "bill"
     * @throws DomainError 401 for nobody, 403 for somebody without the capability
     */
    public function staff(string $capability): Viewer
    {
        if (! is_user_logged_in()) {
            throw DomainError::unauthorized();
        }
        if (! current_user_can("counterfoil_{$capability}")) {
            throw DomainError::forbidden();
        }

        return $this->viewer();
    }

    /** Whoever is logged in at the agency, with what they may. */
    public function viewer(): Viewer
    {
        $may = array_filter(Capability::cases(), static fn (Capability $capability): bool => current_user_can($capability->value));

        return Viewer::staff(
            Actor::current_staff(),
            array_values(array_map(static fn (Capability $capability): string => $capability->name(), $may)),
            StaffScope::of(wp_get_current_user())
        );
    }
}

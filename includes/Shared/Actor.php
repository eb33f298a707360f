<?php

declare(strict_types=1);

namespace Counterfoil\Shared;

use WP_User;

/** Who did something. The name is kept as it was on that day. */
final readonly class Actor
{
    private function __construct(
        /** staff, contact, system or gateway */
        public string $type,
        /** The WordPress user's id of staff, the contact's id of a contact */
        public ?int $id,
        public string $name,
    ) {
    }

    public static function staff(WP_User $user): self
    {
        return new self('staff', $user->ID, $user->display_name);
    }

    /** Whoever is logged in at the agency; the system when nobody is (cron, command line). */
    public static function current_staff(): self
    {
        $user = wp_get_current_user();

        return $user->exists() ? self::staff($user) : self::system();
    }

    public static function contact(int $contact_id, string $name): self
    {
        return new self('contact', $contact_id, $name);
    }

    /** Whoever opened a link that was mailed to an address. */
    public static function bearer(?int $contact_id, string $email): self
    {
        return new self('contact', $contact_id, $email);
    }

    public static function system(): self
    {
        return new self('system', null, '');
    }

    public static function gateway(string $name): self
    {
        return new self('gateway', null, $name);
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Clients;

/** What a contact can do: nothing, answer an invitation, log in, or nothing any more. */
enum Access: string
{
    case None = 'none';
    case Invited = 'invited';
    case Active = 'active';
    case Suspended = 'suspended';

    /** The furthest of several comes first: a client with one active contact is active. */
    public function rank(): int
    {
        return match ($this) {
            self::None => 0,
            self::Suspended => 1,
            self::Invited => 2,
            self::Active => 3,
        };
    }

    /** In the reader's language, as the client's badge says it. */
    public function label(): string
    {
        return match ($this) {
            self::None => __('No access', 'counterfoil'),
            self::Invited => __('Invited', 'counterfoil'),
            self::Active => __('Active', 'counterfoil'),
            self::Suspended => __('Suspended', 'counterfoil'),
        };
    }

    public function may_become(self $next): bool
    {
        return in_array($next, match ($this) {
            self::None => [self::Invited],
            self::Invited => [self::None, self::Invited, self::Active],
            self::Active => [self::Suspended],
            self::Suspended => [self::Active],
        }, true);
    }

    /** @param list<self> $each */
    public static function furthest(array $each): self
    {
        return array_reduce($each, static fn (self $best, self $access): self => $access->rank() > $best->rank() ? $access : $best, self::None);
    }
}

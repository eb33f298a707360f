<?php

declare(strict_types=1);

namespace Counterfoil\Clients;

/** What a contact may see and do in the portal. */
final readonly class Role
{
    public const FULL_ACCESS = 'full-access';

    /** Everything there is to allow: an area, and whether to look or to act. */
    public const PERMISSIONS = [
        'billing.view', 'billing.manage',
        'subscriptions.view', 'subscriptions.manage',
        'websites.view', 'websites.manage',
        'account.view', 'account.manage',
        'team.view', 'team.manage',
    ];

    /** @param list<string> $permissions some of PERMISSIONS */
    public function __construct(
        public int $id,
        public string $slug,
        public string $name,
        public array $permissions,
    ) {
    }

    /**
     * @param string|null $stored JSON, as in its row; null when the role is no more
     * @return list<string>
     */
    public static function permissions_from(?string $stored): array
    {
        $permissions = json_decode($stored ?? '', true);

        return array_values(array_filter(is_array($permissions) ? $permissions : [], is_string(...)));
    }

    /** Its name in the reader's language; roles somebody made are named as they were typed. */
    public function label(): string
    {
        return $this->slug === self::FULL_ACCESS ? __('Full access', 'counterfoil') : $this->name;
    }
}

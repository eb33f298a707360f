<?php

declare(strict_types=1);

namespace Counterfoil\Portal;

use Counterfoil\Portals\PortalUrls;
use Counterfoil\Shared\Settings;

/** Where the portal's pages were found before they were renamed or moved: bookmarks go on to work. */
final readonly class OldPaths
{
    private const NAME = 'portal_paths';
    private const MOST = 50;

    public function __construct(private Settings $settings)
    {
    }

    /**
     * Part of the change that is under way.
     *
     * @param PortalUrls::PAGE|PortalUrls::LOGIN_PAGE $page
     */
    public function add(string $path, string $page, int $portal_id): void
    {
        $kept = [self::normal($path) => [$page, $portal_id]] + $this->all();
        $this->settings->set(self::NAME, ['paths' => array_slice($kept, 0, self::MOST, true)]);
    }

    /** @return array<string, string> the arguments of the address that lasts; empty for a path that never was one of ours */
    public function arguments(string $path): array
    {
        $found = $this->all()[self::normal($path)] ?? null;

        return is_array($found) && in_array($found[0] ?? '', [PortalUrls::PAGE, PortalUrls::LOGIN_PAGE], true) ? [$found[0] => (string) ($found[1] ?? '')] : [];
    }

    public function has_any(): bool
    {
        return $this->all() !== [];
    }

    /** @return array<string, mixed> */
    private function all(): array
    {
        $paths = $this->settings->get(self::NAME, ['paths' => []])['paths'];

        return is_array($paths) ? $paths : [];
    }

    private static function normal(string $path): string
    {
        return '/' . trim(strtolower(rawurldecode($path)), '/');
    }
}

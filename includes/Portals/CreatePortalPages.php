<?php

declare(strict_types=1);

namespace Counterfoil\Portals;

use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use RuntimeException;
use WP_Error;
use WP_Post;

/** Makes those of a portal's two pages that are missing. Repeatable: pages that are there stay as they are. */
final readonly class CreatePortalPages
{
    /** The page template and the blocks that make them what they are. */
    public const TEMPLATE = 'counterfoil-portal';
    public const LOGIN_BLOCK = 'counterfoil/login';
    public const PORTAL_BLOCK = 'counterfoil/portal';

    public function __construct(private Changes $changes, private PortalRepository $portals)
    {
    }

    /**
     * The pages first: WordPress keeps what it writes in its caches at once, also when a transaction is taken back.
     *
     * @throws \Counterfoil\Shared\DomainError 404
     */
    public function handle(int $portal_id, Actor $actor): Portal
    {
        $portal = $this->portals->get($portal_id);
        $login = $this->keep($portal->login_page_id) ?? $this->create(__('Log in', 'counterfoil'), 'portal-login', self::LOGIN_BLOCK);
        $home = $this->keep($portal->portal_page_id) ?? $this->create(__('Client portal', 'counterfoil'), 'portal', self::PORTAL_BLOCK);
        if ($login === $portal->login_page_id && $home === $portal->portal_page_id) {
            return $portal;
        }

        return $this->changes->run($actor, function (Change $change) use ($portal_id, $login, $home): Portal {
            $this->portals->save_pages($portal_id, $login, $home);
            $change->event('settings.pages_created', [['portal', $portal_id]], null);
            /**
             * Fires after the missing pages of a portal are created.
             *
             * @param int $portal_id id of the portal
             * @since 0.2.0
             */
            $change->hook('settings_pages_created', $portal_id);

            return $this->portals->get($portal_id);
        });
    }

    /** A page in the trash comes back as it was; one that is a draft is of no use to clients. */
    private function keep(?int $id): ?int
    {
        if ($id !== null && get_post_type($id) === 'page' && get_post_status($id) === 'trash' && wp_untrash_post($id) instanceof WP_Post) {
            wp_update_post(['ID' => $id, 'post_status' => 'publish']);
        }

        return $id !== null && get_post_type($id) === 'page' && get_post_status($id) === 'publish' ? $id : null;
    }

    private function create(string $title, string $slug, string $block): int
    {
        $id = wp_insert_post([
            'post_type' => 'page',
            'post_status' => 'publish',
            'post_title' => wp_slash($title),
            'post_name' => $slug,
            'post_content' => "<!-- wp:{$block} /-->",
            'comment_status' => 'closed',
            'ping_status' => 'closed',
            'meta_input' => ['_wp_page_template' => self::TEMPLATE],
        ], true);
        if ($id instanceof WP_Error) {
            throw new RuntimeException("The page {$slug} could not be made: {$id->get_error_message()}");
        }

        return $id;
    }
}

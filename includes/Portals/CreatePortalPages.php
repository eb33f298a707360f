<?php

declare(strict_types=1);

namespace Counterfoil\Portals;

use Counterfoil\Activity\EventLog;
use Counterfoil\Portal\PageTemplate;
use Counterfoil\Portal\PrivatePages;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Database\Database;
use RuntimeException;
use WP_Error;

/** Makes those of a portal's two pages that are missing. Repeatable: pages that are there stay as they are. */
final readonly class CreatePortalPages
{
    public function __construct(private Database $database, private PortalRepository $portals, private EventLog $events)
    {
    }

    /** @throws \Counterfoil\Shared\DomainError 404 */
    public function handle(int $portal_id, Actor $actor): Portal
    {
        return $this->database->transaction(function () use ($portal_id, $actor): Portal {
            $portal = $this->portals->get($portal_id);
            $login = $this->keep($portal->login_page_id) ?? $this->create(__('Log in', 'counterfoil'), 'portal-login', PrivatePages::LOGIN);
            $home = $this->keep($portal->portal_page_id) ?? $this->create(__('Client portal', 'counterfoil'), 'portal', PrivatePages::PORTAL);
            if ($login === $portal->login_page_id && $home === $portal->portal_page_id) {
                return $portal;
            }
            $this->portals->save_pages($portal_id, $login, $home);
            $this->events->record('settings.pages_created', 'settings', $portal_id, null, $actor);

            return $this->portals->get($portal_id);
        });
    }

    /** A page that is a draft or in the trash is of no use to clients. */
    private function keep(?int $id): ?int
    {
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
            'meta_input' => ['_wp_page_template' => PageTemplate::SLUG],
        ], true);
        if ($id instanceof WP_Error) {
            throw new RuntimeException("The page {$slug} could not be made: {$id->get_error_message()}");
        }

        return $id;
    }
}

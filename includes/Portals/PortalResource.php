<?php

declare(strict_types=1);

namespace Counterfoil\Portals;

/** A portal as the settings show it: the contract's `portal`. */
final readonly class PortalResource
{
    /** @return array<string, mixed> */
    public function to_wire(Portal $portal): array
    {
        return [
            'id' => $portal->id,
            'name' => $portal->name,
            'login_page' => $this->page($portal->login_page_id),
            'portal_page' => $this->page($portal->portal_page_id),
        ];
    }

    /** @return array{id: int, title: string, url: string, edit_url: string}|null */
    private function page(?int $id): ?array
    {
        $url = $id !== null && get_post_status($id) === 'publish' ? get_permalink($id) : false;

        return $id === null || $url === false ? null : [
            'id' => $id,
            // WordPress keeps titles as HTML; get_the_title() would set typographic quotes.
            'title' => html_entity_decode((string) get_post_field('post_title', $id, 'raw'), ENT_QUOTES | ENT_HTML5),
            'url' => $url,
            'edit_url' => admin_url("post.php?post={$id}&action=edit"),
        ];
    }
}

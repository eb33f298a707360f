<?php

declare(strict_types=1);

namespace Counterfoil\Portal;

use Closure;
use Counterfoil\Admin\AdminPage;
use Counterfoil\Business\Business;
use Counterfoil\Portals\PortalRepository;
use Counterfoil\Portals\PortalUrls;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\Change\Mail;
use Counterfoil\Shared\Finding;
use Counterfoil\Shared\SiteFlags;
use WP_Post;

/** Sees that a page of the portal goes away, tells the agency, and says so until it is back. */
final readonly class PagesWatch
{
    /** Screen of the agency's app where one click mends it. */
    public const MENDED_AT = '/settings/portal';

    /** @param Closure(): Business $business */
    public function __construct(private PortalRepository $portals, private PortalUrls $urls, private Changes $changes, private Closure $business, private OldPaths $old)
    {
    }

    /** A page that was published is not any more: it is in the trash, a draft, private, deleted. */
    public function gone(WP_Post $page): void
    {
        foreach ($this->portals->all() as $portal) {
            if (! in_array($page->ID, [$portal->login_page_id, $portal->portal_page_id], true)) {
                continue;
            }
            $business = ($this->business)();
            $this->changes->run(Actor::current_staff(), static function (Change $change) use ($portal, $page, $business): void {
                $change->event('settings.portal_page_gone', [['portal', $portal->id]], null, ['name' => $page->post_title]);
                if ($business->email !== '') {
                    $change->mail(new Mail('portal_page_gone', "portal_page_gone:{$page->ID}:" . bin2hex(random_bytes(8)), $business->email, $business->name, '', null, $portal->id, data: ['title' => $page->post_title]));
                }
                /**
                 * Fires after a portal page is no longer published, so clients can't log in or view their invoices.
                 *
                 * @param int $portal_id
                 * @param int $page_id
                 * @since 0.2.0
                 */
                $change->hook('settings_portal_page_gone', $portal->id, $page->ID);
            });
        }
    }

    /** A page got another name or another parent: whoever has its former address goes on to find it. */
    public function moved(WP_Post $now, WP_Post $before): void
    {
        foreach ($this->portals->all() as $portal) {
            $page = match ($now->ID) {
                $portal->portal_page_id => PortalUrls::PAGE,
                $portal->login_page_id => PortalUrls::LOGIN_PAGE,
                default => null,
            };
            $path = wp_parse_url(self::address($before), PHP_URL_PATH);
            if ($page === null || $before->post_status !== 'publish' || ! is_string($path) || trim($path, '/') === '') {
                continue;
            }
            SiteFlags::raise(PortalModule::MOVED);
            $this->changes->run(Actor::current_staff(), function (Change $change) use ($portal, $now, $page, $path): void {
                $this->old->add($path, $page, $portal->id);
                $change->event('settings.portal_page_moved', [['portal', $portal->id]], null, ['name' => $now->post_title]);
                /**
                 * A page of a portal was renamed or moved. Its former address goes on to lead to it.
                 *
                 * @param int $portal_id
                 * @param int $page_id
                 * @since 0.2.0
                 */
                $change->hook('settings_portal_page_moved', $portal->id, $now->ID);
            });
        }
    }

    /** Of the page as it was. */
    private static function address(WP_Post $before): string
    {
        $parent = $before->post_parent > 0 ? trim(get_page_uri($before->post_parent) ?: '', '/') . '/' : '';

        return get_option('permalink_structure') === '' ? '' : home_url("/{$parent}{$before->post_name}/");
    }

    /** @return bool whether clients find a page missing that was there before */
    public function is_missing(): bool
    {
        foreach ($this->portals->all() as $portal) {
            if (($portal->login_page_id !== null || $portal->portal_page_id !== null) && ! $this->urls->has_pages($portal)) {
                return true;
            }
        }

        return false;
    }

    /** Action `admin_notices`, on the list of pages and the dashboard. */
    public function notice(): void
    {
        if ($this->is_missing()) {
            printf(
                '<div class="notice notice-error"><p>%s <a href="%s">%s</a></p></div>',
                esc_html__('Clients can’t reach their portal: one of its pages isn’t published.', 'counterfoil'),
                esc_url(AdminPage::url(self::MENDED_AT)),
                esc_html__('Restore the portal pages', 'counterfoil')
            );
        }
    }

    public function look(): Finding
    {
        return $this->is_missing()
            ? Finding::bad(__('Clients can’t reach their portal', 'counterfoil'), __('One of the portal’s pages isn’t published, so links in emails and PDFs don’t work. Restore the pages under Settings > Portal.', 'counterfoil'))
                ->done_at(AdminPage::url(self::MENDED_AT), __('Restore the portal pages', 'counterfoil'))
            : Finding::good(__('The portal’s pages are published', 'counterfoil'), __('Links in emails and PDFs keep working, even if the pages are renamed or moved.', 'counterfoil'));
    }
}

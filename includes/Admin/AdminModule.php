<?php

declare(strict_types=1);

namespace Counterfoil\Admin;

use Counterfoil\Access\Capability;
use Counterfoil\Business\BusinessModule;
use Counterfoil\Shared\Module;
use WP_Admin_Bar;

/** The agency's side: one page in wp-admin that holds the app, and doors to it. */
final class AdminModule extends Module
{
    private ?AdminPage $page = null;

    public function hooks(): void
    {
        add_action('admin_menu', fn () => $this->page()->add_menu());
        add_action('admin_enqueue_scripts', fn (string $screen) => $this->page()->enqueue($screen));
        add_filter('admin_body_class', fn (string $classes): string => $this->page()->body_class($classes));
        add_action('admin_bar_menu', static function (WP_Admin_Bar $bar): void {
            if (current_user_can(Capability::Bill->value)) {
                $bar->add_node([
                    'id' => 'counterfoil-bill-client',
                    'title' => '<span class="ab-icon dashicons dashicons-media-text" aria-hidden="true" style="top:2px"></span>'
                        . '<span class="ab-label">' . esc_html__('Bill client', 'counterfoil') . '</span>',
                    'href' => AdminPage::url('/invoices/new'),
                ]);
            }
        }, 80);
        add_filter('plugin_action_links_' . plugin_basename(COUNTERFOIL_FILE), static fn (array $links): array => [
            'settings' => '<a href="' . esc_url(AdminPage::url('/settings')) . '">' . esc_html__('Settings', 'counterfoil') . '</a>',
            ...$links,
        ]);
    }

    private function page(): AdminPage
    {
        return $this->page ??= new AdminPage($this->plugin->clock(), fn () => $this->plugin->module(BusinessModule::class)->business());
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Demo;

use Counterfoil\Access\Capability;
use Counterfoil\Business\BusinessModule;
use Counterfoil\Plugin;
use Counterfoil\Shared\Clock\MovableClock;
use Counterfoil\Shared\Clock\SiteDay;
use Counterfoil\Shared\Module;
use Counterfoil\Shared\SharedModule;
use WP_Admin_Bar;

/** Only where COUNTERFOIL_DEMO is true: the demo's date in the admin bar, and a way to move it on. */
final class DemoModule extends Module
{
    public const OPTION = 'counterfoil_demo_clock';
    private const ACTION = 'counterfoil_demo_clock';

    public function options(): array
    {
        return [self::OPTION];
    }

    public function hooks(): void
    {
        if (! Plugin::is_demo()) {
            return;
        }
        add_action('admin_bar_menu', fn (WP_Admin_Bar $bar) => $this->show_clock($bar), 90);
        add_action('admin_post_' . self::ACTION, fn () => $this->move_clock());
    }

    private function show_clock(WP_Admin_Bar $bar): void
    {
        if (! current_user_can(Capability::Settings->value)) {
            return;
        }
        $today = SiteDay::of($this->plugin->module(BusinessModule::class)->calendar()->today());
        $bar->add_node([
            'id' => 'counterfoil-demo',
            /* translators: %s: date */
            'title' => esc_html(sprintf(__('Demo: %s', 'counterfoil'), $today)),
            'parent' => 'top-secondary',
            'meta' => ['title' => __('The date in this demo. Move it forward to see invoices become overdue.', 'counterfoil')],
        ]);
        foreach (ClockStep::cases() as $step) {
            $bar->add_node(['id' => "counterfoil-demo-{$step->value}", 'parent' => 'counterfoil-demo', 'title' => $this->button($step)]);
        }
    }

    /** A form, since what moves the clock is no link. */
    private function button(ClockStep $step): string
    {
        return sprintf(
            '<form method="post" action="%s" style="margin:0">%s<input type="hidden" name="action" value="%s"><button name="step" value="%s" style="background:none;border:0;padding:0;color:inherit;font:inherit;cursor:pointer">%s</button></form>',
            esc_url(admin_url('admin-post.php')),
            wp_nonce_field(self::ACTION, '_wpnonce', true, false),
            esc_attr(self::ACTION),
            esc_attr($step->value),
            esc_html($step->label())
        );
    }

    private function move_clock(): void
    {
        check_admin_referer(self::ACTION);
        $step = ClockStep::tryFrom(isset($_POST['step']) ? sanitize_key(wp_unslash($_POST['step'])) : '');
        if (! current_user_can(Capability::Settings->value) || $step === null) {
            wp_die(esc_html__('You don’t have permission to do this.', 'counterfoil'), '', ['response' => 403]);
        }
        $clock = $this->plugin->clock();
        if ($clock instanceof MovableClock) {
            (new MoveClock($clock, fn (int $seconds): int => $this->plugin->module(SharedModule::class)->worker()->run($seconds)))->handle($step);
        }
        // The part behind # never reaches the server; the app opens its overview.
        wp_safe_redirect(wp_get_referer() ?: admin_url('admin.php?page=counterfoil'));
        exit;
    }
}

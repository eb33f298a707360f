<?php

declare(strict_types=1);

namespace Counterfoil\Admin;

use Closure;
use Counterfoil\Access\Capability;
use Counterfoil\Business\Business;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Languages;
use Counterfoil\Shared\Money\Currency;
use Counterfoil\Shared\Rest\UploadedFile;

/** The page, its menu, and what the app is told when it starts. */
final readonly class AdminPage
{
    public const SLUG = 'counterfoil';
    private const SCREEN = 'toplevel_page_' . self::SLUG;

    /** How long the app may take to draw itself once all is loaded. */
    private const START_MS = 2_000;

    /** @param Closure(): Business $business */
    public function __construct(private Clock $clock, private Closure $business)
    {
    }

    /** @param string $location of the app's screen, "/invoices/12" */
    public static function url(string $location): string
    {
        return admin_url('admin.php?page=' . self::SLUG . '#' . $location);
    }

    public function add_menu(): void
    {
        global $submenu;
        add_menu_page(
            __('Counterfoil', 'counterfoil'),
            __('Counterfoil', 'counterfoil'),
            Capability::View->value,
            self::SLUG,
            $this->render(...),
            'dashicons-media-text',
            26
        );
        foreach ($this->entries() as [$title, $capability, $location]) {
            $submenu[self::SLUG][] = [$title, $capability->value, 'admin.php?page=' . self::SLUG . '#' . $location];
        }
    }

    public function render(): void
    {
        // The app puts itself in the place of all this.
        printf(
            '<div id="counterfoil" class="counterfoil-app" tabindex="-1">
                <noscript><div class="notice notice-error"><p>%s</p></div></noscript>
                <div id="counterfoil-failed" class="notice notice-error" role="alert" hidden><p><strong>%s</strong></p><p>%s</p><p><a class="button button-primary" href="">%s</a></p></div>
            </div>',
            esc_html__('This page requires JavaScript. Turn it on in your browser and reload.', 'counterfoil'),
            esc_html__('Counterfoil couldn’t be started.', 'counterfoil'),
            esc_html__('Its scripts weren’t loaded. Reload the page. If it happens again, check whether a browser extension, a security plugin or an optimization plugin blocks or changes the scripts of this page.', 'counterfoil'),
            esc_html__('Reload page', 'counterfoil')
        );
        wp_print_inline_script_tag(
            'addEventListener("load", () => setTimeout(() => { const failed = document.getElementById("counterfoil-failed"); if (failed) { failed.hidden = false; } }, ' . self::START_MS . '));'
        );
    }

    public function enqueue(string $screen): void
    {
        if ($screen !== self::SCREEN) {
            return;
        }
        $asset = require dirname(COUNTERFOIL_FILE) . '/build/admin/index.asset.php';
        $base = plugins_url('build/admin/', COUNTERFOIL_FILE);
        wp_enqueue_script('counterfoil-admin', "{$base}index.js", $asset['dependencies'], $asset['version'], ['in_footer' => true]);
        wp_enqueue_style('counterfoil-admin', "{$base}style-index.css", ['wp-components'], $asset['version']);
        wp_set_script_translations('counterfoil-admin', 'counterfoil', dirname(COUNTERFOIL_FILE) . '/build/languages');
        wp_add_inline_script('counterfoil-admin', 'window.counterfoil = ' . wp_json_encode($this->boot_data(), JSON_HEX_TAG | JSON_HEX_AMP) . ';', 'before');
        wp_enqueue_media();
    }

    /** The app fills the page; WordPress' own notices of other plugins stay outside of it. */
    public function body_class(string $classes): string
    {
        return get_current_screen()?->id === self::SCREEN ? "{$classes} counterfoil-page" : $classes;
    }

    /** @return array<string, mixed> twin of BootData in src/shared/boot.ts */
    private function boot_data(): array
    {
        $business = ($this->business)();

        return [
            'locale' => str_replace('_', '-', get_user_locale()),
            'now' => Timestamps::to_wire($this->clock->now()),
            'timezone' => $business->timezone->getName(),
            'dateFormat' => (string) get_option('date_format'),
            'timeFormat' => (string) get_option('time_format'),
            'currency' => $business->currency->code,
            'currencies' => array_map(
                static fn (string $code): array => ['code' => $code, 'decimals' => Currency::of($code)->decimals],
                Currency::codes()
            ),
            'locales' => array_values(array_unique([...Languages::shipped(), ...get_available_languages()])),
            'timezones' => \DateTimeZone::listIdentifiers(),
            'assets' => plugins_url('', COUNTERFOIL_FILE) . '/',
            'restUrl' => rest_url(),
            'uploadLimit' => UploadedFile::limit(),
            'can' => [
                'view' => current_user_can(Capability::View->value),
                'bill' => current_user_can(Capability::Bill->value),
                'refund' => current_user_can(Capability::Refund->value),
                'manageClients' => current_user_can(Capability::ManageClients->value),
                'settings' => current_user_can(Capability::Settings->value),
            ],
        ];
    }

    /** @return list<array{string, Capability, string}> */
    private function entries(): array
    {
        return [
            [__('Overview', 'counterfoil'), Capability::View, '/'],
            [__('Invoices', 'counterfoil'), Capability::View, '/invoices'],
            [__('Subscriptions', 'counterfoil'), Capability::View, '/subscriptions'],
            [__('Payments', 'counterfoil'), Capability::View, '/payments'],
            [__('Clients', 'counterfoil'), Capability::View, '/clients'],
            [__('Products', 'counterfoil'), Capability::View, '/products'],
            [__('Reports', 'counterfoil'), Capability::View, '/reports'],
            [__('Settings', 'counterfoil'), Capability::Settings, '/settings'],
        ];
    }
}

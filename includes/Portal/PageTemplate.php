<?php

declare(strict_types=1);

namespace Counterfoil\Portal;

use Counterfoil\Portals\CreatePortalPages;
use WP_Block_Templates_Registry;

/**
 * A page in the brand, without the theme's header and footer: the same in block themes and classic ones.
 * Block themes get it as a template of theirs too, so that the editor can choose and show it.
 */
final readonly class PageTemplate
{
    public const SLUG = CreatePortalPages::TEMPLATE;

    /** Draws a Look: logo or name. Frame, log-in and page show it. */
    public const BRAND = __DIR__ . '/templates/brand.php';

    /** Repeatable. */
    public function register(): void
    {
        if (wp_is_block_theme() && ! WP_Block_Templates_Registry::get_instance()->is_registered('counterfoil//' . self::SLUG)) {
            register_block_template('counterfoil//' . self::SLUG, [
                'title' => self::title(),
                'description' => __('A page in your brand, without the theme’s header and footer.', 'counterfoil'),
                'content' => '<!-- wp:group {"tagName":"main","layout":{"type":"constrained","contentSize":"64rem"}} --><main class="wp-block-group"><!-- wp:post-content /--></main><!-- /wp:group -->',
                'post_types' => ['page'],
            ]);
        }
    }

    public static function is_used(): bool
    {
        return is_page() && get_page_template_slug() === self::SLUG;
    }

    /**
     * Filter `theme_page_templates`.
     *
     * @param array<string, string> $templates
     * @return array<string, string>
     */
    public function offer(array $templates): array
    {
        return $templates + [self::SLUG => self::title()];
    }

    /** Filter `template_include`. */
    public function choose(string $template): string
    {
        if (! self::is_used()) {
            return $template;
        }
        // The template writes its own title and viewport; what themes and WordPress add depends on the theme.
        remove_action('wp_head', '_wp_render_title_tag', 1);
        remove_action('wp_head', '_block_template_render_title_tag', 1);
        remove_action('wp_head', '_block_template_viewport_meta_tag', 0);
        remove_action('wp_footer', 'the_block_template_skip_link');
        remove_action('wp_enqueue_scripts', 'wp_enqueue_block_template_skip_link');

        return __DIR__ . '/templates/page.php';
    }

    /** Action `wp_enqueue_scripts`, last: the theme's own styles are for its own pages. */
    public function leave_theme(): void
    {
        if (! self::is_used()) {
            return;
        }
        $folders = array_unique([get_template_directory_uri() . '/', get_stylesheet_directory_uri() . '/']);
        foreach (wp_styles()->queue as $handle) {
            $source = isset(wp_styles()->registered[$handle]) ? wp_styles()->registered[$handle]->src : false;
            if (is_string($source) && array_filter($folders, static fn (string $folder): bool => str_starts_with($source, $folder)) !== []) {
                wp_dequeue_style($handle);
            }
        }
        wp_enqueue_style(PortalModule::STYLE);
    }

    /**
     * Filter `body_class`.
     *
     * @param list<string> $classes
     * @return list<string>
     */
    public function body_class(array $classes): array
    {
        return self::is_used() ? ['cf-page', ...array_values(array_intersect($classes, ['rtl', 'admin-bar']))] : $classes;
    }

    private static function title(): string
    {
        return __('Client portal', 'counterfoil');
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Portal;

use Closure;
use Counterfoil\Shared\Html;
use Counterfoil\Shared\Rest\Errors;
use Throwable;
use WP_Block;
use WP_Block_Type_Registry;

/** Tells WordPress of the blocks. What draws them is made when one of them is on a page. */
final readonly class RegisterBlocks
{
    /** The portal first: its style is everybody's. */
    private const FOLDERS = ['portal', 'login', 'invoices', 'subscriptions', 'pay-button'];

    public const CATEGORY = 'counterfoil';

    /**
     * Hooked to init: WordPress knows the names, and no more until one of them stands on a page. What a block is (its
     * attributes, styles and scripts) is read from ten files, which most pages of a site have no use for.
     */
    public static function offer(): void
    {
        foreach (self::FOLDERS as $folder) {
            if (! WP_Block_Type_Registry::get_instance()->is_registered("counterfoil/{$folder}")) {
                register_block_type("counterfoil/{$folder}", ['api_version' => '3', 'render_callback' => self::late(...)]);
            }
        }
    }

    /** All there is to know of them. Repeatable. */
    public static function register(): void
    {
        $registry = WP_Block_Type_Registry::get_instance();
        foreach (self::FOLDERS as $folder) {
            $known = $registry->get_registered("counterfoil/{$folder}");
            // Tests of PHP alone are run without the blocks having been built.
            if (($known !== null && $known->title !== '') || ! is_file(dirname(COUNTERFOIL_FILE) . "/build/{$folder}/block.json")) {
                continue;
            }
            if ($known !== null) {
                $registry->unregister("counterfoil/{$folder}");
            }
            register_block_type(dirname(COUNTERFOIL_FILE) . "/build/{$folder}");
            wp_set_script_translations("counterfoil-{$folder}-editor-script", 'counterfoil', dirname(COUNTERFOIL_FILE) . '/build/languages');
        }
    }

    /** The editor is told of the blocks and of the page template. Repeatable. */
    public static function for_editors(): void
    {
        if (has_filter('block_categories_all', [self::class, 'category']) !== false) {
            return;
        }
        $now_or_on_init = static fn (callable $do) => did_action('init') > 0 ? $do() : add_action('init', $do);
        $template = new PageTemplate();
        $now_or_on_init([self::class, 'register']);
        $now_or_on_init($template->register(...));
        add_filter('block_categories_all', [self::class, 'category']);
        add_filter('theme_page_templates', $template->offer(...));
    }

    /**
     * One of them stands where nobody could know before: in a pattern, a part of a template, a widget.
     *
     * @param array<string, mixed> $attributes
     */
    private static function late(array $attributes, string $content, WP_Block $block): string
    {
        self::register();
        $known = WP_Block_Type_Registry::get_instance()->get_registered($block->name);

        return $known === null || $known->title === '' ? '' : (new WP_Block($block->parsed_block, $block->context))->render();
    }

    /**
     * Filter `block_categories_all`.
     *
     * @param list<array<string, mixed>> $categories
     * @return list<array<string, mixed>>
     */
    public static function category(array $categories): array
    {
        return [...$categories, ['slug' => self::CATEGORY, 'title' => 'Counterfoil', 'icon' => null]];
    }

    /**
     * What a block becomes. In the editor a sample, never anything of a client's; in copies of a page
     * that are not looked at by a person (feeds, REST, embeds) nothing; on a page a place for its markup.
     *
     * @param Closure(): string $draw
     * @param Closure(): string $preview
     */
    public static function draw(Closure $draw, Closure $preview): string
    {
        if (self::is_editor()) {
            return $preview();
        }

        if (! PrivatePages::is_page_view()) {
            return '';
        }
        PrivatePages::keep_from_caches();

        try {
            return PageOutput::hold($draw());
        } catch (Throwable $error) {
            // A page of ours is answered by ErrorPage. One of the site's goes on without us.
            if (PrivatePages::is_private()) {
                throw $error;
            }
            Errors::log($error);

            return '<p>' . Html::escape(__('This isn’t available right now. Please try again in a few minutes.', 'counterfoil')) . '</p>';
        }
    }

    /** The block renderer of WordPress asks for its own permission; who gets this far may edit. */
    private static function is_editor(): bool
    {
        $route = $GLOBALS['wp']->query_vars['rest_route'] ?? '';

        return ! PrivatePages::is_page_view() && is_string($route) && str_contains($route, '/block-renderer/') && current_user_can('edit_posts');
    }
}

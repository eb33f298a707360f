<?php

declare(strict_types=1);

namespace Counterfoil\Portal;

use Closure;

/** Tells WordPress of the blocks. What draws them is made when one of them is on a page. */
final readonly class RegisterBlocks
{
    /** The portal first: its style is everybody's. */
    private const FOLDERS = ['portal', 'login', 'invoices', 'pay-button'];

    public const CATEGORY = 'counterfoil';

    public function handle(): void
    {
        foreach (self::FOLDERS as $folder) {
            // Tests of PHP alone are run without the blocks having been built.
            if (! is_file(dirname(COUNTERFOIL_FILE) . "/build/{$folder}/block.json")) {
                continue;
            }
            register_block_type(dirname(COUNTERFOIL_FILE) . "/build/{$folder}");
            wp_set_script_translations("counterfoil-{$folder}-editor-script", 'counterfoil', dirname(COUNTERFOIL_FILE) . '/build/languages');
        }
    }

    /**
     * Filter `block_categories_all`.
     *
     * @param list<array<string, mixed>> $categories
     * @return list<array<string, mixed>>
     */
    public function category(array $categories): array
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

        return PageOutput::hold($draw());
    }

    /** The block renderer of WordPress asks for its own permission; who gets this far may edit. */
    private static function is_editor(): bool
    {
        $route = $GLOBALS['wp']->query_vars['rest_route'] ?? '';

        return ! PrivatePages::is_page_view() && is_string($route) && str_contains($route, '/block-renderer/') && current_user_can('edit_posts');
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Portal;

use Counterfoil\Portal\PageTemplate;
use Counterfoil\Portals\PortalsModule;
use Counterfoil\Tests\Support\FitsContract;
use WP_Query;

final class PortalPagesTest extends PortalViewTestCase
{
    use FitsContract;

    public function test_one_click_makes_both_pages_and_another_click_makes_no_more(): void
    {
        $this->plugin->module(PortalsModule::class)->portals()->save_pages($this->portal->id, null, null);
        $administrator = $this->administrator();
        $path = "/counterfoil/v1/portals/{$this->portal->id}/pages";

        $made = self::fits('portals.create-pages', $this->rest('POST', $path, null, $administrator, ['Idempotency-Key' => 'one']));
        $pages = (int) wp_count_posts('page')->publish;
        $again = self::fits('portals.create-pages', $this->rest('POST', $path, null, $administrator, ['Idempotency-Key' => 'two']));

        self::assertSame($made, $again);
        self::assertSame($pages, (int) wp_count_posts('page')->publish);
        foreach (['login_page' => 'counterfoil/login', 'portal_page' => 'counterfoil/portal'] as $page => $block) {
            self::assertTrue(has_block($block, $made[$page]['id']));
            self::assertSame(PageTemplate::SLUG, get_page_template_slug($made[$page]['id']));
            self::assertSame('publish', get_post_status($made[$page]['id']));
        }
        self::assertSame([$again], self::fits('portals.list', $this->rest('GET', '/counterfoil/v1/portals', null, $administrator))['items']);
        // The set-up made them once before.
        self::assertSame(2, $this->rows_of('events', "type = 'settings.pages_created'"));
    }

    public function test_a_page_is_called_as_its_title_was_typed(): void
    {
        wp_update_post(['ID' => (int) $this->portal->portal_page_id, 'post_title' => 'Pay -- "2x4" & more']);

        $portals = self::fits('portals.list', $this->rest('GET', '/counterfoil/v1/portals', null, $this->administrator()))['items'];

        self::assertSame('Pay -- "2x4" & more', $portals[0]['portal_page']['title']);
    }

    public function test_a_page_in_the_trash_comes_back_and_the_other_one_is_kept(): void
    {
        wp_trash_post((int) $this->portal->login_page_id);

        $made = self::fits('portals.create-pages', $this->rest('POST', "/counterfoil/v1/portals/{$this->portal->id}/pages", null, $this->administrator(), ['Idempotency-Key' => 'k']));

        self::assertSame($this->portal->login_page_id, $made['login_page']['id']);
        self::assertSame('publish', get_post_status((int) $this->portal->login_page_id));
        self::assertSame($this->portal->portal_page_id, $made['portal_page']['id']);
    }

    public function test_abuse_11_searches_site_maps_and_copies_of_pages_show_nothing(): void
    {
        $invoice = $this->issued($this->a);
        $mine = [(int) $this->portal->login_page_id, (int) $this->portal->portal_page_id];
        wp_set_current_user((int) $this->contact_a->user_id);

        $found = get_posts(['s' => 'portal', 'post_type' => 'page', 'fields' => 'ids', 'posts_per_page' => -1, 'suppress_filters' => false]);
        self::assertSame([], array_intersect($mine, $found));
        $map = wp_get_sitemap_providers()['posts']->get_url_list(1, 'page');
        self::assertSame([], array_intersect(array_map(get_permalink(...), $mine), array_column($map, 'loc')));
        $search = self::json($this->rest('GET', '/wp/v2/search?search=portal&subtype=page', null, (int) $this->contact_a->user_id));
        self::assertSame([], array_intersect($mine, array_column($search, 'id')));
        // Core's own route renders blocks: for whoever is logged in, and then perhaps for a cache.
        $page = $this->page_with('<!-- wp:counterfoil/portal /--><!-- wp:counterfoil/invoices /--><!-- wp:counterfoil/subscriptions /--><!-- wp:counterfoil/pay-button /-->');
        $answer = (string) wp_json_encode($this->rest('GET', "/wp/v2/pages/{$page}", null, (int) $this->contact_a->user_id)->get_data());
        self::assertStringContainsString('"rendered":""', $answer);
        self::assertStringNotContainsString((string) $invoice->number, $answer);
        self::assertStringNotContainsString('100.00', $answer);
        self::assertStringNotContainsString('Ada', $answer);
    }

    public function test_abuse_55_pages_are_kept_by_nobody_and_listed_by_nobody(): void
    {
        foreach ([$this->portal->login_page_id, $this->portal->portal_page_id, $this->page_with('<!-- wp:counterfoil/pay-button /-->'), $this->page_with('<!-- wp:counterfoil/subscriptions /-->')] as $page) {
            $this->open((int) $page);
            $headers = apply_filters('wp_headers', ['Last-Modified' => 'x', 'X-Pingback' => 'y']);
            self::assertStringContainsString('no-store', $headers['Cache-Control']);
            self::assertSame('same-origin', $headers['Referrer-Policy']);
            self::assertStringContainsString('noindex', $headers['X-Robots-Tag']);
            self::assertArrayNotHasKey('Last-Modified', $headers);
            self::assertArrayNotHasKey('X-Pingback', $headers);
            self::assertTrue(apply_filters('wp_robots', [])['noindex'] ?? false);
        }
        $this->open($this->page_with('<p>Plain</p>'));
        self::assertSame(['Last-Modified' => 'x'], apply_filters('wp_headers', ['Last-Modified' => 'x']));
    }

    public function test_the_head_of_a_page_of_ours_does_not_tell_what_it_runs_on(): void
    {
        $this->open((int) $this->portal->login_page_id);
        apply_filters('wp_headers', []);
        do_action('wp', $GLOBALS['wp']);
        ob_start();
        do_action('wp_head');
        $head = (string) ob_get_clean();

        self::assertStringNotContainsString('generator', $head);
        self::assertStringNotContainsString('oembed', $head);
        self::assertStringNotContainsString('api.w.org', $head);
        self::assertStringNotContainsString('xmlrpc', $head);
        self::assertStringNotContainsString('emoji', $head);
        self::assertStringNotContainsString('rss+xml', $head);
        self::assertStringContainsString('noindex', $head);
        self::assertSame(1, substr_count($head, '<link rel="icon"'), 'WordPress’ own sign is not asked for.');
        self::assertStringContainsString(rawurlencode("fill=\"{$this->portal->colour}\""), $head);
        self::assertTrue(defined('DONOTCACHEPAGE') && DONOTCACHEPAGE);
    }

    public function test_a_page_without_a_block_of_ours_costs_nothing(): void
    {
        $page = $this->page_with('<!-- wp:paragraph --><p>Plain</p><!-- /wp:paragraph -->');
        $GLOBALS['wp_query'] = $GLOBALS['wp_the_query'] = new WP_Query(['page_id' => $page]);
        $queries = [];
        add_filter('query', static function (string $sql) use (&$queries): string {
            $queries[] = $sql;

            return $sql;
        });

        apply_filters('wp_headers', []);
        do_action('wp', $GLOBALS['wp']);
        ob_start();
        do_action('wp_head');
        echo apply_filters('the_content', get_post_field('post_content', $page));
        do_action('wp_footer');
        $html = (string) ob_get_clean();
        apply_filters('template_include', 'index.php');

        self::assertSame([], array_values(array_filter($queries, static fn (string $sql): bool => str_contains($sql, 'counterfoil'))));
        self::assertStringContainsString('Plain', $html);
        self::assertStringNotContainsString('counterfoil', $html);
        self::assertStringNotContainsString('cf-', $html);
    }
}

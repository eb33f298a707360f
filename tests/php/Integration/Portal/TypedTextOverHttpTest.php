<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Portal;

use Counterfoil\Clients\Access;
use Counterfoil\Clients\ClientDetails;
use Counterfoil\Clients\ClientsModule;
use Counterfoil\Plugin;
use Counterfoil\Portals\Portal;
use Counterfoil\Portals\PortalsModule;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Address;
use Counterfoil\Shared\Money\Currency;
use Counterfoil\Tests\Support\CommittingTestCase;
use Counterfoil\Tests\Support\WebServer;
use WP_HTML_Tag_Processor;
use WP_Session_Tokens;

/** Whole pages as a browser gets them: what a stranger typed into an address is shown as typed. */
final class TypedTextOverHttpTest extends CommittingTestCase
{
    private const TYPED = '/[caption width="9"]x[/caption] <!-- wp:paragraph --> 2x4 -- "big" :) (c) {{7*7}} &#91;x&#93;';

    private WebServer $server;
    private Portal $portal;

    protected function setUp(): void
    {
        parent::setUp();
        $this->server = WebServer::start();
        $plugin = Plugin::instance();
        $this->portal = $plugin->module(PortalsModule::class)->create_pages()->handle($plugin->module(PortalsModule::class)->portals()->default()->id, Actor::system());
    }

    protected function tearDown(): void
    {
        $this->server->stop();
        parent::tearDown();
    }

    public function test_abuse_61_on_our_template_in_the_theme_in_a_pattern_and_where_posts_are_listed(): void
    {
        $pattern = wp_insert_post(['post_type' => 'wp_block', 'post_status' => 'publish', 'post_title' => 'Kept', 'post_content' => '<!-- wp:counterfoil/login /-->']);
        wp_insert_post(['post_type' => 'post', 'post_status' => 'publish', 'post_title' => 'Sought', 'post_content' => '<!-- wp:counterfoil/login /-->']);
        foreach ([
            'our template' => "page_id={$this->portal->login_page_id}",
            "the theme's" => 'page_id=' . $this->page('<!-- wp:group --><div class="wp-block-group"><!-- wp:counterfoil/login /--></div><!-- /wp:group -->'),
            'a synced pattern' => 'page_id=' . $this->page("<!-- wp:block {\"ref\":{$pattern}} /-->"),
            'what was searched' => 's=Sought',
        ] as $where => $query) {
            $answer = $this->server->ask('GET', "/?{$query}&redirect_to=" . rawurlencode(self::TYPED));

            self::assertSame(200, $answer['status'], $where);
            self::assertStringContainsString('</html>', $answer['body'], $where);
            self::assertSame(self::TYPED, self::typed($answer['body']), $where);
            self::assertStringNotContainsString('data-cf-block', $answer['body'], $where);
            self::assertStringContainsString('no-store', $answer['headers']['cache-control'] ?? '', $where);
            self::assertSame(str_starts_with($query, 'page_id'), isset($answer['headers']['x-robots-tag']), $where);
            // What the block needs came along.
            self::assertMatchesRegularExpression('~<head>.*(portal/style-edit\.css|\.cf-portal).*</head>~s', $answer['body'], $where);
            self::assertStringContainsString('/login/view.js', $answer['body'], $where);
        }
    }

    public function test_abuse_61_what_others_typed_reads_as_typed(): void
    {
        $plugin = Plugin::instance();
        $clients = $plugin->module(ClientsModule::class)->clients();
        $client = $clients->insert($this->portal->id, new ClientDetails(self::TYPED, '', '', new Address(), '', Currency::of('EUR'), ''));
        $contact = $plugin->module(ClientsModule::class)->contacts()->insert($client, $plugin->module(ClientsModule::class)->roles()->default()->id, 'Ada Lindqvist', 'ada@harbour.test');
        $user = $this->user('subscriber', ['user_email' => 'ada@harbour.test']);
        $plugin->database()->update('contacts', ['user_id' => $user, 'access' => Access::Active->value], ['id' => $contact]);
        foreach ([(int) $this->portal->portal_page_id, $this->page('<!-- wp:counterfoil/portal /-->')] as $page) {
            $answer = $this->server->ask('GET', "/?page_id={$page}", [$this->cookie($user)]);

            $text = html_entity_decode(wp_strip_all_tags($answer['body']), ENT_QUOTES | ENT_HTML5);
            self::assertSame(200, $answer['status']);
            self::assertStringContainsString('Hello Ada Lindqvist', $text);
            self::assertGreaterThanOrEqual(2, substr_count($text, self::TYPED), $text);
            self::assertStringContainsString('/portal/view.js', $answer['body']);
        }
    }

    private function cookie(int $user): string
    {
        $end = time() + 3600;
        $token = WP_Session_Tokens::get_instance($user)->create($end);

        return 'Cookie: ' . LOGGED_IN_COOKIE . '=' . rawurlencode(wp_generate_auth_cookie($user, $end, 'logged_in', $token));
    }

    public function test_a_page_without_our_blocks_is_as_it_was(): void
    {
        $answer = $this->server->ask('GET', '/?page_id=' . $this->page('<!-- wp:paragraph --><p>Plain</p><!-- /wp:paragraph -->'));

        self::assertStringContainsString('>Plain</p>', $answer['body']);
        self::assertStringNotContainsString('cf-', $answer['body']);
        self::assertArrayNotHasKey('cache-control', $answer['headers']);
    }

    public function test_feeds_and_rest_draw_nothing(): void
    {
        $page = $this->page('<!-- wp:counterfoil/login /-->');
        wp_insert_post(['post_type' => 'post', 'post_status' => 'publish', 'post_title' => 'Post', 'post_content' => '<!-- wp:counterfoil/login /--><!-- wp:paragraph --><p>Plain</p><!-- /wp:paragraph -->']);
        foreach (["/?rest_route=/wp/v2/pages/{$page}", '/?feed=rss2', '/?feed=atom'] as $path) {
            $answer = $this->server->ask('GET', "{$path}&redirect_to=" . rawurlencode(self::TYPED));
            self::assertSame(200, $answer['status'], $path);
            self::assertStringNotContainsString('cf-login', $answer['body'], $path);
            self::assertStringNotContainsString('data-cf-block', $answer['body'], $path);
            self::assertStringNotContainsString('2x4', str_replace(rawurlencode(self::TYPED), '', $answer['body']), $path);
        }
    }

    private function page(string $content): int
    {
        return wp_insert_post(['post_type' => 'page', 'post_status' => 'publish', 'post_title' => 'A page', 'post_content' => $content]);
    }

    private static function typed(string $html): string|bool|null
    {
        $tags = new WP_HTML_Tag_Processor($html);
        while ($tags->next_tag(['tag_name' => 'input'])) {
            if ($tags->get_attribute('name') === 'redirect_to') {
                return $tags->get_attribute('value');
            }
        }

        return null;
    }
}

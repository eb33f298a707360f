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
use WP_Session_Tokens;

/** The portal block wherever an editor can put it: it is drawn, nobody keeps it, and nobody is led round in a circle. */
final class ContainersOverHttpTest extends CommittingTestCase
{
    private const BLOCK = '<!-- wp:counterfoil/portal /-->';

    private WebServer $server;
    private Portal $portal;
    private string $cookie = '';

    protected function setUp(): void
    {
        parent::setUp();
        $this->server = WebServer::start();
        $plugin = Plugin::instance();
        $portals = $plugin->module(PortalsModule::class);
        $this->portal = $portals->create_pages()->handle($portals->portals()->default()->id, Actor::system());
        $client = $plugin->module(ClientsModule::class)->clients()->insert($this->portal->id, new ClientDetails('Harbour & Pine', '', '', new Address(), '', Currency::of('EUR'), ''));
        $contact = $plugin->module(ClientsModule::class)->contacts()->insert($client, $plugin->module(ClientsModule::class)->roles()->default()->id, 'Ada Lindqvist', 'ada@harbour.test');
        $user = $this->user('subscriber', ['user_email' => 'ada@harbour.test']);
        $plugin->database()->update('contacts', ['user_id' => $user, 'access' => Access::Active->value], ['id' => $contact]);
        $end = time() + 3600;
        $this->cookie = 'Cookie: ' . LOGGED_IN_COOKIE . '=' . rawurlencode(wp_generate_auth_cookie($user, $end, 'logged_in', WP_Session_Tokens::get_instance($user)->create($end)));
    }

    protected function tearDown(): void
    {
        $this->server->stop();
        parent::tearDown();
    }

    public function test_it_is_drawn_and_kept_by_nobody(): void
    {
        foreach ($this->containers() as $where => $content) {
            wp_update_post(['ID' => (int) $this->portal->portal_page_id, 'post_content' => $content]);
            $path = "/?page_id={$this->portal->portal_page_id}";

            $own = $this->server->ask('GET', $path, [$this->cookie]);
            self::assertSame(200, $own['status'], $where);
            self::assertStringContainsString('Hello Ada Lindqvist', $own['body'], $where);
            self::assertStringContainsString('no-store', $own['headers']['cache-control'] ?? '', $where);
            self::assertStringContainsString('Ada Lindqvist', $this->server->ask('GET', "{$path}&view=account", [$this->cookie])['body'], $where);
            self::assertSame(404, $this->server->ask('GET', "{$path}&view=invoice&id=999", [$this->cookie])['status'], $where);

            $nobody = $this->server->ask('GET', "{$path}&view=account");
            self::assertStringContainsString('no-store', $nobody['headers']['cache-control'] ?? '', $where);
            self::assertStringNotContainsString('Ada', $nobody['body'], $where);
            // Led to the log-in, or shown the way there; in both cases back to the same screen.
            self::assertStringContainsString('view=account', rawurldecode(html_entity_decode(($nobody['headers']['location'] ?? '') . $nobody['body'])), $where);
        }
    }

    public function test_the_log_in_block_in_a_pattern_answers_its_form_and_leads_on(): void
    {
        $pattern = self::pattern('<!-- wp:counterfoil/login /-->');
        wp_update_post(['ID' => (int) $this->portal->login_page_id, 'post_content' => "<!-- wp:block {\"ref\":{$pattern}} /-->"]);
        $path = "/?page_id={$this->portal->login_page_id}";

        $answer = $this->server->ask('GET', $path);
        self::assertStringContainsString('no-store', $answer['headers']['cache-control'] ?? '');
        self::assertStringContainsString('noindex', $answer['headers']['x-robots-tag'] ?? '');
        self::assertStringContainsString('name="counterfoil_form" value="log-in"', $answer['body']);
        $led = $this->server->ask('GET', $path, [$this->cookie]);
        self::assertSame(302, $led['status']);
        self::assertSame(get_permalink((int) $this->portal->portal_page_id), $led['headers']['location'] ?? '');
    }

    /** @return array<string, string> content of the portal's page */
    private function containers(): array
    {
        $pattern = self::pattern(self::BLOCK);
        $outer = self::pattern("<!-- wp:group --><div class=\"wp-block-group\"><!-- wp:block {\"ref\":{$pattern}} /--></div><!-- /wp:group -->");
        wp_insert_post(['post_type' => 'post', 'post_status' => 'publish', 'post_title' => 'Listed', 'post_content' => self::BLOCK]);
        $loop = '<!-- wp:query {"query":{"perPage":1,"postType":"post","inherit":false}} --><div class="wp-block-query">'
            . '<!-- wp:post-template --><!-- wp:post-content /--><!-- /wp:post-template --></div><!-- /wp:query -->';

        return ['synced pattern' => "<!-- wp:block {\"ref\":{$pattern}} /-->", 'pattern in a pattern' => "<!-- wp:block {\"ref\":{$outer}} /-->", 'query loop' => $loop];
    }

    private static function pattern(string $content): int
    {
        return wp_insert_post(['post_type' => 'wp_block', 'post_status' => 'publish', 'post_title' => 'Kept', 'post_content' => $content]);
    }
}

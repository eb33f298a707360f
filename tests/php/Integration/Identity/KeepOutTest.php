<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Identity;

use Counterfoil\Tests\Support\PortalTestCase;
use RuntimeException;
use WP_Error;
use WP_Query;
use WP_Session_Tokens;
use WP_User;

final class KeepOutTest extends PortalTestCase
{
    private int $contact = 0;

    protected function setUp(): void
    {
        parent::setUp();
        $this->contact = (int) $this->active_contact($this->client(), 'jane@client.test', 'Jane Doe')->user_id;
        // Where a page would be left, the test goes on.
        add_filter('wp_redirect', static fn (string $to): string => throw new RuntimeException($to));
    }

    protected function tearDown(): void
    {
        $GLOBALS['wp_query'] = $GLOBALS['wp_the_query'] = new WP_Query();
        parent::tearDown();
    }

    public function test_abuse_09_wp_admin_leads_to_the_portal(): void
    {
        $this->act_as($this->contact);
        self::assertSame(get_permalink((int) $this->portal->portal_page_id), $this->led_to('admin_init'));
        self::assertSame(get_permalink((int) $this->portal->portal_page_id), $this->led_to('login_init'));

        foreach ([$this->user('subscriber'), $this->user('editor'), $this->administrator()] as $other) {
            $this->act_as($other);
            self::assertNull($this->led_to('login_init'), 'Others are left alone.');
        }
    }

    public function test_abuse_09_wp_login_and_xml_rpc_refuse_the_right_password(): void
    {
        $login = self::wp_user($this->contact)->user_login;
        foreach (['jane@client.test', $login] as $name) {
            $right = wp_authenticate($name, self::PASSWORD);
            $wrong = wp_authenticate($name, 'wrong password');
            self::assertInstanceOf(WP_Error::class, $right);
            self::assertInstanceOf(WP_Error::class, $wrong);
            self::assertSame($wrong->errors, $right->errors, 'Passwords can’t be tried out here.');
        }
        $subscriber = $this->user('subscriber', ['user_email' => 's@site.test']);
        self::assertSame($subscriber, $this->id_of(wp_authenticate('s@site.test', 'correct horse battery')));
        self::assertSame([], $this->cookies);
    }

    public function test_abuse_09_somebody_of_another_plugin_keeps_their_form_but_not_wp_login(): void
    {
        $customer = $this->user('subscriber', ['user_email' => 'c@shop.test']);
        $token = $this->invite($this->contact($this->client('Shop'), 'c@shop.test'));
        self::assert_status(200, $this->rest('POST', '/counterfoil/v1/invitations/redeem', ['token' => $token, 'password' => 'correct horse battery']));

        self::assertSame($customer, $this->id_of(wp_authenticate('c@shop.test', 'correct horse battery')));
        $GLOBALS['pagenow'] = 'wp-login.php';
        self::assertInstanceOf(WP_Error::class, wp_authenticate('c@shop.test', 'correct horse battery'));
        $GLOBALS['pagenow'] = 'index.php';
    }

    public function test_abuse_09_no_application_passwords(): void
    {
        self::assertFalse(wp_is_application_passwords_available_for_user($this->contact));
        self::assertTrue(wp_is_application_passwords_available_for_user($this->administrator()));
    }

    public function test_abuse_09_the_users_route_is_closed(): void
    {
        $editor = $this->user('editor');
        foreach (['/wp/v2/users', '/wp/v2/users/me', "/wp/v2/users/{$editor}", "/wp/v2/users/{$this->contact}", '/wp/v2/users/me/application-passwords'] as $route) {
            self::assert_status(403, $this->rest('GET', $route, user: $this->contact));
        }
        $response = $this->rest('POST', '/wp/v2/users/me', ['name' => 'Evil', 'password' => 'changed by the core route'], user: $this->contact);
        self::assert_status(403, $response);
        self::assertSame('Jane Doe', self::wp_user($this->contact)->display_name);
        self::assert_status(200, $this->rest('GET', '/wp/v2/users/me', user: $editor));
    }

    public function test_abuse_09_the_users_route_is_closed_in_a_batch_too(): void
    {
        $answer = $this->rest('POST', '/batch/v1', ['requests' => [['method' => 'POST', 'path' => '/wp/v2/users/me', 'body' => ['email' => 'evil@client.test']]]], $this->contact);
        self::assert_status(207, $answer);
        self::assertSame(403, self::json($answer)['responses'][0]['status'] ?? 0);
        self::assertSame('jane@client.test', self::wp_user($this->contact)->user_email);
    }

    public function test_abuse_17_wp_login_knows_contacts_no_better_than_strangers(): void
    {
        $login = self::wp_user($this->contact)->user_login;
        foreach ([['jane@client.test', 'nobody@client.test'], [$login, str_repeat('x', strlen($login))]] as [$contact, $stranger]) {
            foreach ([self::PASSWORD, 'wrong password'] as $password) {
                $of_contact = wp_authenticate($contact, $password);
                $of_stranger = wp_authenticate($stranger, $password);
                self::assertInstanceOf(WP_Error::class, $of_contact);
                self::assertInstanceOf(WP_Error::class, $of_stranger);
                self::assertSame(str_replace($stranger, $contact, (string) wp_json_encode($of_stranger->errors)), (string) wp_json_encode($of_contact->errors));
            }
        }
        foreach ([['jane@client.test', 'nobody@client.test'], [$login, str_repeat('x', strlen($login))]] as [$contact, $stranger]) {
            $of_contact = retrieve_password($contact);
            $of_stranger = retrieve_password($stranger);
            self::assertInstanceOf(WP_Error::class, $of_contact);
            self::assertInstanceOf(WP_Error::class, $of_stranger);
            self::assertSame($of_stranger->get_error_messages(), $of_contact->get_error_messages());
        }
    }

    public function test_abuse_17_wp_login_hashes_as_often_for_strangers(): void
    {
        $hashed = 0;
        $count = static function (mixed $value) use (&$hashed): mixed {
            ++$hashed;

            return $value;
        };
        // The one is asked when a password is checked, the other when one is hashed.
        add_filter('check_password', $count);
        add_filter('wp_hash_password_options', $count);
        wp_authenticate('jane@client.test', 'wrong password');
        $of_contact = $hashed;
        $hashed = 0;
        wp_authenticate('nobody@client.test', 'wrong password');
        self::assertSame($of_contact, $hashed);
    }

    public function test_abuse_09_no_admin_bar(): void
    {
        $this->act_as($this->contact);
        self::assertFalse(apply_filters('show_admin_bar', true));
        $this->act_as($this->administrator());
        self::assertTrue(apply_filters('show_admin_bar', true));
    }

    public function test_abuse_11_lists_of_users_leave_contacts_out(): void
    {
        // The worst case: an agency that wrote a post in a contact's name.
        wp_insert_post(['post_status' => 'publish', 'post_title' => 'By Jane', 'post_author' => $this->contact]);
        $nicename = self::wp_user($this->contact)->user_nicename;
        foreach ([0, $this->user('subscriber')] as $user) {
            $list = $this->rest('GET', '/wp/v2/users', user: $user);
            self::assertNotContains($this->contact, array_column(self::json($list), 'id'));
            self::assert_status(404, $this->rest('GET', "/wp/v2/users/{$this->contact}", user: $user));
        }
        $provider = wp_sitemaps_get_server()->registry->get_provider('users');
        self::assertStringNotContainsString($nicename, (string) wp_json_encode($provider?->get_url_list(1)));
        self::assertContains($this->contact, array_column(self::json($this->rest('GET', '/wp/v2/users?per_page=100&context=edit', user: $this->administrator())), 'id'));
    }

    public function test_abuse_11_there_is_no_author_archive(): void
    {
        $user = self::wp_user($this->contact);
        foreach ([['author' => (string) $this->contact], ['author_name' => $user->user_nicename], ['author_name' => $user->user_nicename, 'feed' => 'rss2']] as $query) {
            $GLOBALS['wp_query'] = $GLOBALS['wp_the_query'] = new WP_Query($query);
            self::assertNull($this->led_to('template_redirect'), 'Not led to an address with the name in it.');
            self::assertTrue(is_404());
            self::assertFalse(is_author() || is_feed());
        }
        $author = $this->user('author');
        wp_insert_post(['post_status' => 'publish', 'post_title' => 'A post', 'post_author' => $author]);
        $GLOBALS['wp_query'] = $GLOBALS['wp_the_query'] = new WP_Query(['author' => (string) $author]);
        remove_action('template_redirect', 'redirect_canonical');
        $this->led_to('template_redirect');
        self::assertTrue(is_author(), 'Others have theirs.');
    }

    public function test_abuse_11_comments_tell_nothing_but_the_name(): void
    {
        $post = wp_insert_post(['post_status' => 'publish', 'post_title' => 'A post']);
        $comment = (int) wp_insert_comment(['comment_post_ID' => $post, 'user_id' => $this->contact, 'comment_author' => 'Jane Doe', 'comment_content' => 'Hello', 'comment_approved' => 1]);
        self::assertDoesNotMatchRegularExpression('/jane|client/i', implode(' ', get_comment_class('', $comment, $post)));
        self::assertStringNotContainsString('href', get_comment_author_link($comment));
    }

    public function test_wordpress_password_form_sends_the_portals_mail(): void
    {
        $subscriber = $this->user('subscriber', ['user_email' => 's@site.test']);

        self::assertInstanceOf(WP_Error::class, retrieve_password('jane@client.test'), 'Who asks is told nothing of contacts.');
        $this->send_mail();

        $mails = $this->outbox->to('jane@client.test');
        self::assertCount(1, $mails);
        self::assertStringNotContainsString('wp-login', $mails[0]['message']);
        self::assertStringContainsString('purpose=reset', $mails[0]['message']);
        self::assertTrue(retrieve_password('s@site.test'));
        self::assertStringContainsString('wp-login.php', $this->outbox->to('s@site.test')[0]['message'], 'Others get WordPress’ own.');
        self::assertGreaterThan(0, $subscriber);
        $this->act_as($this->administrator());
        self::assertTrue(retrieve_password('jane@client.test'), 'Staff who sends somebody a link is told that it is sent.');
        $this->send_mail();
        self::assertCount(2, $this->outbox->to('jane@client.test'));
    }

    public function test_abuse_24_changed_by_the_agency_sessions_end_and_the_old_address_is_told(): void
    {
        $sessions = WP_Session_Tokens::get_instance($this->contact);
        $open = $sessions->create(time() + 3600);
        $staff = $this->user('editor', ['user_email' => 'staff@agency.test']);

        wp_update_user(['ID' => $this->contact, 'user_pass' => 'set by the agency', 'user_email' => 'new@client.test']);
        wp_update_user(['ID' => $staff, 'user_pass' => 'set by the agency']);

        self::assertCount(1, $this->outbox->mails, 'WordPress writes to others only.');
        self::assertCount(1, $this->outbox->to('staff@agency.test'));
        self::assertNull($sessions->get($open));
        $this->send_mail();
        $subjects = array_column($this->outbox->to('jane@client.test'), 'subject');
        self::assertStringContainsString('password', $subjects[0] ?? '');
        self::assertStringContainsString('e-mail address', $subjects[1] ?? '');
        self::assertSame([], $this->outbox->to('new@client.test'));
    }

    public function test_abuse_24_links_mailed_before_the_change_open_nothing(): void
    {
        foreach (['user_email' => 'moved@client.test', 'user_pass' => 'set by the agency'] as $field => $value) {
            $address = self::wp_user($this->contact)->user_email;
            $secrets = [];
            foreach (['password-resets', 'magic-links'] as $kind) {
                self::assert_status(200, $this->rest('POST', "/counterfoil/v1/{$kind}", ['email' => $address]));
                $this->send_mail();
                $secrets[$kind] = $this->mailed_token($address);
            }

            wp_update_user(['ID' => $this->contact, $field => $value]);

            self::assert_status(409, $this->rest('POST', '/counterfoil/v1/password-resets/redeem', ['token' => $secrets['password-resets'], 'password' => 'whoever reads the old mailbox']));
            self::assert_status(409, $this->rest('POST', '/counterfoil/v1/magic-links/redeem', ['token' => $secrets['magic-links']]));
        }
        self::assertSame([], $this->cookies);
    }

    /** @param non-empty-string $hook */
    private function led_to(string $hook): ?string
    {
        try {
            do_action($hook);
        } catch (RuntimeException $left) {
            return $left->getMessage();
        }

        return null;
    }

    private function id_of(WP_User|WP_Error $user): int
    {
        return $user instanceof WP_User ? $user->ID : 0;
    }
}

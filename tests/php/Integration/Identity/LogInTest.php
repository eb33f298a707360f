<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Identity;

use Counterfoil\Identity\Accounts;
use Counterfoil\Tests\Support\PortalTestCase;
use WP_Session_Tokens;

final class LogInTest extends PortalTestCase
{
    use UsesTheLogIn;

    public function test_a_contact_logs_in_and_is_led_into_the_portal(): void
    {
        $contact = $this->active_contact($this->client(), 'jane@client.test');

        $response = $this->log_in('jane@client.test', self::PASSWORD);

        self::assert_status(200, $response);
        self::assertSame(['redirect_to' => get_permalink((int) $this->portal->portal_page_id)], self::json($response));
        self::assertSame([$contact->user_id], array_column($this->cookies, 'user'));
        self::assertNotNull($this->again($contact)->last_login_at);
        self::assertSame(2, $this->rows_of('events', "type = 'contact.logged_in' AND subject_id = {$contact->id}"), 'one at acceptance, one now');
    }

    public function test_a_password_with_quotes_and_backslashes_works(): void
    {
        $this->active_contact($this->client(), 'jane@client.test', password: 'it\'s "quoted" \\ here');

        self::assert_status(200, $this->log_in('jane@client.test', 'it\'s "quoted" \\ here'));
    }

    public function test_abuse_25_redirects_stay_in_the_own_portal(): void
    {
        $this->active_contact($this->client(), 'jane@client.test');
        $home = (string) get_permalink((int) $this->portal->portal_page_id);
        $wanted = [
            'https://evil.test/' => $home,
            '//evil.test/portal' => $home,
            '/\\evil.test' => $home,
            'https://evil.test' . wp_parse_url($home, PHP_URL_PATH) . '?view=pay&id=12' => $home,
            'javascript:alert(1)' => $home,
            'data:text/html,hi' => $home,
            "https://evil.test\\@{$this->host()}/" => $home,
            'https://' . $this->host() . '@evil.test/' => $home,
            home_url('/wp-admin/') => $home,
            admin_url('profile.php') => $home,
            "{$home}\r\nSet-Cookie: a=b" => $home,
            add_query_arg(['view' => 'pay', 'id' => '12'], $home) => add_query_arg(['view' => 'pay', 'id' => '12'], $home),
            add_query_arg(['view' => 'pay', 'id' => '12', 'evil' => 'x', 'token' => 'y'], $home) => add_query_arg(['view' => 'pay', 'id' => '12'], $home),
        ];
        foreach ($wanted as $redirect_to => $expected) {
            $response = $this->log_in('jane@client.test', self::PASSWORD, $redirect_to);
            self::assert_status(200, $response);
            self::assertSame($expected, self::json($response)['redirect_to'], (string) $redirect_to);
        }
    }

    public function test_abuse_26_each_log_in_is_a_new_session_and_the_old_one_ends(): void
    {
        $contact = $this->active_contact($this->client(), 'jane@client.test');
        $user = (int) $contact->user_id;
        $sessions = WP_Session_Tokens::get_instance($user);
        $planted = $sessions->create(time() + 3600);
        $_COOKIE[LOGGED_IN_COOKIE] = wp_generate_auth_cookie($user, time() + 3600, 'logged_in', $planted);

        self::assert_status(200, $this->log_in('jane@client.test', self::PASSWORD));
        self::assert_status(200, $this->log_in('jane@client.test', self::PASSWORD));

        self::assertNotContains($planted, array_column($this->cookies, 'token'));
        self::assertCount(2, array_unique(array_column($this->cookies, 'token')));
        self::assertNull($sessions->get($planted), 'What the browser brought along is no session any more.');
    }

    public function test_posts_from_another_site_are_refused(): void
    {
        $this->active_contact($this->client(), 'jane@client.test');
        foreach ([['Origin' => 'https://evil.test'], ['Origin' => 'null'], ['Sec-Fetch-Site' => 'cross-site']] as $headers) {
            foreach (['/session', '/password-resets', '/magic-links', '/password-resets/redeem', '/magic-links/redeem', '/invitations/redeem'] as $route) {
                self::assert_status(403, $this->rest('POST', "/counterfoil/v1{$route}", ['email' => 'jane@client.test', 'password' => self::PASSWORD], headers: $headers));
            }
        }
        self::assertSame([], $this->cookies);
        $this->send_mail();
        $this->assert_no_mail();
        self::assert_status(200, $this->rest('POST', '/counterfoil/v1/session', ['email' => 'jane@client.test', 'password' => self::PASSWORD], headers: ['Origin' => home_url()]));
    }

    public function test_staff_are_sent_to_their_own_log_in(): void
    {
        $staff = $this->user('administrator', ['user_email' => 'boss@agency.test', 'user_pass' => 'boss password 1']);
        $contact = $this->contact($this->client(), 'boss@agency.test');
        $token = $this->invite($contact);
        self::assert_status(200, $this->rest('POST', '/counterfoil/v1/invitations/redeem', ['token' => $token, 'password' => 'boss password 1']));

        $response = $this->log_in('boss@agency.test', 'boss password 1');

        self::assert_status(200, $response);
        self::assertStringContainsString('/wp-login.php?', self::json($response)['redirect_to']);
        self::assertSame([], $this->cookies, 'No session by the portal for who may do more.');
        self::assertSame(['administrator'], self::wp_user($staff)->roles);
        self::assertSame($staff, $this->again($contact)->user_id);
    }

    public function test_a_contact_logs_out(): void
    {
        $contact = $this->active_contact($this->client(), 'jane@client.test');

        $response = $this->rest('DELETE', '/counterfoil/v1/session', user: (int) $contact->user_id);

        self::assert_status(200, $response);
        self::assertSame(get_permalink((int) $this->portal->login_page_id), self::json($response)['redirect_to']);
        self::assert_status(401, $this->rest('DELETE', '/counterfoil/v1/session'));
        self::assert_status(403, $this->rest('DELETE', '/counterfoil/v1/session', user: (int) $contact->user_id, nonce: 'stale'));
    }

    public function test_the_role_of_contacts_allows_nothing(): void
    {
        self::assertSame([], get_role(Accounts::ROLE)?->capabilities);
    }

    private function host(): string
    {
        return (string) wp_parse_url(home_url(), PHP_URL_HOST);
    }
}

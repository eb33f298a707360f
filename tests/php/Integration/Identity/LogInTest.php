<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Identity;

use Counterfoil\Identity\Accounts;
use Counterfoil\Identity\Limit;
use Counterfoil\Identity\ThrottleRepository;
use Counterfoil\Tests\Support\PortalTestCase;
use WP_REST_Response;
use WP_Session_Tokens;

final class LogInTest extends PortalTestCase
{
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

    public function test_abuse_17_known_and_unknown_addresses_are_answered_alike(): void
    {
        $this->active_contact($this->client(), 'jane@client.test');
        $this->user('subscriber', ['user_email' => 'other@site.test']);
        $this->contact($this->client('Never invited'), 'none@client.test');
        $invited = $this->contact($this->client('Invited'), 'invited@client.test');
        $this->invite($invited);
        $this->outbox->mails = [];
        foreach (['/session' => ['password' => 'wrong password'], '/password-resets' => [], '/magic-links' => []] as $route => $body) {
            $answers = [];
            foreach (['jane@client.test', 'other@site.test', 'none@client.test', 'invited@client.test', 'nobody@nowhere.test'] as $email) {
                $response = $this->rest('POST', "/counterfoil/v1{$route}", ['email' => $email] + $body);
                $answers[] = [$response->get_status(), self::json($response)];
            }
            self::assertCount(1, array_unique(array_map(wp_json_encode(...), $answers)), $route);
        }
        self::assertSame([], $this->cookies);
        $this->send_mail();
        self::assertSame(['jane@client.test'], array_unique(array_merge(...array_column($this->outbox->mails, 'to'))), 'Only who has access is written to.');
        self::assertSame(0, $this->rows_of('outbox', "recipient = 'nobody@nowhere.test'"), 'Nothing is kept of unknown addresses.');
    }

    public function test_abuse_17_takes_as_long_for_an_unknown_address(): void
    {
        // As dear as on a site; other tests hash cheaply.
        add_filter('wp_hash_password_options', static fn (): array => ['cost' => 10], PHP_INT_MAX);
        $this->active_contact($this->client(), 'jane@client.test');
        $accounts = $this->plugin->identity->accounts();
        $seconds = static function (string $email) use ($accounts): float {
            $times = [];
            for ($try = 0; $try < 5; ++$try) {
                $before = hrtime(true);
                $accounts->password_fits($accounts->by_email($email)?->user, 'wrong password');
                $times[] = (hrtime(true) - $before) / 1e9;
            }
            sort($times);

            return $times[0];
        };

        $known = $seconds('jane@client.test');
        self::assertGreaterThan(0.01, $known, 'A password is hashed.');
        self::assertEqualsWithDelta($known, $seconds('nobody@nowhere.test'), $known * 0.5);
    }

    public function test_abuse_17_asking_by_mail_looks_nobody_up_before_the_answer(): void
    {
        $this->active_contact($this->client(), 'jane@client.test');
        $statements = function (string $email): int {
            global $wpdb;
            $before = $wpdb->num_queries;
            $this->rest('POST', '/counterfoil/v1/password-resets', ['email' => $email]);

            return $wpdb->num_queries - $before;
        };

        $statements('warm@up.test');
        $known = $statements('jane@client.test');
        self::assertSame($known, $statements('nobody@nowhere.test'));
    }

    public function test_abuse_18_tries_are_slowed_down_per_account_and_address(): void
    {
        $this->active_contact($this->client(), 'jane@client.test');
        for ($try = 0; $try < 5; ++$try) {
            self::assert_status(400, $this->log_in('jane@client.test', 'wrong password'));
        }

        $blocked = $this->log_in('jane@client.test', self::PASSWORD);

        self::assert_status(429, $blocked);
        self::assertGreaterThanOrEqual(1, (int) ($blocked->get_headers()['Retry-After'] ?? 0));
        self::assertSame([], $this->cookies, 'The right password does not pass by either.');
        $_SERVER['REMOTE_ADDR'] = '198.51.100.7';
        self::assert_status(200, $this->log_in('jane@client.test', self::PASSWORD));
    }

    public function test_abuse_18_a_stranger_can_delay_the_owner_by_a_minute_at_most(): void
    {
        $this->active_contact($this->client(), 'jane@client.test');
        for ($try = 0; $try < 60; ++$try) {
            $_SERVER['REMOTE_ADDR'] = '198.51.100.' . $try;
            $this->log_in('jane@client.test', 'wrong password');
            $this->plugin->database->execute("UPDATE {$this->plugin->database->table('login_throttle')} SET blocked_until = NULL");
        }
        $this->log_in('jane@client.test', 'wrong password');
        $_SERVER['REMOTE_ADDR'] = '192.0.2.1';

        $response = $this->log_in('jane@client.test', self::PASSWORD);

        self::assert_status(429, $response);
        self::assertLessThanOrEqual(60, (int) $response->get_headers()['Retry-After']);
        self::assert_status(200, $this->rest('POST', '/counterfoil/v1/magic-links', ['email' => 'jane@client.test']));
    }

    public function test_abuse_18_a_try_between_is_seen(): void
    {
        $counts = new ThrottleRepository($this->plugin->database, $this->plugin->clock);
        $limit = new Limit('anything', 5, 5, 60);
        self::assertTrue($counts->count($limit));
        $is_between = false;
        add_filter('query', function (string $sql) use (&$is_between, $counts, $limit): string {
            if (! $is_between && str_starts_with($sql, 'UPDATE') && str_contains($sql, 'login_throttle')) {
                $is_between = true;
                self::assertTrue($counts->count($limit));
            }

            return $sql;
        }, 1);

        self::assertFalse($counts->count($limit), 'It read one, and meanwhile there were two.');
        self::assertTrue($counts->count($limit));
        self::assertSame('3', $this->plugin->database->value("SELECT failures FROM {$this->plugin->database->table('login_throttle')} WHERE subject = ?", [$limit->key()]));
    }

    public function test_abuse_18_many_accounts_from_one_address_are_slowed_down(): void
    {
        for ($try = 0; $try < 30; ++$try) {
            $this->log_in("person{$try}@client.test", 'wrong password');
        }

        self::assert_status(429, $this->log_in('person99@client.test', 'wrong password'));
        self::assertSame(0, $this->rows_of('login_throttle', "subject LIKE '%@%'"), 'Only hashes are kept.');
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

    public function test_abuse_08_who_was_suspended_sees_nothing_at_once(): void
    {
        $contact = $this->active_contact($this->client(), 'jane@client.test');
        $session = $this->plugin->identity->session();
        $this->act_as((int) $contact->user_id);
        self::assertSame($contact->id, $session->current()?->contact->id);

        $this->plugin->database->update('contacts', ['access' => 'suspended'], ['id' => $contact->id]);
        $session->forget();

        self::assertNull($session->current());
        self::assert_status(400, $this->log_in('jane@client.test', self::PASSWORD));
        $this->rest('POST', '/counterfoil/v1/magic-links', ['email' => 'jane@client.test']);
        $this->rest('POST', '/counterfoil/v1/password-resets', ['email' => 'jane@client.test']);
        $this->send_mail();
        $this->assert_no_mail();
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

    public function test_portal_permissions(): void
    {
        $contact = $this->active_contact($this->client(), 'jane@client.test');
        $may = $this->plugin->identity->session()->may('billing.manage');
        $status = static function (int $user) use ($may): int {
            wp_set_current_user($user);
            try {
                $may();
            } catch (\Counterfoil\Shared\DomainError $error) {
                return $error->status;
            }

            return 200;
        };

        self::assertSame(401, $status(0), 'X');
        self::assertSame(403, $status($this->user()), 'S');
        self::assertSame(403, $status($this->administrator()));
        self::assertSame(200, $status((int) $contact->user_id));
        $role = $this->plugin->database->insert('roles', ['slug' => 'nothing', 'name' => 'Nothing', 'permissions' => '["billing.view"]']);
        $this->plugin->database->update('contacts', ['role_id' => $role], ['id' => $contact->id]);
        // The next request.
        $this->plugin->identity->session()->forget();
        self::assertContains($status((int) $contact->user_id), [403], 'V');
    }

    public function test_several_clients_of_one_person_are_kept_apart(): void
    {
        $first = $this->active_contact($this->client('First'), 'jane@client.test');
        $second = $this->contact($this->client('Second'), 'jane@client.test');
        $token = $this->invite($second);
        self::assert_status(400, $this->rest('POST', '/counterfoil/v1/invitations/redeem', ['token' => $token, 'password' => 'another password']));
        self::assertNull($this->again($second)->user_id);
        self::assert_status(200, $this->rest('POST', '/counterfoil/v1/invitations/redeem', ['token' => $token, 'password' => self::PASSWORD]));

        $second = $this->again($second);
        self::assertSame($first->user_id, $second->user_id);
        $this->act_as((int) $first->user_id);
        $session = $this->plugin->identity->session();
        $session->forget();
        self::assertSame('First', $session->current()?->client->name);
        $this->outbox->mails = [];
        $session->use_client_of_invoice($this->invoice_of($second->client_id));
        self::assertSame('Second', $session->current()?->client->name, 'A mailed link to an invoice of the other one.');
        $session->use_client_of_invoice($this->invoice_of($this->client('Not hers')->id));
        self::assertSame('Second', $session->current()?->client->name, 'Never another’s.');
    }

    private function invoice_of(int $client_id): int
    {
        return $this->plugin->database->insert('invoices', [
            'client_id' => $client_id, 'portal_id' => $this->portal->id, 'status' => 'draft', 'settlement' => 'unpaid', 'currency' => 'EUR',
            'tax_mode' => 'exclusive', 'message' => '', 'subtotal' => 0, 'discounted' => 0, 'net' => 0, 'tax' => 0, 'total' => 0, 'taxes' => '[]',
            'due_date' => '2026-12-31', 'created_at' => self::stamp('now'),
        ]);
    }

    private function log_in(string $email, string $password, ?string $redirect_to = null): WP_REST_Response
    {
        return $this->rest('POST', '/counterfoil/v1/session', ['email' => $email, 'password' => $password] + ($redirect_to === null ? [] : ['redirect_to' => $redirect_to]));
    }

    private function host(): string
    {
        return (string) wp_parse_url(home_url(), PHP_URL_HOST);
    }

    public function test_the_role_of_contacts_allows_nothing(): void
    {
        self::assertSame(['read' => true], get_role(Accounts::ROLE)?->capabilities);
    }
}

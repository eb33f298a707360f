<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Identity;

use Counterfoil\Identity\Limit;
use Counterfoil\Identity\ThrottleRepository;
use Counterfoil\Tests\Support\PortalTestCase;

/** What trying out addresses and passwords tells, and how long it takes. */
final class GuessingTest extends PortalTestCase
{
    use UsesTheLogIn;

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
            $this->plugin->database()->execute("UPDATE {$this->plugin->database()->table('login_throttle')} SET blocked_until = NULL");
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
        $counts = new ThrottleRepository($this->plugin->database(), $this->plugin->clock());
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
        self::assertSame('3', $this->plugin->database()->value("SELECT failures FROM {$this->plugin->database()->table('login_throttle')} WHERE subject = ?", [$limit->key()]));
    }

    public function test_abuse_18_many_accounts_from_one_address_are_slowed_down(): void
    {
        for ($try = 0; $try < 30; ++$try) {
            $this->log_in("person{$try}@client.test", 'wrong password');
        }

        self::assert_status(429, $this->log_in('person99@client.test', 'wrong password'));
        self::assertSame(0, $this->rows_of('login_throttle', "subject LIKE '%@%'"), 'Only hashes are kept.');
    }
}

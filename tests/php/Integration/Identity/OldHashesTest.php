<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Identity;

use Counterfoil\Tests\Support\CountsHashes;
use Counterfoil\Tests\Support\PortalTestCase;
use WP_Error;

/** Passwords kept in the ways of former years: they open as before, take as long as all others, and are kept anew. */
final class OldHashesTest extends PortalTestCase
{
    use UsesTheLogIn;
    use CountsHashes;

    public function test_abuse_17_each_try_hashes_as_often_whatever_is_kept(): void
    {
        $user = (int) $this->active_contact($this->client(), 'jane@client.test')->user_id;
        foreach (['no quotes at all' => 1, 'it\'s "quoted"' => 2] as $password => $forms) {
            $counts = ['nobody' => self::hashes(fn () => $this->log_in('nobody@nowhere.test', $password)), 'new' => self::hashes(fn () => $this->log_in('jane@client.test', $password))];
            foreach (self::old_hashes('something else') as $kind => $hash) {
                $this->keep_as($user, $hash);
                $counts[$kind] = self::hashes(fn () => $this->log_in('jane@client.test', $password));
            }
            self::assertSame(array_fill_keys(array_keys($counts), $forms), $counts);
            $this->plugin->database()->execute("DELETE FROM {$this->plugin->database()->table('login_throttle')}");
        }
    }

    public function test_abuse_17_wp_login_hashes_as_often_whatever_is_kept(): void
    {
        $user = (int) $this->active_contact($this->client(), 'jane@client.test')->user_id;
        $counts = ['nobody' => self::hashes(fn () => wp_authenticate('nobody@nowhere.test', 'wrong password')), 'new' => self::hashes(fn () => wp_authenticate('jane@client.test', 'wrong password'))];
        foreach (self::old_hashes('something else') as $kind => $hash) {
            $this->keep_as($user, $hash);
            $counts[$kind] = self::hashes(fn () => self::assertInstanceOf(WP_Error::class, wp_authenticate('jane@client.test', 'wrong password')));
        }
        self::assertSame(array_fill_keys(array_keys($counts), 1), $counts);
    }

    public function test_the_right_password_is_kept_anew_and_goes_on_to_work(): void
    {
        $user = (int) $this->active_contact($this->client(), 'jane@client.test')->user_id;
        foreach (['calm words of former years', 'it\'s "quoted" \\ here'] as $password) {
            // Plugins kept it as it was typed, WordPress' forms with backslashes.
            foreach ([...array_values(self::old_hashes($password)), ...array_values(self::old_hashes(wp_slash($password)))] as $hash) {
                $this->keep_as($user, $hash);
                self::assert_status(200, $this->log_in('jane@client.test', $password));
                $kept = self::wp_user($user)->user_pass;
                self::assertNotSame($hash, $kept);
                self::assertFalse(wp_password_needs_rehash($kept, $user));
                self::assert_status(200, $this->log_in('jane@client.test', $password));
                self::assertSame($kept, self::wp_user($user)->user_pass, 'Once is enough.');
            }
        }
    }

    private function keep_as(int $user, string $hash): void
    {
        global $wpdb;
        $wpdb->update($wpdb->users, ['user_pass' => $hash], ['ID' => $user]);
        clean_user_cache($user);
    }
}

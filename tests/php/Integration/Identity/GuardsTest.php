<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Identity;

use Closure;
use Counterfoil\Clients\Access;
use Counterfoil\Tests\Support\PortalTestCase;
use PHPUnit\Framework\Attributes\DataProvider;
use RuntimeException;
use WP_Error;
use WP_REST_Response;
use WP_Session_Tokens;
use WP_User;

/** What other plugins refuse is refused at every door of ours. */
final class GuardsTest extends PortalTestCase
{
    use UsesTheLogIn;

    private const WORDS = '<strong>Error:</strong> This account is <a href="https://evil.test">disabled</a>.<script>alert(1)</script> &lt;b&gt;';

    /** @return iterable<string, array{string, int}> where plugins stand in the way */
    public static function guards(): iterable
    {
        yield 'wp_authenticate_user' => ['wp_authenticate_user', 10];
        yield 'authenticate, before WordPress' => ['authenticate', 5];
        yield 'authenticate, after WordPress' => ['authenticate', 99];
    }

    #[DataProvider('guards')]
    public function test_abuse_70_no_door_opens(string $hook, int $priority): void
    {
        $user = (int) $this->active_contact($this->client(), 'jane@client.test')->user_id;
        $magic = $this->ask('magic-links');
        $reset = $this->ask('password-resets');
        $second = $this->contact($this->client('Second'), 'jane@client.test');
        $invitation = $this->invite($second);
        $kept = self::wp_user($user)->user_pass;
        $tokens = count(WP_Session_Tokens::get_instance($user)->get_all());
        $refuse = static fn (mixed $who): mixed => $who instanceof WP_User && $who->ID === $user ? new WP_Error('disabled', self::WORDS) : $who;
        add_filter($hook, $refuse, $priority);

        foreach ([
            fn (): WP_REST_Response => $this->log_in('jane@client.test', self::PASSWORD),
            fn (): WP_REST_Response => $this->redeem('magic-links', $magic, null),
            fn (): WP_REST_Response => $this->redeem('password-resets', $reset, 'a new password here'),
            fn (): WP_REST_Response => $this->redeem('invitations', $invitation, self::PASSWORD),
        ] as $door) {
            $answer = $door();
            self::assert_status(403, $answer);
            self::assertSame('Error: This account is disabled. <b>', self::json($answer)['message'], 'Their words, as text.');
        }
        self::assertSame([], $this->cookies);
        self::assertCount($tokens, WP_Session_Tokens::get_instance($user)->get_all());
        self::assertSame($kept, self::wp_user($user)->user_pass);
        self::assertSame(Access::Invited, $this->again($second)->access);

        remove_filter($hook, $refuse, $priority);
        self::assert_status(200, $this->redeem('magic-links', $magic, null));
        self::assert_status(200, $this->redeem('invitations', $invitation, self::PASSWORD));
        self::assertNotFalse(has_filter('authenticate', 'wp_authenticate_username_password'), 'WordPress’ own ways are back.');
    }

    public function test_abuse_70_a_new_account_that_has_to_wait_gets_no_session(): void
    {
        $contact = $this->contact($this->client(), 'jane@client.test');
        $token = $this->invite($contact);
        $wait = static fn (mixed $who): mixed => new WP_Error('pending', 'Your account is waiting for approval.');
        add_filter('wp_authenticate_user', $wait);
        $answer = $this->redeem('invitations', $token, self::PASSWORD);
        self::assert_status(403, $answer);
        self::assertSame('Your account is waiting for approval.', self::json($answer)['message']);
        self::assertSame([[], Access::Invited], [$this->cookies, $this->again($contact)->access]);
        remove_filter('wp_authenticate_user', $wait);
        self::assert_status(200, $this->redeem('invitations', $token, self::PASSWORD));
    }

    public function test_abuse_17_a_lock_out_says_the_same_to_the_wrong_and_the_right_password(): void
    {
        $this->active_contact($this->client(), 'jane@client.test');
        add_filter('wp_authenticate_user', static fn (): WP_Error => new WP_Error('too_many_retries', 'Too many failed tries from your address.'));
        $answers = [];
        foreach ([['jane@client.test', self::PASSWORD], ['jane@client.test', 'wrong password'], ['nobody@nowhere.test', 'wrong password']] as [$email, $password]) {
            $answer = $this->log_in($email, $password);
            $answers[] = [$answer->get_status(), self::json($answer)['message']];
        }
        self::assertSame(array_fill(0, 3, [403, 'Too many failed tries from your address.']), $answers);
    }

    public function test_abuse_17_a_disabled_account_is_not_told_from_none_by_a_wrong_password(): void
    {
        $user = (int) $this->active_contact($this->client(), 'jane@client.test')->user_id;
        add_filter('wp_authenticate_user', static fn (mixed $who): mixed => $who instanceof WP_User && $who->ID === $user ? new WP_Error('disabled', 'Disabled.') : $who);
        self::assertSame(self::json($this->log_in('nobody@nowhere.test', 'wrong password')), self::json($this->log_in('jane@client.test', 'wrong password')));
    }

    public function test_where_no_password_may_be_reset_none_is(): void
    {
        $this->active_contact($this->client(), 'jane@client.test');
        $reset = $this->ask('password-resets');
        add_filter('allow_password_reset', '__return_false');
        self::assert_status(403, $this->redeem('password-resets', $reset, 'a new password here'));
        self::assert_status(200, $this->log_in('jane@client.test', self::PASSWORD));
    }

    /** @return iterable<string, array{Closure(int): void}> what second factors do with a session that has just begun */
    public static function second_factors(): iterable
    {
        yield 'take the cookies back' => [static function (): void {
            wp_clear_auth_cookie();
        }];
        yield 'end the session' => [static function (int $user): void {
            WP_Session_Tokens::get_instance($user)->destroy_all();
        }];
        yield 'make nobody of them' => [static function (): void {
            wp_set_current_user(0);
        }];
    }

    /** @param Closure(int): void $take_back */
    #[DataProvider('second_factors')]
    public function test_abuse_20_a_session_that_is_taken_back_is_none(Closure $take_back): void
    {
        $contact = $this->active_contact($this->client(), 'jane@client.test');
        $user = (int) $contact->user_id;
        WP_Session_Tokens::get_instance($user)->destroy_all();
        $magic = $this->ask('magic-links');
        $before = $this->rows_of('events', "type = 'contact.logged_in'");
        add_action('wp_login', static fn () => $take_back($user));
        foreach ([fn (): WP_REST_Response => $this->log_in('jane@client.test', self::PASSWORD), fn (): WP_REST_Response => $this->redeem('magic-links', $magic, null)] as $door) {
            self::assert_status(403, $door());
            self::assertSame(0, get_current_user_id());
            self::assertSame([], WP_Session_Tokens::get_instance($user)->get_all());
        }
        self::assertSame($before, $this->rows_of('events', "type = 'contact.logged_in'"), 'Nobody has logged in.');
    }

    public function test_abuse_20_a_second_factor_that_answers_by_itself_leaves_no_session_and_knows_the_way_back(): void
    {
        $user = (int) $this->active_contact($this->client(), 'jane@client.test')->user_id;
        WP_Session_Tokens::get_instance($user)->destroy_all();
        $before = $this->rows_of('events', "type = 'contact.logged_in'");
        $led_to = '';
        add_action('wp_login', static function () use (&$led_to): void {
            $led_to = $_REQUEST['redirect_to'] ?? '';
            wp_clear_auth_cookie();
            throw new RuntimeException('Its own page ends here.');
        });
        self::assert_status(500, $this->log_in('jane@client.test', self::PASSWORD));
        remove_action('shutdown', 'wp_ob_end_flush_all', 1);
        do_action('shutdown');
        self::assertSame(get_permalink((int) $this->portal->portal_page_id), $led_to);
        self::assertSame([], WP_Session_Tokens::get_instance($user)->get_all());
        self::assertSame($before, $this->rows_of('events', "type = 'contact.logged_in'"));
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Identity;

use Counterfoil\Tests\Support\CountsHashes;
use RuntimeException;
use WP_Error;
use WP_Query;

/** WordPress tells nobody that contacts exist, nor what they are called. */
final class HiddenContactsTest extends KeepOutTestCase
{
    use CountsHashes;

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

    public function test_abuse_17_open_registration_says_nothing_of_contacts(): void
    {
        $answer = function (string $email): string {
            $errors = new WP_Error();
            if (email_exists($email) !== false) {
                $errors->add('email_exists', 'Known.');
            }
            try {
                $after = apply_filters('registration_errors', $errors, 'newcomer', $email);
            } catch (RuntimeException $left) {
                return $left->getMessage();
            }

            return $after instanceof WP_Error && ! $after->has_errors() ? 'registered' : 'refused';
        };
        $hashes = self::hashes(function () use ($answer): void {
            self::assertSame('/wp-login.php?checkemail=registered', $answer('jane@client.test'), 'What WordPress says of a new account.');
        });
        self::assertSame(1, $hashes, 'A new account’s password is hashed once.');
        self::assertSame('registered', $answer('nobody@nowhere.test'), 'WordPress goes on.');
        $this->user('subscriber', ['user_email' => 's@site.test']);
        self::assertSame('refused', $answer('s@site.test'), 'Others are WordPress’ own affair.');
        $this->send_mail();
        self::assertStringContainsString('purpose=magic', $this->outbox->to('jane@client.test')[0]['message'] ?? '');
        self::assertCount(1, $this->outbox->mails);
        $both = new WP_Error('username_exists', 'This name is taken.');
        $both->add('email_exists', 'Known.');
        $after = apply_filters('registration_errors', $both, 'taken', 'jane@client.test');
        self::assertInstanceOf(WP_Error::class, $after);
        self::assertSame(['username_exists'], $after->get_error_codes(), 'Beside another error it is not said either.');
    }

    public function test_abuse_17_wp_logins_lost_password_asks_as_much_for_strangers(): void
    {
        $asked = function (string $email): array {
            $_POST['user_login'] = $email;
            $before = $this->rows_of('outbox') + $this->rows_of('queue');
            $hashes = self::hashes(static fn () => retrieve_password($email));

            return ['hashes' => $hashes, 'rows' => $this->rows_of('outbox') + $this->rows_of('queue') - $before];
        };
        self::assertSame(['hashes' => 0, 'rows' => 2], $asked('nobody@nowhere.test'), 'A mail and a job are left.');
        self::assertSame(['hashes' => 0, 'rows' => 2], $asked('jane@client.test'));
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
}

<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Identity;

use WP_Error;
use WP_User;

/** Contacts get nowhere in WordPress itself. */
final class KeepOutTest extends KeepOutTestCase
{
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

    public function test_abuse_09_no_admin_bar(): void
    {
        $this->act_as($this->contact);
        self::assertFalse(apply_filters('show_admin_bar', true));
        $this->act_as($this->administrator());
        self::assertTrue(apply_filters('show_admin_bar', true));
    }

    private function id_of(WP_User|WP_Error $user): int
    {
        return $user instanceof WP_User ? $user->ID : 0;
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Identity;

use WP_Error;
use WP_Session_Tokens;

/** A contact’s password and address, changed past the portal. */
final class AccountChangesTest extends KeepOutTestCase
{
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
        self::assertStringContainsString('email address', $subjects[1] ?? '');
        self::assertSame([], $this->outbox->to('new@client.test'));
        self::assertSame(1, $this->rows_of('events', "type = 'contact.password_set'"));
        self::assertSame(1, $this->rows_of('events', "type = 'contact.email_changed' AND data LIKE '%new@client.test%'"));
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
}

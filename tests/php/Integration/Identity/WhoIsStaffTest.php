<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Identity;

use Counterfoil\Clients\Contact;
use Counterfoil\Identity\Accounts;
use Counterfoil\Tests\Support\PortalTestCase;
use PHPUnit\Framework\Attributes\DataProvider;
use WP_User;

/** A contact is who may do what contacts may, and nothing more. */
final class WhoIsStaffTest extends PortalTestCase
{
    use UsesTheLogIn;

    /** @return iterable<string, array{string}> rights somewhere else than in posts */
    public static function rights(): iterable
    {
        foreach (['list_users', 'manage_options', 'upload_files', 'moderate_comments', 'manage_woocommerce', 'run_backups', 'counterfoil_view'] as $capability) {
            yield $capability => [$capability];
        }
    }

    #[DataProvider('rights')]
    public function test_whoever_may_do_more_is_staff_and_gets_no_session_by_the_portal(string $capability): void
    {
        $user = $this->user_of($this->active_contact($this->client(), 'jane@client.test'));
        $user->add_cap($capability);
        $user = new WP_User($user->ID);
        self::assertTrue(Accounts::is_staff($user));
        self::assertFalse(Accounts::is_kept_out($user), 'They keep wp-admin.');
        $answer = $this->log_in('jane@client.test', self::PASSWORD);
        self::assert_status(200, $answer);
        self::assertStringContainsString('wp-login.php', self::json($answer)['redirect_to']);
        self::assertSame([], $this->cookies);
        foreach (['password-resets', 'magic-links'] as $route) {
            self::assert_status(200, $this->rest('POST', "/counterfoil/v1/{$route}", ['email' => 'jane@client.test']));
        }
        $this->send_mail();
        $this->assert_no_mail();
    }

    public function test_a_link_that_was_mailed_before_opens_nothing_any_more(): void
    {
        $user = $this->user_of($this->active_contact($this->client(), 'jane@client.test'));
        $token = $this->ask('magic-links');
        $user->add_cap('run_backups');
        self::assert_status(409, $this->redeem('magic-links', $token, null));
        self::assertSame([], $this->cookies);
    }

    public function test_rights_of_a_forum_and_other_roles_make_nobody_staff(): void
    {
        $user = $this->user_of($this->active_contact($this->client(), 'jane@client.test'));
        add_role('test_participant', 'Participant', ['spectate' => true, 'participate' => true, 'publish_replies' => true, 'moderate' => false]);
        $user->add_role('subscriber');
        $user->add_role('test_participant');
        $user = new WP_User($user->ID);
        self::assertFalse(Accounts::is_staff($user));
        self::assertTrue(Accounts::is_kept_out($user));
        add_role('test_student', 'Student', ['take_courses' => true]);
        $user->add_role('test_student');
        self::assertTrue(Accounts::is_staff(new WP_User($user->ID)));
        add_filter('counterfoil_contact_capabilities', static fn (array $harmless): array => [...$harmless, 'take_courses']);
        self::assertFalse(Accounts::is_staff(new WP_User($user->ID)));
        remove_role('test_participant');
        remove_role('test_student');
    }

    private function user_of(Contact $contact): WP_User
    {
        return self::wp_user((int) $contact->user_id);
    }
}

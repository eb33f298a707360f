<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Identity;

use Counterfoil\Identity\IdentityModule;
use Counterfoil\Identity\LoginStep;
use Counterfoil\Tests\Integration\Portal\PortalViewTestCase;
use ReflectionProperty;
use RuntimeException;
use WP_Query;
use WP_Session_Tokens;

/** Somebody who is logged in changes what they log in with, by the forms of their account's page. */
final class OwnAccountTest extends PortalViewTestCase
{
    private int $user = 0;
    private string $elsewhere = '';

    protected function setUp(): void
    {
        parent::setUp();
        add_filter('wp_redirect', static fn (string $to): string => throw new RuntimeException($to));
        $this->user = (int) $this->contact_a->user_id;
        $this->elsewhere = WP_Session_Tokens::get_instance($this->user)->create(time() + 3600);
        $this->act_as($this->user);
        $this->plugin->module(IdentityModule::class)->session()->forget();
    }

    protected function tearDown(): void
    {
        $GLOBALS['wp_query'] = $GLOBALS['wp_the_query'] = new WP_Query();
        $this->next_request();
        parent::tearDown();
    }

    public function test_changing_the_password_is_a_form_with_the_current_one(): void
    {
        $page = $this->portal($this->contact_a, ['view' => 'account']);
        self::assertStringContainsString('name="current_password"', $page->html);
        self::assertStringNotContainsString('ask-reset', $page->html);

        $to = $this->post(['counterfoil_form' => 'change-password', 'current_password' => self::PASSWORD, 'password' => 'it\'s "another" one']);

        self::assertStringContainsString('done=password', (string) $to);
        self::assertNull(WP_Session_Tokens::get_instance($this->user)->get($this->elsewhere), 'Other devices are logged out.');
        self::assertSame([$this->user], array_column($this->cookies, 'user'), 'This one goes on.');
        self::assert_status(200, $this->rest('POST', '/counterfoil/v1/session', ['email' => 'ada@harbour.test', 'password' => 'it\'s "another" one']));
        $this->send_mail();
        self::assertStringContainsString('password', $this->outbox->to('ada@harbour.test')[0]['subject'] ?? '');
        self::assertSame(1, $this->rows_of('events', "type = 'contact.password_changed'"));
    }

    public function test_what_is_refused_is_said_beside_the_form(): void
    {
        foreach ([['wrong password', 'an entirely new one', 'current password is incorrect'], [self::PASSWORD, 'short', 'at least 10']] as [$current, $new, $sentence]) {
            $this->next_request();
            self::assertNull($this->post(['counterfoil_form' => 'change-password', 'current_password' => $current, 'password' => $new]));
            $page = $this->portal($this->contact_a, ['view' => 'account']);
            self::assertSame(400, $page->status);
            self::assertStringContainsString($sentence, $page->text());
            self::assertStringNotContainsString($new, $page->html);
        }
        self::assertNotNull(WP_Session_Tokens::get_instance($this->user)->get($this->elsewhere));
        self::assertSame([], $this->cookies);
        for ($try = 0; $try < 12; ++$try) {
            $this->next_request();
            $this->post(['counterfoil_form' => 'change-password', 'current_password' => "guess {$try}", 'password' => 'an entirely new one']);
        }
        self::assertSame(429, $this->portal($this->contact_a, ['view' => 'account'])->status, 'A browser left open is no place to guess.');
    }

    public function test_nobody_and_staff_change_nothing(): void
    {
        $this->act_as(0);
        $this->next_request();
        self::assertNull($this->post(['counterfoil_form' => 'change-password', 'current_password' => self::PASSWORD, 'password' => 'an entirely new one']));
        self::assertNull($this->post(['counterfoil_form' => 'change-email', 'email' => 'x@new.test', 'password' => self::PASSWORD]));
        self::wp_user($this->user)->add_cap('run_backups');
        self::assertStringContainsString('WordPress profile', $this->portal($this->contact_a, ['view' => 'account'])->text());
        self::assertNull($this->post(['counterfoil_form' => 'change-email', 'email' => 'x@new.test', 'password' => self::PASSWORD]));
        $this->send_mail();
        $this->assert_no_mail();
    }

    public function test_a_new_address_is_confirmed_by_its_own_mailbox(): void
    {
        self::assertStringContainsString('done=email', (string) $this->post(['counterfoil_form' => 'change-email', 'email' => 'Ada@New.test', 'password' => self::PASSWORD]));
        self::assertSame('ada@harbour.test', $this->again($this->contact_a)->email, 'Nothing is changed yet.');
        $this->send_mail();
        self::assertSame([], $this->outbox->to('ada@harbour.test'));
        $token = $this->mailed_token('ada@new.test');
        self::assertSame(0, $this->rows_of('identity_tokens', "token_hash = '{$token}'"));
        $view = $this->link($token);
        self::assertSame([LoginStep::Email, 'confirm-email'], [$view->step, $view->form]);
        self::assertStringContainsString('ada@new.test', $view->lead);

        self::assertStringContainsString('done=confirmed', (string) $this->post(['counterfoil_form' => 'confirm-email', 'token' => $token]));

        self::assertSame(['ada@new.test', 'ada@new.test'], [$this->again($this->contact_a)->email, self::wp_user($this->user)->user_email]);
        self::assertNull(WP_Session_Tokens::get_instance($this->user)->get($this->elsewhere));
        self::assertSame([$this->user], array_column($this->cookies, 'user'));
        $this->send_mail();
        self::assertStringContainsString('was changed', $this->outbox->to('ada@harbour.test')[0]['subject'] ?? '', 'The old address is told.');
        self::assertSame(1, $this->rows_of('events', "type = 'contact.email_changed' AND actor_type = 'contact'"));
        self::assertSame(LoginStep::Expired, $this->link($token)->step, 'It works once.');
    }

    public function test_confirmed_on_another_device_it_says_to_log_in(): void
    {
        $this->post(['counterfoil_form' => 'change-email', 'email' => 'ada@new.test', 'password' => self::PASSWORD]);
        $this->send_mail();
        $token = $this->mailed_token('ada@new.test');
        $this->act_as(0);
        $this->next_request();
        self::assertStringContainsString('sent=confirmed', (string) $this->post(['counterfoil_form' => 'confirm-email', 'token' => $token], (int) $this->portal->login_page_id));
        self::assertSame([], $this->cookies, 'Who reads a mailbox is not logged in by it.');
        self::assertSame('ada@new.test', self::wp_user($this->user)->user_email);
    }

    public function test_abuse_17_an_address_of_somebody_else_is_answered_alike_and_nothing_is_mailed(): void
    {
        $mine = (string) $this->post(['counterfoil_form' => 'change-email', 'email' => 'free@new.test', 'password' => self::PASSWORD]);
        $this->next_request();
        self::assertSame($mine, (string) $this->post(['counterfoil_form' => 'change-email', 'email' => 'ben@brauhaus.test', 'password' => self::PASSWORD]));
        $this->send_mail();
        self::assertSame([], $this->outbox->to('ben@brauhaus.test'));
        // Taken while the link waited.
        $token = $this->mailed_token('free@new.test');
        $this->user('subscriber', ['user_email' => 'free@new.test']);
        $this->next_request();
        self::assertNull($this->post(['counterfoil_form' => 'confirm-email', 'token' => $token]));
        self::assertSame('ada@harbour.test', self::wp_user($this->user)->user_email);
    }

    private function link(string $token): \Counterfoil\Identity\LoginView
    {
        $this->next_request();
        $_GET = ['token' => $token, 'purpose' => 'email'];

        return $this->plugin->module(IdentityModule::class)->login_view($this->portal);
    }

    private function next_request(): void
    {
        $identity = $this->plugin->module(IdentityModule::class);
        foreach (['refusal' => null, 'refused_fields' => []] as $name => $value) {
            $request = (new ReflectionProperty($identity, 'request'))->getValue($identity);
            if ($request !== null) {
                (new ReflectionProperty($request, $name))->setValue($request, $value);
            }
        }
        $_GET = $_POST = [];
    }

    /**
     * @param array<string, string> $fields
     * @return string|null where the browser is led to
     */
    private function post(array $fields, ?int $page = null): ?string
    {
        $GLOBALS['wp_query'] = $GLOBALS['wp_the_query'] = new WP_Query(['page_id' => $page ?? $this->portal->portal_page_id]);
        $_POST = wp_slash($fields);
        $_SERVER['REQUEST_METHOD'] = 'POST';
        remove_action('template_redirect', 'redirect_canonical');
        try {
            do_action('template_redirect');
        } catch (RuntimeException $left) {
            return $left->getMessage();
        } finally {
            unset($GLOBALS['wp_actions']['template_redirect']);
        }

        return null;
    }
}

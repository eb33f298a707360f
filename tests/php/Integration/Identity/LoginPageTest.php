<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Identity;

use Counterfoil\Identity\IdentityModule;
use Counterfoil\Identity\LoginStep;
use Counterfoil\Identity\LoginView;
use Counterfoil\Tests\Support\PortalTestCase;
use ReflectionProperty;
use RuntimeException;
use WP_Query;

/** The page itself, and its forms as a browser without JavaScript posts them. */
final class LoginPageTest extends PortalTestCase
{
    use UsesTheLogIn;

    protected function setUp(): void
    {
        parent::setUp();
        add_filter('wp_redirect', static fn (string $to): string => throw new RuntimeException($to));
    }

    protected function tearDown(): void
    {
        $GLOBALS['wp_query'] = $GLOBALS['wp_the_query'] = new WP_Query();
        // A request has one form; this process goes on.
        (new ReflectionProperty($this->plugin->module(IdentityModule::class), 'request'))->setValue($this->plugin->module(IdentityModule::class), null);
        parent::tearDown();
    }

    public function test_each_address_shows_its_form(): void
    {
        foreach (
            [
                [[], LoginStep::LogIn, 'log-in', ['email', 'password']],
                [['form' => 'forgotten'], LoginStep::Forgotten, 'ask-reset', ['email']],
                [['form' => 'link'], LoginStep::AskLink, 'ask-link', ['email']],
                [['form' => 'nonsense'], LoginStep::LogIn, 'log-in', ['email', 'password']],
                [['sent' => 'reset'], LoginStep::Sent, '', []],
                [['token' => 'made-up-made-up-made-up', 'purpose' => 'magic'], LoginStep::Expired, '', []],
                [['token' => 'made-up-made-up-made-up', 'purpose' => 'nonsense'], LoginStep::Expired, '', []],
                [['token' => ['x']], LoginStep::LogIn, 'log-in', ['email', 'password']],
            ] as [$query, $step, $form, $fields]
        ) {
            $view = $this->view($query);
            self::assertSame([$step, $form, $fields], [$view->step, $view->form, $view->fields]);
        }
    }

    public function test_an_invitation_asks_a_known_address_for_its_password(): void
    {
        $known = $this->user('subscriber', ['user_email' => 'known@client.test']);
        $new = $this->view(['token' => $this->invite($this->contact($this->client('New'), 'new@client.test', 'Ada')), 'purpose' => 'invitation']);
        $old = $this->view(['token' => $this->invite($this->contact($this->client('Old'), 'known@client.test')), 'purpose' => 'invitation']);

        self::assertSame(['new@client.test', true, true], [$new->email, $new->is_email_fixed, $new->is_new_password]);
        self::assertStringContainsString('Ada', $new->lead);
        self::assertSame(['known@client.test', true, false], [$old->email, $old->is_email_fixed, $old->is_new_password]);
        self::assertGreaterThan(0, $known);
    }

    public function test_a_used_invitation_is_no_dead_end(): void
    {
        $contact = $this->contact($this->client(), 'jane@client.test');
        $token = $this->invite($contact);
        $this->redeem('invitations', $token, self::PASSWORD);
        $this->act_as(0);
        $this->plugin->module(IdentityModule::class)->session()->forget();
        $view = $this->view(['token' => $token, 'purpose' => 'invitation']);
        self::assertSame([LoginStep::LogIn, 'log-in', 'jane@client.test', 200], [$view->step, $view->form, $view->email, $view->status]);
        $this->act_as((int) $this->again($contact)->user_id);
        self::assertSame(LoginStep::LoggedIn, $this->view(['token' => $token, 'purpose' => 'invitation'])->step);
    }

    public function test_an_invitation_that_has_expired_is_mailed_anew_to_the_same_address(): void
    {
        $contact = $this->contact($this->client(), 'jane@client.test');
        $old = $this->invite($contact);
        $this->plugin->database()->update('identity_tokens', ['expires_at' => self::stamp('-1 day')], ['ended_at' => null]);
        $view = $this->view(['token' => $old, 'purpose' => 'invitation']);
        self::assertSame([LoginStep::Renew, 'renew-invitation', 410], [$view->step, $view->form, $view->status]);
        $_GET = [];
        self::assertStringContainsString('sent=invitation', (string) $this->post(['counterfoil_form' => 'renew-invitation', 'token' => $old]));
        $this->send_mail();
        $new = $this->mailed_token('jane@client.test');
        self::assertNotSame($old, $new);
        self::assertSame(LoginStep::Invitation, $this->view(['token' => $new, 'purpose' => 'invitation'])->step);
        $this->plugin->module(IdentityModule::class)->invitations()->revoke($this->again($contact), \Counterfoil\Shared\Actor::system());
        self::assertSame(LoginStep::Expired, $this->view(['token' => $new, 'purpose' => 'invitation'])->step, 'One that was taken back is not.');
        $_GET = [];
        self::assertNull($this->post(['counterfoil_form' => 'renew-invitation', 'token' => $new]));
    }

    public function test_logging_in_without_javascript(): void
    {
        $contact = $this->active_contact($this->client(), 'jane@client.test');

        $to = $this->post(['counterfoil_form' => 'log-in', 'email' => ' jane@client.test ', 'password' => self::PASSWORD]);

        self::assertSame(get_permalink((int) $this->portal->portal_page_id), $to);
        self::assertSame([$contact->user_id], array_column($this->cookies, 'user'));
    }

    public function test_every_form_works_without_javascript(): void
    {
        $contact = $this->contact($this->client(), 'jane@client.test');
        $portal = (string) get_permalink((int) $this->portal->portal_page_id);
        $quoted = 'it\'s "quoted" \\ here';
        self::assertSame($portal, $this->post(['counterfoil_form' => 'accept-invitation', 'token' => $this->invite($contact), 'password' => $quoted]));
        self::assertStringContainsString('sent=link', (string) $this->post(['counterfoil_form' => 'ask-link', 'email' => 'jane@client.test']));
        $this->send_mail();
        self::assertSame($portal, $this->post(['counterfoil_form' => 'use-link', 'token' => $this->mailed_token('jane@client.test')]));
        self::assertStringContainsString('sent=reset', (string) $this->post(['counterfoil_form' => 'ask-reset', 'email' => 'jane@client.test']));
        $this->send_mail();
        self::assertSame($portal, $this->post(['counterfoil_form' => 'reset', 'token' => $this->mailed_token('jane@client.test'), 'password' => 'an entirely new one']));
        self::assertSame($portal, $this->post(['counterfoil_form' => 'log-in', 'email' => 'jane@client.test', 'password' => 'an entirely new one']));
        $this->act_as((int) $this->again($contact)->user_id);
        self::assertSame(get_permalink((int) $this->portal->login_page_id), $this->post(['counterfoil_form' => 'log-out']));
    }

    public function test_a_form_that_failed_is_shown_again_with_what_to_do(): void
    {
        $this->active_contact($this->client(), 'jane@client.test');

        self::assertNull($this->post(['counterfoil_form' => 'log-in', 'email' => 'jane@client.test', 'password' => 'wrong password']));

        $view = $this->plugin->module(IdentityModule::class)->login_view($this->portal);
        self::assertSame([400, 'jane@client.test', LoginStep::LogIn], [$view->status, $view->email, $view->step]);
        self::assertNotSame('', $view->error);
        self::assertSame([], $this->cookies);
    }

    public function test_choosing_one_of_several_clients_without_javascript(): void
    {
        $first = $this->active_contact($this->client('First'), 'jane@client.test');
        $second = $this->contact($this->client('Second'), 'jane@client.test');
        $this->redeem('invitations', $this->invite($second), self::PASSWORD);
        $this->act_as((int) $first->user_id);
        $session = $this->plugin->module(IdentityModule::class)->session();
        $session->forget();
        self::assertNull($this->post(['counterfoil_form' => 'choose-client', 'client' => '999999']));
        self::assertSame('First', $session->current()?->client->name);
        self::assertSame(add_query_arg('_client', $second->client_id, (string) get_permalink((int) $this->portal->portal_page_id)), $this->post(['counterfoil_form' => 'choose-client', 'client' => (string) $second->client_id]));
        self::assertSame('Second', $session->require()->client->name);
    }

    public function test_a_form_of_another_site_is_refused(): void
    {
        $this->active_contact($this->client(), 'jane@client.test');
        foreach (['https://evil.test', 'null'] as $origin) {
            $_SERVER['HTTP_ORIGIN'] = $origin;
            self::assertNull($this->post(['counterfoil_form' => 'log-in', 'email' => 'jane@client.test', 'password' => self::PASSWORD]));
            self::assertSame(403, $this->plugin->module(IdentityModule::class)->login_view($this->portal)->status);
        }
        self::assertSame([], $this->cookies);
    }

    public function test_a_form_posted_to_another_page_does_nothing(): void
    {
        $this->active_contact($this->client(), 'jane@client.test');

        self::assertNull($this->post(['counterfoil_form' => 'log-in', 'email' => 'jane@client.test', 'password' => self::PASSWORD], $this->page('About us')));

        self::assertSame([], $this->cookies);
    }

    public function test_abuse_15_what_is_posted_may_be_anything(): void
    {
        foreach (
            [
                ['counterfoil_form' => 'log-in', 'email' => ['a'], 'password' => ['b']],
                ['counterfoil_form' => 'log-in', 'email' => "a\0@b.test", 'password' => 'x'],
                ['counterfoil_form' => 'log-in', 'email' => "\xFF@b.test", 'password' => 'x'],
                ['counterfoil_form' => 'log-in', 'email' => 'a@b.test', 'password' => str_repeat('x', 5000)],
                ['counterfoil_form' => 'use-link', 'token' => "' OR 1=1 --"],
                ['counterfoil_form' => 'nonsense'],
                ['counterfoil_form' => ['log-in']],
            ] as $fields
        ) {
            self::assertNull($this->post($fields));
        }
        self::assertSame([], $this->cookies);
    }

    /** @param array<string, mixed> $query */
    private function view(array $query): LoginView
    {
        $_GET = $query;

        return $this->plugin->module(IdentityModule::class)->login_view($this->portal);
    }

    /**
     * @param array<string, mixed> $fields
     * @return string|null where the browser is led to
     */
    private function post(array $fields, ?int $page = null): ?string
    {
        $GLOBALS['wp_query'] = $GLOBALS['wp_the_query'] = new WP_Query(['page_id' => $page ?? $this->portal->login_page_id]);
        $_POST = wp_slash($fields);
        $_SERVER['REQUEST_METHOD'] = 'POST';
        remove_action('template_redirect', 'redirect_canonical');
        try {
            do_action('template_redirect');
        } catch (RuntimeException $left) {
            return $left->getMessage();
        }

        return null;
    }
}

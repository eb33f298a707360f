<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Portal;

use Counterfoil\Identity\IdentityModule;
use Counterfoil\Identity\PortalSession;

/** One person, contact of two clients, with both open side by side. */
final class TwoTabsTest extends PortalViewTestCase
{
    protected function setUp(): void
    {
        parent::setUp();
        $invited = $this->contact($this->b, 'ada@harbour.test', 'Ada Lindqvist');
        $answer = $this->rest('POST', '/counterfoil/v1/invitations/redeem', ['token' => $this->invite($invited), 'password' => self::PASSWORD]);
        self::assert_status(200, $answer);
        self::assertSame($this->address($this->b->id), self::json($answer)['redirect_to'], 'Accepting leads to the client that was accepted.');
    }

    public function test_each_tab_goes_on_with_its_client(): void
    {
        $first = $this->portal($this->contact_a, [PortalSession::ARGUMENT => $this->a->id]);
        $second = $this->portal($this->contact_a, [PortalSession::ARGUMENT => $this->b->id]);
        self::assertSame([$this->a->id], $this->named_in($first->html));
        self::assertSame([$this->b->id], $this->named_in($second->html));
        foreach ([[$first, 'Harbour & Pine'], [$second, 'Brauhaus Linden']] as [$page, $name]) {
            self::assertStringContainsString('<span class="cf-menu__client"><bdi>' . esc_html($name), $page->html, 'The page says which client it is.');
        }
    }

    public function test_paying_in_the_first_tab_works_while_the_other_client_was_chosen_in_the_second(): void
    {
        $bill = $this->issued($this->a);
        $user = (int) $this->contact_a->user_id;
        $page = $this->portal($this->contact_a, ['view' => 'pay', 'id' => $bill->id]);
        preg_match('#portal\\\\/invoices\\\\/\d+\\\\/payments[^"]*?_client=(\d+)#', html_entity_decode($page->html), $start);
        self::assertSame((string) $this->a->id, $start[1] ?? '');
        $session = $this->plugin->module(IdentityModule::class)->session();
        $session->choose($this->b->id);
        $_GET = [PortalSession::ARGUMENT => (string) $this->a->id];
        self::assert_status(200, $this->rest('GET', "/counterfoil/v1/portal/invoices/{$bill->id}?_client={$this->a->id}", null, $user));
    }

    public function test_the_log_in_leads_back_to_the_client_that_was_asked_for(): void
    {
        $wanted = $this->address($this->b->id, ['view' => 'invoices']);
        $answer = $this->rest('POST', '/counterfoil/v1/session', ['email' => 'ada@harbour.test', 'password' => self::PASSWORD, 'redirect_to' => $wanted]);
        wp_parse_str((string) wp_parse_url((string) self::json($answer)['redirect_to'], PHP_URL_QUERY), $arguments);
        self::assertEquals(['view' => 'invoices', '_client' => (string) $this->b->id], $arguments);
    }

    public function test_who_is_led_to_the_log_in_comes_back_to_the_same_client(): void
    {
        $to = $this->open((int) $this->portal->portal_page_id, ['view' => 'invoices', PortalSession::ARGUMENT => $this->b->id])->redirect;
        self::assertStringContainsString('_client', rawurldecode((string) $to));
    }

    public function test_who_has_one_client_has_short_addresses(): void
    {
        self::assertStringNotContainsString('_client', str_replace('payments?_client', '', $this->portal($this->contact_b)->html));
    }

    /** @param array<string, string> $arguments */
    private function address(int $client, array $arguments = []): string
    {
        return add_query_arg($arguments + [PortalSession::ARGUMENT => $client], (string) get_permalink((int) $this->portal->portal_page_id));
    }

    /** @return list<int> clients that its links to pages of the portal name; 0 for a link that names none */
    private function named_in(string $html): array
    {
        preg_match_all('/<a [^>]*href="([^"]*)"/', $html, $links);
        $named = [];
        foreach ($links[1] as $link) {
            $link = html_entity_decode($link);
            if (str_contains($link, 'view=')) {
                preg_match('/_client=(\d+)/', $link, $client);
                $named[] = (int) ($client[1] ?? 0);
            }
        }

        return array_values(array_unique($named));
    }
}

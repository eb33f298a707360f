<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Portal;

use Counterfoil\Clients\Contact;
use Counterfoil\Identity\PortalSession;

/** One person, contact of two clients, with one log-in. */
final class SeveralClientsTest extends PortalViewTestCase
{
    private Contact $other;

    protected function setUp(): void
    {
        parent::setUp();
        $invited = $this->contact($this->b, 'ada@harbour.test', 'Ada Lindqvist');
        self::assert_status(200, $this->rest('POST', '/counterfoil/v1/invitations/redeem', ['token' => $this->invite($invited), 'password' => self::PASSWORD]));
        $this->other = $this->again($invited);
        self::assertSame($this->contact_a->user_id, $this->other->user_id);
    }

    public function test_a_link_to_a_bill_of_the_other_shows_it_and_changes_nothing(): void
    {
        $bill = $this->issued($this->b);
        $before = get_user_meta((int) $this->contact_a->user_id);
        $page = $this->portal($this->contact_a, ['view' => 'invoice', 'id' => $bill->id]);
        self::assertSame(200, $page->status);
        self::assertStringContainsString((string) $bill->number, $page->html);
        self::assertStringContainsString('Brauhaus Linden', $page->html);
        self::assertStringContainsString('Switch to Harbour &amp; Pine', $page->html);
        self::assertEquals($before, get_user_meta((int) $this->contact_a->user_id));
        // The next page is that of their own choice again.
        $page = $this->portal($this->contact_a);
        self::assertStringContainsString('Switch to Brauhaus Linden', $page->html);
        self::assertStringNotContainsString((string) $bill->number, $page->html);
    }

    public function test_the_script_that_pays_goes_on_for_the_client_whose_bill_it_is(): void
    {
        $bill = $this->issued($this->b);
        $page = $this->portal($this->contact_a, ['view' => 'pay', 'id' => $bill->id]);
        self::assertSame(200, $page->status);
        self::assertStringContainsString("_client={$this->b->id}", $page->html);
        $user = (int) $this->contact_a->user_id;
        self::assert_status(404, $this->rest('GET', "/counterfoil/v1/portal/invoices/{$bill->id}", null, $user));
        $_GET[PortalSession::ARGUMENT] = (string) $this->b->id;
        self::assert_status(200, $this->rest('GET', "/counterfoil/v1/portal/invoices/{$bill->id}?_client={$this->b->id}", null, $user));
    }

    public function test_who_has_one_client_is_offered_no_other(): void
    {
        self::assertStringNotContainsString('choose-client', $this->portal($this->contact_b)->html);
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Invoices;

use Counterfoil\Clients\Access;
use Counterfoil\Clients\Client;
use Counterfoil\Clients\ClientsModule;
use Counterfoil\Clients\Contact;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Payments\Links\LinksModule;
use Counterfoil\Portals\PortalsModule;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\SharedModule;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Support\FitsContract;
use Counterfoil\Tests\Support\IntegrationTestCase;
use Counterfoil\Tests\Support\ReadyToBill;
use WP_User;

/** Who has no account is offered no log-in: the agency is told before it sends, and the mail says how to pay. */
final class InviteTooTest extends IntegrationTestCase
{
    use FitsContract;
    use MakesInvoices;
    use ReadyToBill;

    private Client $client;

    protected function setUp(): void
    {
        parent::setUp();
        $this->enter_stripe_keys();
        $portals = $this->plugin()->module(PortalsModule::class);
        $portals->create_pages()->handle($portals->portals()->default()->id, Actor::system());
        $this->client = $this->client();
    }

    private function mail_to(string $email): string
    {
        $this->plugin()->module(SharedModule::class)->worker()->run(only: ['mail.send']);
        $mails = array_values(array_filter($this->outbox->to($email), static fn (array $mail): bool => str_starts_with($mail['subject'], 'Invoice ')));

        return html_entity_decode(wp_strip_all_tags($mails[count($mails) - 1]['message'] ?? self::fail("No invoice was mailed to {$email}.")), ENT_QUOTES | ENT_HTML5);
    }

    /** @return array<string, Contact> by address */
    private function contacts(): array
    {
        return array_column(array_map(static fn (Contact $contact): array => [$contact->email, $contact], $this->plugin()->module(ClientsModule::class)->contacts()->of_client($this->client->id, Viewer::system())), 1, 0);
    }

    /**
     * @param array<string, mixed> $body
     * @return array<string, mixed>
     */
    private function send(array $body = []): array
    {
        $draft = $this->draft($this->client);

        return self::fits('invoices.send', $this->rest('POST', "/counterfoil/v1/invoices/{$draft->id}/send", ['version' => 1] + $body, $this->administrator()));
    }

    public function test_with_payment_links_nobody_needs_access_to_pay(): void
    {
        $sent = $this->send();
        self::assertSame([$sent['recipients'], true], [$sent['without_access'], $sent['opens_by_link']]);
        foreach ($sent['recipients'] as $email) {
            self::assertStringContainsString('View and pay invoice', $this->mail_to($email));
        }
    }

    public function test_without_access_the_mail_says_how_to_pay_and_leads_to_no_log_in(): void
    {
        $this->plugin()->module(LinksModule::class)->settings()->update(false, 30, Viewer::system());
        $sent = $this->send();

        self::assertSame([$sent['recipients'], false], [$sent['without_access'], $sent['opens_by_link']]);
        self::assertNotSame([], $sent['recipients']);
        foreach ($sent['recipients'] as $email) {
            $mail = $this->mail_to($email);
            self::assertStringContainsString('To pay, use the payment details on the invoice, or reply to this email and we’ll invite you to pay online.', $mail);
            self::assertStringNotContainsString('View and pay invoice', $mail);
            self::assertStringNotContainsString('View invoice', $mail);
        }
        self::assertNull($this->plugin()->module(InvoicesModule::class)->archive()->paper($sent['id'])?->to_array()['pay_hint']);
    }

    public function test_invited_in_the_same_step_they_can_pay(): void
    {
        $this->plugin()->module(LinksModule::class)->settings()->update(false, 30, Viewer::system());
        $sent = $this->send(['invite' => true]);

        self::assertSame([], $sent['without_access']);
        self::assertSame(count($sent['recipients']), $this->rows_in('outbox', "message = 'invitation'"));
        foreach ($sent['recipients'] as $email) {
            self::assertSame(Access::Invited, $this->contacts()[$email]->access);
            $mail = $this->mail_to($email);
            self::assertStringContainsString('To open it online, first accept the invitation we emailed you separately.', $mail);
            self::assertStringContainsString('View and pay invoice', $mail);
        }
        self::assertNotNull($this->plugin()->module(InvoicesModule::class)->archive()->paper($sent['id'])?->to_array()['pay_hint']);
    }

    public function test_it_is_offered_with_every_resend_too(): void
    {
        $sent = $this->send();
        $again = self::fits('invoices.resend', $this->rest('POST', "/counterfoil/v1/invoices/{$sent['id']}/resend", ['invite' => true], $this->administrator()));

        self::assertSame([], $again['without_access']);
        self::assertStringContainsString('View and pay invoice', $this->mail_to($sent['recipients'][0]));
    }

    public function test_abuse_07_who_may_bill_and_not_invite_is_refused_and_nothing_is_sent(): void
    {
        $draft = $this->draft($this->client);
        $biller = $this->user('subscriber');
        (new WP_User($biller))->add_cap('counterfoil_bill');

        self::assert_status(403, $this->rest('POST', "/counterfoil/v1/invoices/{$draft->id}/send", ['version' => 1, 'invite' => true], $biller));

        self::assertSame(0, $this->rows_in('outbox'));
        self::assert_status(200, $this->rest('POST', "/counterfoil/v1/invoices/{$draft->id}/send", ['version' => 1], $biller));
    }

    public function test_when_it_cannot_be_sent_nobody_is_invited(): void
    {
        $draft = $this->draft($this->client);

        self::assert_status(409, $this->rest('POST', "/counterfoil/v1/invoices/{$draft->id}/send", ['version' => 7, 'invite' => true], $this->administrator()));

        self::assertSame(0, $this->rows_in('outbox'));
    }

    public function test_who_may_only_look_is_offered_no_payment(): void
    {
        $contact = array_values($this->contacts())[0];
        $database = $this->plugin()->database();
        $role = $database->insert('roles', ['slug' => 'looks', 'name' => 'Looks', 'built_in' => 0, 'permissions' => '["billing.view"]']);
        $database->update('contacts', ['role_id' => $role, 'access' => Access::Active->value], ['id' => $contact->id]);
        $this->send();
        $mail = $this->mail_to($contact->email);

        self::assertStringContainsString('View invoice', $mail);
        self::assertStringNotContainsString('pay it online', $mail);
    }
}

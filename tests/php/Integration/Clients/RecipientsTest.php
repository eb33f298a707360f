<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Clients;

use Counterfoil\Clients\Access;
use Counterfoil\Clients\Client;
use Counterfoil\Clients\ClientsModule;
use Counterfoil\Clients\Contact;
use Counterfoil\Clients\MailPurpose;
use Counterfoil\Invoices\CreditNotes\CreditExtent;
use Counterfoil\Invoices\CreditNotes\CreditNotesModule;
use Counterfoil\Invoices\CreditNotes\Surplus;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Invoices\Recipients\RecipientsModule;
use Counterfoil\Payments\Offline\OfflineMethod;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Plugin;
use Counterfoil\Privacy\PrivacyModule;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Integration\Emails\LetterTestCase;
use Counterfoil\Tests\Support\FitsContract;
use PHPUnit\Framework\Attributes\DataProvider;

/** Who gets which of a client's mails, by what was chosen for the client or for one bill. */
final class RecipientsTest extends LetterTestCase
{
    use FitsContract;

    private const CC = 'desk@bookkeeper.test';

    private Client $client;
    private Contact $jane;
    private int $staff;

    protected function setUp(): void
    {
        parent::setUp();
        $this->enter_stripe_keys();
        $this->create_portal_pages();
        $this->client = $this->client('Acme GmbH', 'books@client.test');
        $this->jane = $this->active_contact($this->client, 'jane@client.test', 'Jane Quill');
        $this->send_mail();
        $this->outbox->mails = [];
        $this->staff = $this->administrator();
    }

    /**
     * @param array<string, mixed> $changes
     * @return array<string, mixed>
     */
    private function choose(array $changes = [], int $status = 200): array
    {
        $all = ['invoices', 'reminders', 'receipts', 'credit_notes'];
        $answer = $this->rest('PUT', "/counterfoil/v1/clients/{$this->client->id}/recipients", $changes + ['billing' => $all, 'contacts' => [['id' => $this->jane->id, 'mails' => $all]], 'copies' => []], $this->staff);
        self::assert_status($status, $answer);

        return $status === 200 ? self::fits('clients.choose-recipients', $answer) : self::json($answer);
    }

    /** @param array<string, mixed> $body */
    private function choose_for(Invoice $invoice, array $body, int $status = 200): mixed
    {
        $answer = $this->rest('PUT', "/counterfoil/v1/invoices/{$invoice->id}/recipients", $body, $this->staff);
        self::assert_status($status, $answer);

        return self::json($answer);
    }

    private function draft(): Invoice
    {
        $body = ['client_id' => $this->client->id, 'website_id' => null, 'currency' => 'EUR', 'tax_mode' => 'exclusive', 'due_date' => gmdate('Y-m-d', time() + 14 * DAY_IN_SECONDS), 'discount' => null, 'message' => '',
            'lines' => [['plan_id' => null, 'description' => 'Care', 'quantity' => '1', 'unit_price' => 10_000, 'discount' => null, 'tax' => ['name' => 'VAT', 'rate' => '19']]]];
        $id = self::json($this->rest('POST', '/counterfoil/v1/invoices', $body, $this->staff))['id'];

        return $this->plugin->module(InvoicesModule::class)->invoices()->get($id, Viewer::system());
    }

    /** @return list<string> addresses that were mailed since, in order */
    private function mailed(): array
    {
        $this->send_mail();
        $to = array_map(static fn (array $mail): string => $mail['to'][0], $this->outbox->mails);
        sort($to);

        return $to;
    }

    public function test_without_a_choice_everybody_who_sees_bills_gets_all_of_it(): void
    {
        $stored = self::fits('clients.recipients', $this->rest('GET', "/counterfoil/v1/clients/{$this->client->id}/recipients", null, $this->staff));
        self::assertSame(['invoices', 'reminders', 'receipts', 'credit_notes'], $stored['billing']['mails']);
        self::assertSame([null, ['invoices', 'reminders', 'receipts', 'credit_notes']], [$stored['contacts'][0]['closed'], $stored['contacts'][0]['mails']]);
        $this->issued($this->client);
        self::assertSame(['books@client.test', 'jane@client.test'], $this->mailed());
    }

    public function test_each_gets_what_is_chosen_for_them(): void
    {
        $this->choose([
            'billing' => ['invoices'],
            'contacts' => [['id' => $this->jane->id, 'mails' => ['receipts', 'reminders']]],
            'copies' => [['email' => self::CC, 'mails' => ['credit_notes']]],
        ]);
        $recipients = $this->plugin->module(ClientsModule::class)->recipients();
        $client = $this->plugin->module(ClientsModule::class)->clients()->get($this->client->id, Viewer::system());
        $to = static fn (MailPurpose $purpose): array => array_column($recipients->billing($client, $purpose), 'email');
        self::assertSame([['books@client.test'], ['jane@client.test'], ['jane@client.test'], [self::CC]], array_map($to, [MailPurpose::Invoices, MailPurpose::Reminders, MailPurpose::Receipts, MailPurpose::CreditNotes]));

        $invoice = $this->issued($client);
        self::assertSame(['books@client.test'], $this->mailed());
        $this->outbox->mails = [];
        $this->plugin->module(CreditNotesModule::class)->credit()->handle($invoice->id, $invoice->version, CreditExtent::amount(1_000), 'Fewer hours', Surplus::Keep, Viewer::system(), 'credit-1');
        self::assertSame([self::CC], $this->mailed());
        $this->outbox->mails = [];
        $this->plugin->module(PaymentsModule::class)->record_offline()->handle($invoice->id, Money::of(5_000, 'EUR'), OfflineMethod::Cash, gmdate('Y-m-d'), '', true, Actor::system(), 'cash-1');
        self::assertSame(['jane@client.test'], $this->mailed());
    }

    public function test_a_copy_says_whose_it_is_and_leads_nowhere(): void
    {
        $this->choose(['copies' => [['email' => self::CC, 'mails' => ['invoices']]]]);
        $invoice = $this->issued($this->client);
        self::assertSame(['books@client.test', self::CC, 'jane@client.test'], $this->mailed());

        $copy = $this->outbox->to(self::CC)[0];
        $text = self::text_of($copy['message']);
        self::assertStringStartsWith('Copy: Invoice ', $copy['subject']);
        self::assertStringContainsString('Copy for ' . self::CC . '. The original email went to Acme GmbH.', $text);
        self::assertStringNotContainsString('invite you', $text);
        self::assertStringNotContainsString('pay it online', $text);
        self::assertStringNotContainsString('view=', $copy['message']);
        self::assertStringNotContainsString('portal-page', $copy['message']);
        self::assertSame(["{$invoice->number}.pdf"], array_keys($copy['attachments']));
        self::assertStringContainsString('View and pay invoice', self::text_of($this->outbox->to('jane@client.test')[0]['message']));
        self::assertStringNotContainsString(self::CC, implode("\n", $this->outbox->to('jane@client.test')[0]['headers']));
        $log = self::json($this->rest('GET', '/counterfoil/v1/emails', null, $this->staff))['items'];
        self::assertEquals([self::CC => true, 'jane@client.test' => false, 'books@client.test' => false], array_column(array_slice($log, 0, 3), 'is_copy', 'to'));
    }

    public function test_the_finance_inbox_gets_a_copy_of_all_but_reminders(): void
    {
        $emails = self::json($this->rest('GET', '/counterfoil/v1/settings/emails', null, $this->staff));
        self::assert_status(400, $this->rest('PUT', '/counterfoil/v1/settings/emails', ['finance_email' => "x@y.test\r\nBcc: z@y.test", 'messages' => []] + $emails, $this->staff));
        self::assert_status(200, $this->rest('PUT', '/counterfoil/v1/settings/emails', ['finance_email' => 'finance@studio.test', 'messages' => []] + $emails, $this->staff));
        $invoice = $this->issued($this->client);
        self::assertSame(['books@client.test', 'finance@studio.test', 'jane@client.test'], $this->mailed());
        self::assertStringStartsWith('Copy: Invoice', $this->outbox->to('finance@studio.test')[0]['subject']);
        $shown = self::fits('invoices.get', $this->rest('GET', "/counterfoil/v1/invoices/{$invoice->id}", null, $this->staff));
        self::assertSame([['finance@studio.test'], ['finance@studio.test'], 'finance@studio.test'], [$shown['copies'], $shown['emailed']['copies'], $shown['finance_copy']]);
        self::assertNotContains('finance@studio.test', $shown['without_access']);
        $clients = $this->plugin->module(ClientsModule::class);
        self::assertNotContains('finance@studio.test', array_column($clients->recipients()->billing($this->client, MailPurpose::Reminders), 'email'));
    }

    /** @return array<string, array{list<string>, string}> */
    public static function wrong_copies(): array
    {
        return [
            'no address' => [['nobody'], '/copies/0/email'],
            'a header' => [["a@b.test\r\nBcc: c@d.test"], '/copies/0/email'],
            'a name with a header' => [["a@b.test\nX-Mailer: x"], '/copies/0/email'],
            'two in one' => [['a@b.test,c@d.test'], '/copies/0/email'],
            'twice' => [['a@b.test', 'A@B.test'], '/copies/1/email'],
            'a contact' => [['Jane@Client.test'], '/copies/0/email'],
            'the billing email' => [['books@client.test'], '/copies/0/email'],
            'eleven' => [array_map(static fn (int $i): string => "cc{$i}@b.test", range(1, 11)), '/copies'],
        ];
    }

    /** @param list<string> $emails */
    #[DataProvider('wrong_copies')]
    public function test_abuse_51_what_is_no_other_address_is_refused(array $emails, string $field): void
    {
        $refused = $this->choose(['copies' => array_map(static fn (string $email): array => ['email' => $email, 'mails' => ['invoices']], $emails)], 400);
        self::assertArrayHasKey($field, $refused['data']['fields']);
        $this->issued($this->client);
        self::assertSame(['books@client.test', 'jane@client.test'], $this->mailed());
    }

    public function test_ten_copies_are_taken(): void
    {
        $copies = array_map(static fn (int $i): array => ['email' => "cc{$i}@b.test", 'mails' => ['invoices']], range(1, 10));
        self::assertCount(10, $this->choose(['copies' => $copies])['copies']);
        $this->issued($this->client);
        self::assertCount(12, $this->mailed());
    }

    public function test_who_is_suspended_or_may_not_see_bills_gets_nothing_not_even_as_a_copy(): void
    {
        $this->choose(['copies' => [['email' => 'max@client.test', 'mails' => ['invoices']]]]);
        $max = $this->contact($this->client, 'max@client.test');
        $this->plugin->database()->update('contacts', ['access' => Access::Suspended->value], ['id' => $max->id]);
        $this->plugin->database()->update('contacts', ['access' => Access::Suspended->value], ['id' => $this->jane->id]);
        $this->issued($this->client);
        self::assertSame(['books@client.test'], $this->mailed());
        $closed = array_column(self::json($this->rest('GET', "/counterfoil/v1/clients/{$this->client->id}/recipients", null, $this->staff))['contacts'], 'closed');
        self::assertSame(['suspended', 'suspended'], $closed);
    }

    public function test_the_clients_own_address_is_closed_with_the_person_whose_it_is(): void
    {
        $books = $this->contact($this->client, 'Books@client.test');
        $this->plugin->database()->update('contacts', ['access' => Access::Suspended->value], ['id' => $books->id]);
        $stored = self::fits('clients.recipients', $this->rest('GET', "/counterfoil/v1/clients/{$this->client->id}/recipients", null, $this->staff));
        self::assertSame([['jane@client.test'], ['jane@client.test']], [$stored['invoice']['recipients'], array_column($stored['invoice']['recipient_choices'], 'email')]);
        $this->issued($this->client);
        self::assertSame(['jane@client.test'], $this->mailed());

        $this->plugin->database()->update('contacts', ['access' => Access::Suspended->value], ['id' => $this->jane->id]);
        $draft = $this->draft();
        $refused = $this->rest('POST', "/counterfoil/v1/invoices/{$draft->id}/send", ['version' => $draft->version], $this->staff);
        self::assert_status(400, $refused);
        self::assertStringContainsString('Use another billing email', self::json($refused)['data']['fields']['/client_id']);

        $this->plugin->database()->delete('contacts', ['id' => $books->id]);
        $this->outbox->mails = [];
        $this->issued($this->client);
        self::assertSame(['books@client.test'], $this->mailed(), 'An address that is nobody else’s is the client’s own.');
    }

    public function test_a_draft_is_saved_with_its_recipients(): void
    {
        $body = ['client_id' => $this->client->id, 'website_id' => null, 'currency' => 'EUR', 'tax_mode' => 'exclusive', 'due_date' => gmdate('Y-m-d', time() + 14 * DAY_IN_SECONDS), 'discount' => null, 'message' => '', 'lines' => []];
        $save = fn (string $method, string $path, array $changes): \WP_REST_Response => $this->rest($method, "/counterfoil/v1/invoices{$path}", $changes + $body, $this->staff);
        $chosen = ['to' => ['jane@client.test'], 'cc' => [self::CC]];

        self::assertSame(['/recipients/to/0'], array_keys(self::json($save('POST', '', ['recipients' => ['to' => ['who@client.test'], 'cc' => []]]))['data']['fields']));
        self::assertSame(0, (int) $this->plugin->database()->value("SELECT COUNT(*) FROM {$this->plugin->database()->table('invoices')}"), 'Nothing is kept of a draft that was refused.');
        $draft = self::fits('invoices.create', $save('POST', '', ['recipients' => $chosen]));
        self::assertSame([['jane@client.test'], [self::CC]], [$draft['recipients'], $draft['copies']]);
        $kept = self::fits('invoices.update', $save('PUT', "/{$draft['id']}", ['version' => $draft['version']]));
        self::assertSame([['jane@client.test'], [self::CC]], [$kept['recipients'], $kept['copies']], 'Left out, it keeps them.');
        $changed = self::fits('invoices.update', $save('PUT', "/{$draft['id']}", ['version' => $kept['version'], 'recipients' => ['to' => ['books@client.test'], 'cc' => []]]));
        self::assertSame([['books@client.test'], []], [$changed['recipients'], $changed['copies']]);
        $wrong = $save('PUT', "/{$draft['id']}", ['version' => $changed['version'], 'recipients' => ['to' => ['books@client.test'], 'cc' => ['jane@client.test']]]);
        self::assertSame(['/recipients/cc/0'], array_keys(self::json($wrong)['data']['fields']));
    }

    public function test_one_bill_goes_to_others(): void
    {
        $draft = $this->draft();
        self::assertSame(['/to/0'], array_keys($this->choose_for($draft, ['to' => ['stranger@client.test'], 'cc' => []], 400)['data']['fields']));
        self::assertSame(['/to'], array_keys($this->choose_for($draft, ['to' => [], 'cc' => [self::CC]], 400)['data']['fields']));
        self::assertSame(['/cc/0'], array_keys($this->choose_for($draft, ['to' => ['books@client.test'], 'cc' => ['jane@client.test']], 400)['data']['fields']));
        $chosen = $this->choose_for($draft, ['to' => ['Jane@client.test'], 'cc' => [self::CC]]);
        self::assertSame([['jane@client.test'], [self::CC]], [$chosen['recipients'], $chosen['copies']]);

        $sent = self::fits('invoices.send', $this->rest('POST', "/counterfoil/v1/invoices/{$draft->id}/send", ['version' => $draft->version, 'invite' => true], $this->staff));
        self::assertSame([self::CC, 'jane@client.test'], $this->mailed());
        self::assertSame(['to' => ['jane@client.test'], 'copies' => [self::CC]], $sent['emailed']);
        self::assertSame([], $this->plugin->module(ClientsModule::class)->contacts()->of_email(self::CC), 'A copy invites nobody.');

        $this->outbox->mails = [];
        self::assert_status(200, $this->rest('POST', "/counterfoil/v1/invoices/{$draft->id}/resend", null, $this->staff));
        self::assertSame([self::CC, 'jane@client.test'], $this->mailed());
        $this->outbox->mails = [];
        self::assert_status(200, $this->rest('POST', "/counterfoil/v1/invoices/{$draft->id}/void", ['reason' => ''], $this->staff));
        self::assertSame([self::CC, 'jane@client.test'], $this->mailed());
        self::assertStringNotContainsString('view=', $this->outbox->to(self::CC)[0]['message']);
    }

    public function test_a_draft_that_goes_to_another_client_forgets_who_was_chosen(): void
    {
        $draft = $this->draft();
        $this->choose_for($draft, ['to' => ['jane@client.test'], 'cc' => [self::CC]]);
        $other = $this->client('Other Ltd', 'office@other.test');
        $body = array_intersect_key(self::json($this->rest('GET', "/counterfoil/v1/invoices/{$draft->id}", null, $this->staff)), array_flip(['currency', 'tax_mode', 'due_date', 'discount', 'message', 'version']));
        $moved = self::fits('invoices.update', $this->rest('PUT', "/counterfoil/v1/invoices/{$draft->id}", $body + ['client_id' => $other->id, 'website_id' => null, 'lines' => []], $this->staff));
        self::assertSame([['office@other.test'], []], [$moved['recipients'], $moved['copies']]);
    }

    public function test_a_bill_that_nobody_gets_is_not_sent(): void
    {
        $this->choose(['billing' => [], 'contacts' => [['id' => $this->jane->id, 'mails' => []]], 'copies' => [['email' => self::CC, 'mails' => ['invoices']]]]);
        $draft = $this->draft();
        $refused = $this->rest('POST', "/counterfoil/v1/invoices/{$draft->id}/send", ['version' => 1], $this->staff);
        self::assert_status(400, $refused);
        self::assertSame('No one receives this invoice. Choose at least one recipient.', self::json($refused)['data']['fields']['/client_id']);
        self::assertSame([], $this->mailed());
    }

    public function test_another_clients_people_are_404_and_contacts_of_others_are_refused(): void
    {
        $other = $this->contact($this->client('Other Ltd'), 'max@other.test');
        self::assertArrayHasKey('/contacts/0/id', $this->choose(['contacts' => [['id' => $other->id, 'mails' => []]]], 400)['data']['fields']);
        $limited = Viewer::staff(Actor::system(), ['view', 'bill', 'manage_clients'], [$this->client->id + 1]);
        $this->expectExceptionMessage(DomainError::not_found()->getMessage());
        $this->plugin->module(RecipientsModule::class)->choose()->handle($this->draft()->id, ['jane@client.test'], [], $limited);
    }

    public function test_the_privacy_tools_find_and_erase_copies(): void
    {
        (new PrivacyModule($this->plugin))->hooks();
        $this->choose(['copies' => [['email' => self::CC, 'mails' => ['invoices']]]]);
        $draft = $this->draft();
        $this->choose_for($draft, ['to' => ['jane@client.test'], 'cc' => [self::CC]]);
        $this->issued($this->client);
        $this->mailed();
        $export = apply_filters('wp_privacy_personal_data_exporters', [])['counterfoil']['callback'](self::CC, 1);
        $groups = array_column($export['data'], 'group_id');
        self::assertContains('counterfoil-copies', $groups);
        self::assertContains('counterfoil-invoice-recipients', $groups);
        self::assertContains('counterfoil-emails', $groups);
        self::assertNotContains('counterfoil-invoices', $groups, 'Who gets a copy is not the client.');

        apply_filters('wp_privacy_personal_data_erasers', [])['counterfoil']['callback'](self::CC, 1);
        $database = Plugin::instance()->database();
        foreach (['client_copies', 'invoice_recipients', 'outbox', 'events', 'queue'] as $table) {
            self::assertStringNotContainsString(self::CC, (string) wp_json_encode($database->rows("SELECT * FROM {$database->table($table)}")), $table);
        }
    }
}

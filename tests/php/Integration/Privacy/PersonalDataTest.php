<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Privacy;

use Counterfoil\Bank\BankModule;
use Counterfoil\Bank\Formats\CsvHeader;
use Counterfoil\Bank\Formats\CsvQuestion;
use Counterfoil\Clients\Client;
use Counterfoil\Clients\ClientsModule;
use Counterfoil\Clients\Contact;
use Counterfoil\Emails\EmailsModule;
use Counterfoil\Identity\IdentityModule;
use Counterfoil\Invoices\Attachments\AttachmentsModule;
use Counterfoil\Invoices\Attachments\FileType;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Payments\Links\LinksModule;
use Counterfoil\Payments\Links\MailedBill;
use Counterfoil\Payments\Offline\OfflineMethod;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Privacy\PrivacyModule;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Clock\MovableClock;
use Counterfoil\Shared\Rest\Idempotency;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Integration\Emails\LetterTestCase;
use DateTimeImmutable;

/** WordPress' requests to see or to erase what is known of somebody. */
final class PersonalDataTest extends LetterTestCase
{
    private const EMAIL = 'jane@client.test';

    private Client $client;
    private Contact $contact;
    private Invoice $invoice;

    protected function setUp(): void
    {
        parent::setUp();
        (new PrivacyModule($this->plugin))->hooks();
        $this->client = $this->client('Acme GmbH', 'books@client.test');
        $this->contact = $this->active_contact($this->client, self::EMAIL, 'Jane Quill');
        $this->invoice = $this->issued($this->client);
        $this->send_mail();
    }

    public function test_the_export_finds_contact_mail_invoices_payments_and_what_happened(): void
    {
        $payments = $this->plugin->module(PaymentsModule::class);
        $payments->record_offline()->handle($this->invoice->id, $this->invoice->total(), OfflineMethod::Cash, '2026-01-02', 'in an envelope', false, Actor::system(), 'cash-1');

        $exported = $this->export('Jane@Client.test');

        self::assertTrue($exported['done']);
        $groups = array_count_values(array_column($exported['data'], 'group_id'));
        self::assertSame(1, $groups['counterfoil-contacts']);
        self::assertSame(1, $groups['counterfoil-invoices']);
        self::assertSame(1, $groups['counterfoil-payments']);
        self::assertGreaterThanOrEqual(2, $groups['counterfoil-emails'], 'The invitation and the invoice.');
        self::assertGreaterThanOrEqual(2, $groups['counterfoil-activity'], 'The invitation and the log-in.');
        $words = (string) wp_json_encode($exported['data'], JSON_UNESCAPED_UNICODE);
        foreach (['Jane Quill', self::EMAIL, 'Acme GmbH', (string) $this->invoice->number, 'in an envelope', '1,176.91'] as $known) {
            self::assertStringContainsString($known, $words);
        }
    }

    public function test_the_export_names_the_files_that_came_with_an_invoice(): void
    {
        $files = $this->plugin->module(AttachmentsModule::class)->files();
        self::assertTrue($files->claim($files->insert('Hours for June.pdf', FileType::Pdf, '%PDF-', null)->id, $this->invoice->id));

        $invoices = array_values(array_filter($this->export(self::EMAIL)['data'], static fn (array $record): bool => $record['group_id'] === 'counterfoil-invoices'));
        self::assertContains('Hours for June.pdf', array_column($invoices[0]['data'], 'value', 'name'));
    }

    public function test_the_export_has_transfers_and_erasing_forgets_from_which_account_they_came(): void
    {
        $bank = $this->plugin->module(BankModule::class);
        $path = tempnam(get_temp_dir(), 'counterfoil-test');
        self::assertNotEmpty($path);
        file_put_contents($path, "Date,Name,IBAN,Text,Amount,Currency\n2026-01-05,Jane Quill,DE02120300000000202051,hello,5.00,EUR\n");
        $mapping = CsvQuestion::about(CsvHeader::of($path))->guess;
        $bank->choose_mapping()->save(CsvHeader::of($path)->shape(), CsvHeader::of($path)->columns, $mapping, Actor::system());
        self::assertIsInt($bank->receive()->read($path, 'bank.csv', Actor::system()));
        wp_delete_file($path);
        [$entry] = $bank->entries()->page([], Viewer::system(), 1, null)['entries'];
        $bank->confirm()->handle($entry->id, $this->client->id, [], false, Viewer::system());

        $transfers = array_values(array_filter($this->export(self::EMAIL)['data'], static fn (array $record): bool => $record['group_id'] === 'counterfoil-bank-transfers'));
        self::assertContains('DE02120300000000202051', array_column($transfers[0]['data'], 'value', 'name'));
        $payers = fn (): ?string => $this->plugin->database()->value("SELECT COUNT(*) FROM {$this->plugin->database()->table('bank_payers')}");
        self::assertSame('1', $payers());
        $this->erase(self::EMAIL);
        self::assertSame('0', $payers());
    }

    public function test_of_a_stranger_nothing_is_known_and_nothing_is_erased(): void
    {
        self::assertSame([], $this->export('nobody@client.test')['data']);
        self::assertSame(['items_removed' => false, 'items_retained' => false, 'messages' => [], 'done' => true], $this->erase('nobody@client.test'));
        self::assertNotNull($this->plugin->module(ClientsModule::class)->contacts()->find($this->contact->id, Viewer::system()));
    }

    public function test_erasing_leaves_the_person_nowhere_but_keeps_what_was_issued(): void
    {
        $pdf = $this->plugin->module(InvoicesModule::class)->archive()->pdf($this->invoice->id);
        $user = (int) $this->contact->user_id;

        $erased = $this->erase(self::EMAIL);

        self::assertSame([true, true, true], [$erased['items_removed'], $erased['items_retained'], $erased['done']]);
        self::assertSame(['1 issued invoice and its payments are kept because the law requires it.'], $erased['messages']);
        self::assertFalse(get_user_by('id', $user));
        foreach (['contacts', 'outbox', 'events', 'identity_tokens', 'clients', 'queue'] as $table) {
            $rows = (string) wp_json_encode($this->plugin->database()->rows("SELECT * FROM {$this->plugin->database()->table($table)}"), JSON_UNESCAPED_SLASHES);
            foreach ([self::EMAIL, 'Jane Quill'] as $theirs) {
                self::assertStringNotContainsStringIgnoringCase($theirs, $rows, $table);
            }
        }
        self::assertSame('books@client.test', $this->plugin->module(ClientsModule::class)->clients()->get($this->client->id, Viewer::system())->email, 'The business’s own.');
        self::assertSame($pdf, $this->plugin->module(InvoicesModule::class)->archive()->pdf($this->invoice->id));
        self::assertSame([], $this->export(self::EMAIL)['data']);
        self::assertSame(1, $this->rows_of('events', "type = 'privacy.erased' AND client_id = {$this->client->id}"));
    }

    /** An address that was no contact's, and one that was the contact's before. */
    public function test_erasing_forgets_by_whose_link_a_bill_was_opened_and_paid(): void
    {
        $before = 'jane.before@client.test';
        foreach ([Actor::bearer(null, self::EMAIL), Actor::bearer($this->contact->id, $before)] as $bearer) {
            $this->plugin->changes()->run($bearer, function (Change $change) use ($bearer): void {
                $change->event('invoice.opened_by_link', [['invoice', $this->invoice->id]], $this->client->id, ['number' => '1', 'email' => $bearer->name]);
                $change->event('payment.started', [['invoice', $this->invoice->id]], $this->client->id, ['amount' => 1, 'currency' => 'EUR']);
            });
        }
        $links = $this->plugin->module(LinksModule::class)->links();
        $links->mailed([new MailedBill($this->invoice->id, $this->client->id, $this->contact->id, $before, '', false)]);
        $others = $this->rows_of('pay_links', "recipient = 'books@client.test'");

        $this->erase(self::EMAIL);

        foreach (['events', 'pay_links'] as $table) {
            $rows = (string) wp_json_encode($this->plugin->database()->rows("SELECT * FROM {$this->plugin->database()->table($table)}"));
            foreach ([self::EMAIL, $before] as $theirs) {
                self::assertStringNotContainsStringIgnoringCase($theirs, $rows, $table);
            }
        }
        self::assertSame(2, $this->rows_of('events', "type = 'invoice.opened_by_link' AND actor_name = '—'"));
        self::assertSame([1, 1], [$others, $this->rows_of('pay_links')], 'The business’s own.');
    }

    public function test_a_client_that_is_the_person_keeps_what_its_invoices_need(): void
    {
        $billed = $this->client('Jane Quill', 'jane@home.test');
        $this->issued($billed);
        $never_billed = $this->client('Jane Quill again', 'jane@home.test');

        $heard = [];
        add_action('counterfoil_person_erased', static function (string $email) use (&$heard): void {
            $heard[] = $email;
        });

        $messages = $this->erase('jane@home.test')['messages'];

        self::assertSame(['jane@home.test'], $heard);
        self::assertSame(2, $this->rows_of('events', "type = 'client.erased'"));

        self::assertContains('Jane Quill: name and address are kept with the invoices.', $messages);
        $clients = $this->plugin->module(ClientsModule::class)->clients();
        self::assertSame(['Jane Quill', ''], [$clients->get($billed->id, Viewer::system())->name, $clients->get($billed->id, Viewer::system())->email]);
        self::assertSame(['—', ''], [$clients->get($never_billed->id, Viewer::system())->name, $clients->get($never_billed->id, Viewer::system())->email]);
    }

    public function test_an_account_that_is_used_for_more_is_kept_and_said(): void
    {
        self::wp_user((int) $this->contact->user_id)->add_role('author');

        self::assertContains('The user account is kept because it is used for more than the client portal.', $this->erase(self::EMAIL)['messages']);
        self::assertNotFalse(get_user_by('id', (int) $this->contact->user_id));
    }

    public function test_mail_that_waits_is_not_sent_to_somebody_who_was_erased(): void
    {
        $this->issued($this->client);
        $this->outbox->mails = [];

        $this->erase(self::EMAIL);
        $this->send_mail();

        self::assertSame([], $this->outbox->to(self::EMAIL));
    }

    public function test_outbox_answers_and_links_have_a_life(): void
    {
        $later = new MovableClock();
        $later->set(new DateTimeImmutable('+4 days'));
        $idempotency = new Idempotency($this->plugin->database(), $this->plugin->clock());
        $idempotency->once('user:1', 'a-key', 'request', false, static fn (): string => 'Jane Quill');
        (new Idempotency($this->plugin->database(), $later))->sweep();
        self::assertSame(0, $this->rows_of('idempotency_keys'));

        self::assertGreaterThan(0, $this->rows_of('identity_tokens'));
        $this->clock()->shift(2 * YEAR_IN_SECONDS);
        $this->plugin->module(EmailsModule::class)->rows()->sweep();
        $this->plugin->module(IdentityModule::class)->tokens()->sweep();
        self::assertGreaterThan(0, $this->rows_of('pay_links'));
        $this->plugin->module(LinksModule::class)->links()->sweep();
        self::assertSame(0, $this->rows_of('pay_links'));
        self::assertSame(0, $this->rows_of('outbox', "recipient <> '' OR subject <> '' OR reason LIKE '%@%'"));
        self::assertGreaterThan(0, $this->rows_of('outbox', "state = 'sent'"), 'That it was sent stays.');
        self::assertSame(0, $this->rows_of('identity_tokens'));
    }

    public function test_each_sweep_is_a_job_that_comes_round(): void
    {
        $jobs = array_merge(...array_map(static fn ($module): array => $module->jobs(), $this->plugin->modules()));
        $round = array_column(array_filter($jobs, static fn ($job): bool => $job->every !== null), 'name');
        foreach (['mail.sweep', 'gateway.sweep', 'identity.sweep', 'idempotency.sweep', 'links.sweep'] as $job) {
            self::assertContains($job, $round);
        }
    }

    /** @return array<string, mixed> */
    private function export(string $email): array
    {
        return apply_filters('wp_privacy_personal_data_exporters', [])['counterfoil']['callback']($email, 1);
    }

    /** @return array<string, mixed> */
    private function erase(string $email): array
    {
        return apply_filters('wp_privacy_personal_data_erasers', [])['counterfoil']['callback']($email, 1);
    }
}

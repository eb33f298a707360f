<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Emails;

use Counterfoil\Business\BusinessModule;
use Counterfoil\Clients\Access;
use Counterfoil\Clients\Client;
use Counterfoil\Clients\ClientsModule;
use Counterfoil\Emails\Attachment;
use Counterfoil\Emails\EmailsModule;
use Counterfoil\Emails\Letter;
use Counterfoil\Emails\Letterhead;
use Counterfoil\Emails\LetterRegistry;
use Counterfoil\Emails\QueuedMail;
use Counterfoil\Invoices\CreditNotes\CreditExtent;
use Counterfoil\Invoices\CreditNotes\CreditNotesModule;
use Counterfoil\Invoices\CreditNotes\Surplus;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Invoices\Issuing\IssuingModule;
use Counterfoil\Plugin;
use Counterfoil\Portals\PortalsModule;
use Counterfoil\Reports\Accountant\AccountantModule;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Money\MoneyFormat;
use Counterfoil\Shared\Viewer;
use LogicException;
use stdClass;

/** What the letters say. */
final class LettersTest extends LetterTestCase
{
    /** What mails about requests to cancel say. */
    private const CANCELLATION = ['subscription' => 'Care plan, Hosting', 'billed_until' => '2026-12-31', 'contact' => 'Jane Doe', 'day' => '2027-01-01', 'is_over' => false, 'renews_on' => '2027-01-01', 'billed_on' => '2026-12-25', 'expires_on' => '2026-12-31', 'charged_on' => '2027-01-15'];

    public function test_the_invoice_says_amount_and_date_first_and_brings_its_pdf(): void
    {
        $client = $this->client('Acme GmbH', 'books@client.test');
        $this->with_access($client, 'jane@client.test');
        $invoice = $this->issued($client, "Thanks for the good talk.\nSee you in May.");

        self::assertSame(2, $this->send_mail());

        $mail = $this->outbox->to('jane@client.test')[0];
        self::assertCount(1, $this->outbox->to('books@client.test'));
        self::assertSame("Invoice {$invoice->number} from Studio Nord", $mail['subject']);
        $total = (new MoneyFormat('en_US'))->money(Money::of(117_691, 'EUR'));
        $text = self::text_of($mail['message']);
        self::assertMatchesRegularExpression('/^\s*' . preg_quote($total, '/') . ' due by /u', $text, 'The preheader.');
        self::assertStringContainsString('View and pay invoice', $text);
        self::assertStringContainsString("See you in May.", $text);
        self::assertStringContainsString('Hafenstraße 12, 10115 Berlin', $text);
        self::assertStringContainsString('Tax ID: DE123456789', $text);
        self::assertStringContainsString("bill-link=", $mail['message']);
        self::assertSame(["{$invoice->number}.pdf"], array_keys($mail['attachments']));
    }

    public function test_the_invoice_promises_only_what_the_portal_can_do(): void
    {
        Plugin::instance()->settings()->set('stripe', []);
        $client = $this->with_access($this->client('Acme GmbH'), 'books@client.test');
        $this->issued($client);
        $this->send_mail();
        $without_stripe = self::text_of($this->outbox->to('books@client.test')[0]['message']);
        self::assertStringContainsString('You can view it online. The PDF is attached.', $without_stripe);
        self::assertStringContainsString('View invoice', $without_stripe);
        self::assertStringNotContainsString('pay', $without_stripe);

        $this->enter_stripe_keys();
        $this->plugin->module(PortalsModule::class)->portals()->save_pages($this->portal->id, $this->portal->login_page_id, null);
        $this->issued($client);
        $this->send_mail();
        $without_page = $this->outbox->to('books@client.test')[1]['message'];
        self::assertStringContainsString('from Studio Nord. The PDF is attached.', self::text_of($without_page));
        self::assertStringNotContainsString('bill-link', $without_page);
        self::assertStringNotContainsString('view=invoice', $without_page);
        self::assertStringContainsString('reply to this email and we’ll tell you how to pay.', self::text_of($without_page));
        self::assertStringNotContainsString('online', self::text_of($without_page));
    }

    public function test_what_no_gateway_would_take_is_not_offered(): void
    {
        $client = $this->with_access($this->client('Acme GmbH'), 'books@client.test');
        $this->issued($client, '', 40);
        $this->send_mail();
        $letter = self::text_of($this->outbox->to('books@client.test')[0]['message']);
        self::assertStringContainsString('€0.48', $letter);
        self::assertStringContainsString('View invoice', $letter);
        self::assertStringNotContainsString('View and pay', $letter);
    }

    public function test_the_attached_pdf_is_the_one_that_is_kept(): void
    {
        $invoice = $this->issued($this->client('Acme GmbH', 'jane@client.test'));
        $attached = '';
        add_filter('pre_wp_mail', static function (?bool $sent, array $mail) use (&$attached): ?bool {
            $attached = (string) file_get_contents(array_values($mail['attachments'])[0]);

            return $sent;
        }, 1, 2);

        $this->send_mail();

        self::assertSame($this->plugin->module(InvoicesModule::class)->archive()->pdf($invoice->id), $attached);
        self::assertStringStartsWith('%PDF-', $attached);
    }

    public function test_a_refund_says_what_goes_back_and_why(): void
    {
        $invoice = $this->issued($this->client('Acme GmbH', 'books@client.test'));
        $this->enqueue('refund', $invoice, ['amount' => 2_500, 'currency' => 'EUR', 'method' => '', 'why' => 'Fewer hours <b>than</b> planned.']);

        $this->send_mail();

        $mail = array_values(array_filter($this->outbox->to('jane@client.test'), static fn (array $mail): bool => str_contains($mail['subject'], 'Refund')))[0];
        self::assertStringContainsString('Fewer hours &lt;b&gt;than&lt;/b&gt; planned.', $mail['message']);
        self::assertStringContainsString('€25.00', self::text_of($mail['message']));
    }

    public function test_a_receipt_says_what_came_how_and_what_is_left(): void
    {
        $invoice = $this->issued($this->with_access($this->client('Acme GmbH', 'books@client.test'), 'jane@client.test'));
        $this->enqueue('receipt', $invoice, ['amount' => 50_000, 'currency' => 'EUR', 'method' => 'Visa ending in 4242', 'balance' => 67_691]);

        $this->send_mail();

        $mail = $this->outbox->to('jane@client.test')[1];
        $text = self::text_of($mail['message']);
        foreach (['€500.00', 'Visa ending in 4242', (string) $invoice->number, '€676.91', 'View and pay invoice'] as $part) {
            self::assertStringContainsString($part, $text);
        }
        self::assertCount(1, $mail['attachments']);
    }

    public function test_every_message_can_be_written(): void
    {
        $client = $this->client('Acme GmbH', 'books@client.test');
        $active = $this->active_contact($client, 'jane@client.test');
        $invited = $this->contact($client, 'new@client.test');
        $this->plugin->module(ClientsModule::class)->contacts()->set_access($invited->id, $invited->access, Access::Invited);
        $invoice = $this->issued($client);
        $void = $this->plugin->module(IssuingModule::class)->void()->handle($this->issued($client)->id, Actor::system());
        $withdrawn = $this->withdrawn($client);
        $more = $this->of($invoice);
        $this->send_mail();
        $this->outbox->mails = [];
        $money = ['amount' => 117_691, 'state' => 'opened', 'flag' => 'paid_twice', 'received' => 117_691, 'gateway' => 'The bank', 'respond_by' => '2026-12-10', 'reason' => 'insufficient_funds', 'next_on' => '2026-12-10', 'client' => 'Acme', 'step' => 'pause', 'since' => '2026-11-26 10:00:00', 'waiting' => 3, 'periods' => 3, 'subscription_id' => 1, 'why' => 'No tax', 'currency' => 'EUR', 'balance' => 0, 'method' => 'Visa ending in 4242', 'failure' => 'Your card was declined. Please use another one.', 'export_id' => $this->accountant_export()] + self::CANCELLATION + ['request_id' => $this->cancellation_request($client)] + $more;
        $messages = $this->plugin->module(EmailsModule::class)->registry()->messages();
        self::assertContains('receipt', $messages);
        foreach ($messages as $message) {
            [$recipient, $contact] = match ($message) {
                'invitation' => ['new@client.test', $invited],
                'confirm_email' => ['moved@client.test', $active],
                default => ['jane@client.test', $invited],
            };
            self::assertTrue($this->enqueue($message, match ($message) {
                'invoice_voided' => $void,
                'pro_forma_withdrawn' => $withdrawn,
                default => $invoice,
            }, $money + ['contact_id' => $contact->id], $recipient));
        }

        self::assertSame(count($messages), $this->send_mail());

        foreach ($this->outbox->to('jane@client.test') as $mail) {
            self::assertSame('', implode(self::problems_of($mail['message'])), $mail['subject']);
            self::assertDoesNotMatchRegularExpression('/wordpress|counterfoil/i', (string) wp_json_encode([$mail['subject'], $mail['headers'], preg_replace('#https?://[^"\s<]+#', '', $mail['message'])]));
            self::assertContains('From: Studio Nord <billing@studio-nord.test>', $mail['headers']);
        }
    }

    public function test_what_own_words_may_name_is_what_each_letter_knows(): void
    {
        $client = $this->client('Acme GmbH', 'books@client.test');
        $active = $this->active_contact($client, 'jane@client.test');
        $invited = $this->contact($client, 'new@client.test');
        $this->plugin->module(ClientsModule::class)->contacts()->set_access($invited->id, $invited->access, Access::Invited);
        $invoice = $this->issued($client);
        $void = $this->plugin->module(IssuingModule::class)->void()->handle($this->issued($client)->id, Actor::system());
        $registry = $this->plugin->module(EmailsModule::class)->registry();
        $letterhead = new Letterhead($this->plugin->module(BusinessModule::class)->business(), $this->portal, null, 'en_US');
        $data = ['amount' => 100, 'currency' => 'EUR', 'balance' => 0, 'failure' => 'No.'] + self::CANCELLATION + ['request_id' => $this->cancellation_request($client)] + $this->of($invoice);
        self::assertEqualsCanonicalizing(
            ['invoice', 'invoice_voided', 'credit_note', 'receipt', 'prepayment', 'credit_used', 'credit_refund', 'payment_failed', 'payment_returned', 'debit', 'refund', 'refund_failed', 'renewal_failed', 'access_suspended', 'access_restored', 'renewal_soon', 'card_expires', 'cancellation_accepted', 'cancellation_declined', 'price_rise', 'price_rise_withdrawn', 'price_rise_replaced', 'reminder', 'invitation', 'password_reset', 'magic_link', 'new_login'],
            array_keys($registry->kinds())
        );
        foreach ($registry->kinds() as $message => $kind) {
            $contact = $message === 'invitation' ? $invited : $active;
            $mail = new QueuedMail(1, $message, $contact->email, 'Jane', '', null, $this->portal->id, $message === 'invoice_voided' ? $void->id : $invoice->id, $data + ['contact_id' => $contact->id], $this->plugin->clock()->now(), 'https://example.test/');
            $letter = $registry->writer($message)->write($mail, $letterhead);
            self::assertNotNull($letter, $message);
            self::assertEqualsCanonicalizing(array_keys($kind->placeholders), array_keys($letter->values), $message);
        }
    }

    /** @return int the id of one that was declined in words */
    private function cancellation_request(Client $client): int
    {
        return $this->plugin->database()->insert('subscription_requests', ['subscription_id' => 1, 'client_id' => $client->id, 'contact_id' => null, 'reason' => "Moving.\nTo another host.", 'wished_on' => '2027-01-01', 'state' => 'declined', 'answer' => 'It ends in May.', 'created_at' => self::stamp('2026-12-01 10:00:00')]);
    }

    private function accountant_export(): int
    {
        $accountant = $this->plugin->module(AccountantModule::class);
        $id = $accountant->request()->handle('2026-01-01', '2026-01-31', Actor::system())->id;
        while ($accountant->build()->handle($id) !== null);

        return $id;
    }

    public function test_law_10_writing_a_letter_changes_nothing(): void
    {
        $contact = $this->active_contact($this->client('Acme GmbH', 'books@client.test'), 'jane@client.test');
        $invited = $this->contact($this->client(), 'new@client.test');
        $this->plugin->module(ClientsModule::class)->contacts()->set_access($invited->id, $invited->access, Access::Invited);
        $invoice = $this->issued($this->client('Beta GmbH', 'bills@client.test'));
        $void = $this->plugin->module(IssuingModule::class)->void()->handle($this->issued($this->client('Beta GmbH', 'bills@client.test'))->id, Actor::system());
        $withdrawn = $this->withdrawn($this->client('Beta GmbH', 'bills@client.test'));
        $registry = $this->plugin->module(EmailsModule::class)->registry();
        $letterhead = new Letterhead($this->plugin->module(BusinessModule::class)->business(), $this->portal, null, 'en_US');
        $data = ['amount' => 100, 'state' => 'opened', 'flag' => 'paid_twice', 'received' => 100, 'gateway' => 'The bank', 'respond_by' => '2026-12-10', 'reason' => 'insufficient_funds', 'next_on' => '2026-12-10', 'client' => 'Acme', 'step' => 'pause', 'since' => '2026-11-26 10:00:00', 'waiting' => 3, 'periods' => 3, 'subscription_id' => 1, 'why' => 'No tax', 'currency' => 'EUR', 'balance' => 0, 'method' => '', 'failure' => 'No.', 'contact_id' => $contact->id, 'export_id' => $this->accountant_export()] + self::CANCELLATION + ['request_id' => $this->cancellation_request($this->client('Beta GmbH'))] + $this->of($invoice);

        foreach ($registry->messages() as $message) {
            $mail = new QueuedMail(1, $message, $message === 'invitation' ? 'new@client.test' : 'jane@client.test', 'Jane', '', null, $this->portal->id, match ($message) {
                'invoice_voided' => $void->id,
                'pro_forma_withdrawn' => $withdrawn->id,
                default => $invoice->id,
            }, ($message === 'invitation' ? ['contact_id' => $invited->id] : []) + $data, $this->plugin->clock()->now(), 'https://example.test/?token=x');
            $first = $registry->writer($message)->write($mail, $letterhead);
            $before = $this->plugin->database()->writes();
            self::assertEquals($first, $registry->writer($message)->write($mail, $letterhead));
            self::assertNotNull($first, $message);
            self::assertSame($before, $this->plugin->database()->writes(), $message);
        }
    }

    public function test_others_change_what_is_said_what_comes_with_it_and_who_gets_it(): void
    {
        add_filter('counterfoil_letter', static fn (Letter $letter, QueuedMail $mail): Letter => $mail->message === 'invoice'
            ? $letter->with_subject("Bill\r\nBcc: x@y.test")->with_paragraphs(['<b>Ahoy</b>'])
            : $letter, 10, 2);
        add_filter('counterfoil_mail_attachments', static fn (array $attachments): array => [...$attachments, new Attachment('Terms', 'terms.txt'), new Attachment('More', '../terms.txt'), 'nonsense']);
        add_filter('counterfoil_billing_recipients', static fn (array $recipients): array => [...$recipients, ['email' => 'tax@adviser.test', 'name' => 'Tax', 'locale' => ''], ['email' => 'TAX@adviser.test', 'name' => '', 'locale' => ''], 'nonsense']);
        $invoice = $this->issued($this->client('Acme GmbH', 'books@client.test'));

        self::assertSame(2, $this->send_mail());

        $mail = $this->outbox->to('tax@adviser.test')[0];
        self::assertSame('Bill Bcc: x@y.test', $mail['subject']);
        self::assertStringContainsString('&lt;b&gt;Ahoy&lt;/b&gt;', $mail['message']);
        self::assertSame(["{$invoice->number}.pdf", 'terms.txt', '3-terms.txt'], array_keys($mail['attachments']));
        self::assertSame(['Terms', 'More'], array_map(file_get_contents(...), array_values(array_slice($mail['attachments'], 1))));
    }

    public function test_what_others_answer_that_is_no_letter_changes_nothing(): void
    {
        add_filter('counterfoil_letter', static fn (): string => 'nonsense');
        add_filter('counterfoil_billing_recipients', static fn (): string => 'nonsense');
        $invoice = $this->issued($this->client('Acme GmbH', 'books@client.test'));

        self::assertSame(1, $this->send_mail());

        self::assertSame("Invoice {$invoice->number} from Studio Nord", $this->outbox->to('books@client.test')[0]['subject']);
    }

    public function test_a_letter_that_is_none_is_refused(): void
    {
        $registry = new LetterRegistry(static fn (): array => ['note' => static fn (): object => new stdClass()]);

        foreach (['note', 'nothing'] as $message) {
            try {
                $registry->writer($message);
                self::fail('It was taken.');
            } catch (LogicException $error) {
                self::assertStringContainsString("letter {$message}", $error->getMessage());
            }
        }
    }

    public function test_a_void_invoice_and_one_that_is_paid_are_not_asked_for(): void
    {
        $invoice = $this->issued($this->client('Acme GmbH', 'books@client.test'));
        $this->enqueue('invoice', $invoice);
        $this->enqueue('payment_failed', $invoice, ['amount' => 1, 'currency' => 'EUR', 'failure' => 'No.']);
        $this->plugin->database()->update('invoices', ['status' => 'void', 'due' => 0, 'due_on' => null], ['id' => $invoice->id]);
        $this->leave_books_unequal();

        self::assertSame(0, $this->send_mail());
        self::assertSame(3, $this->rows_of('outbox', "state = 'dropped'"));
        $this->assert_no_mail();
    }

    public function test_it_is_written_in_the_readers_language_and_numbers(): void
    {
        // The words themselves come with the translations; amounts and days have to fit them.
        $invoice = $this->issued($this->client('Acme GmbH', 'books@client.test'));
        $this->enqueue('invoice', $invoice, locale: 'xx_XX');
        $before = determine_locale();

        $this->send_mail();

        self::assertSame($before, determine_locale(), 'And back again.');
        self::assertStringContainsString('lang="en-US"', $this->outbox->to('jane@client.test')[0]['message'], 'A language that is not installed: all in the site’s.');
    }

    public function test_text_on_the_brand_colour_can_be_read(): void
    {
        $this->plugin->module(PortalsModule::class)->portals()->save_brand($this->portal->id, 'Studio Nord', '#ffe14d', null);
        $this->enqueue('password_changed');
        $this->send_mail();

        self::assertStringContainsString('background:#ffe14d;color:#000000', $this->outbox->mails[0]['message']);
    }

    /** @return array<string, int|string> what letters need that are about more than the invoice */
    private function of(Invoice $invoice): array
    {
        $this->plugin->module(CreditNotesModule::class)->credit()->handle($invoice->id, $invoice->version, CreditExtent::amount(100), 'Fewer hours', Surplus::Keep, Viewer::system(), 'letters');

        return ['invoices' => (string) $invoice->id, 'credit_note_key' => 'letters'];
    }
}

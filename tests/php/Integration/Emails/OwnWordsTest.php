<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Emails;

use Counterfoil\Clients\Client;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Portals\PortalsModule;
use Counterfoil\Shared\SharedModule;
use Counterfoil\Tests\Integration\Invoices\MakesInvoices;
use Counterfoil\Tests\Support\FitsContract;
use Counterfoil\Tests\Support\IntegrationTestCase;
use WP_User;

/** The agency's own words in its mails, trying them out, and the log of what went out. */
final class OwnWordsTest extends IntegrationTestCase
{
    use FitsContract;
    use MakesInvoices;

    private const ROOT = '/counterfoil/v1/settings/emails';
    private const MAIL = 'ada@harbour.test';

    private int $staff;
    private Client $client;

    protected function setUp(): void
    {
        parent::setUp();
        $this->staff = $this->administrator();
        $this->client = $this->client();
    }

    public function test_a_subject_and_a_text_take_the_place_of_ours(): void
    {
        $this->save(['invoice' => ['texts' => [['locale' => 'en_US', 'subject' => 'Bill {number} for {name}', 'body' => "Dear {name},\nplease pay {amount_due} by {due_date}.\n\nYours, {business} {typo"]]]]);
        $invoice = $this->sent();
        $mail = $this->mails()[0];
        $text = $this->text($mail['message']);

        self::assertSame("Bill {$invoice->number} for Ada Lindqvist", $mail['subject']);
        self::assertStringContainsString('Dear Ada Lindqvist,', $text);
        self::assertStringContainsString("please pay {$this->money($invoice)} by", $text);
        self::assertStringContainsString("Yours, {$this->business()} {typo", $text);
        self::assertStringNotContainsString('Here is invoice', $text);
        // What is known of it stays, and so do its PDF and its button.
        self::assertStringContainsString((string) $invoice->number, $text);
        self::assertCount(1, $mail['attachments']);
    }

    public function test_what_is_put_in_is_neither_markup_nor_another_placeholder(): void
    {
        $this->client = $this->client('<b>{business}</b>', 'eve@harbour.test');
        $this->plugin()->database()->update('contacts', ['name' => '<b>{business}</b>'], ['email' => 'eve@harbour.test']);
        $this->save(['invoice' => ['texts' => [['locale' => 'en_US', 'subject' => 'To {name}', 'body' => '<i>Hello</i> {name}']]]]);
        $this->sent();
        $mail = $this->mails('eve@harbour.test')[0];

        self::assertSame('To <b>{business}</b>', $mail['subject']);
        self::assertStringContainsString('&lt;i&gt;Hello&lt;/i&gt; &lt;b&gt;{business}&lt;/b&gt;', $mail['message']);
    }

    public function test_each_language_has_its_own_and_another_country_of_it_the_same(): void
    {
        $this->save(['invoice' => ['texts' => [['locale' => 'pl_PL', 'subject' => 'Rachunek {number}', 'body' => '']]]]);
        $this->sent();
        self::assertStringStartsWith('Invoice ', $this->mails()[0]['subject']);
        $this->client = $this->client('Piekarnia', 'ola@piekarnia.test', 'pl_PL');
        $invoice = $this->sent();
        self::assertSame("Rachunek {$invoice->number}", $this->mails('ola@piekarnia.test')[0]['subject']);
        $this->save(['invoice' => ['texts' => [['locale' => 'en_GB', 'subject' => 'British {number}', 'body' => '']]]]);
        $this->client = $this->client('US', 'bob@us.test', 'en_US');
        self::assertSame('British ' . $this->sent()->number, $this->mails('bob@us.test')[0]['subject']);
    }

    public function test_a_mail_that_is_off_is_not_sent(): void
    {
        $this->save(['invoice' => ['is_on' => false]]);
        $this->sent();

        self::assertSame([], $this->mails());
        self::assertSame(1, $this->rows_in('outbox', "state = 'dropped'"));
        // What must go out can't be off.
        self::assertTrue($this->message($this->save(['invitation' => ['is_on' => false]]), 'invitation')['is_on']);
    }

    public function test_footer_answers_and_brand(): void
    {
        $answer = $this->save([], ['is_branded' => false, 'footer' => "Office hours: 9–17\n<script>", 'reply_to' => 'desk@northfield.test']);
        self::assertSame([false, 'desk@northfield.test'], [$answer['is_branded'], $answer['reply_to']]);
        $this->sent();
        $mail = $this->mails()[0];

        self::assertStringContainsString('Office hours: 9–17<br>', $mail['message']);
        self::assertStringNotContainsString('<script', $mail['message']);
        self::assertStringNotContainsString($this->plugin()->module(PortalsModule::class)->portals()->default()->colour, $mail['message']);
        self::assertContains('Reply-To: desk@northfield.test', $mail['headers']);
    }

    public function test_what_is_wrong_is_named(): void
    {
        $wrong = ['locale' => 'en_US', 'subject' => '', 'body' => 'Pay {ammount}'];
        $refusal = $this->rest('PUT', self::ROOT, $this->settings(['receipt' => ['texts' => [$wrong]]]), $this->staff);
        $index = (int) array_search('receipt', array_column($this->settings()['messages'], 'message'), true);
        self::refused(400, ["/messages/{$index}/texts/0/body"], $refusal);
        self::assertStringContainsString('{amount_paid}', (string) wp_json_encode($refusal->get_data()));
        self::refused(400, ['/reply_to'], $this->rest('PUT', self::ROOT, ['reply_to' => 'nobody'] + $this->settings(), $this->staff));
        self::assert_status(400, $this->rest('PUT', self::ROOT, ['messages' => [['message' => 'nothing', 'is_on' => true, 'texts' => []]]] + $this->settings(), $this->staff));
    }

    public function test_a_preview_shows_the_last_real_one_or_samples(): void
    {
        $trial = ['message' => 'invoice', 'locale' => 'en_US', 'subject' => '{number}!', 'body' => 'Due {amount_due}', 'is_branded' => true, 'footer' => 'Foot', 'reply_to' => ''];
        $shown = self::fits('emails.preview', $this->rest('POST', self::ROOT . '/preview', $trial, $this->staff));
        self::assertSame('INV-0042!', $shown['subject']);
        self::assertStringContainsString('Due €1,190.00', $shown['html']);
        $invoice = $this->sent();
        $shown = self::fits('emails.preview', $this->rest('POST', self::ROOT . '/preview', $trial, $this->staff));
        self::assertSame("{$invoice->number}!", $shown['subject']);
        self::assertStringContainsString('Foot', $shown['html']);
        foreach (array_column($this->settings()['messages'], 'message') as $message) {
            self::fits('emails.preview', $this->rest('POST', self::ROOT . '/preview', ['message' => $message, 'subject' => '', 'body' => ''] + $trial, $this->staff));
        }
    }

    public function test_a_letter_with_a_private_link_is_shown_whole_with_a_link_that_lets_nobody_in(): void
    {
        $trial = ['message' => 'magic_link', 'locale' => 'en_US', 'subject' => '', 'body' => 'Come in, {name}', 'is_branded' => true, 'footer' => '', 'reply_to' => ''];
        $shown = self::fits('emails.preview', $this->rest('POST', self::ROOT . '/preview', $trial, $this->staff));

        self::assertStringContainsString('Come in, Alex Smith', $shown['html']);
        self::assertMatchesRegularExpression('#<a class="button" href="' . preg_quote(home_url('/'), '#') . '"[^>]*>Log in</a>#', $shown['html']);
        self::assertSame(0, $this->rows_in('identity_tokens'));
    }

    public function test_a_test_goes_to_whoever_asked(): void
    {
        $this->sent();
        $this->outbox->mails = [];
        $trial = ['message' => 'invoice', 'locale' => 'pl_PL', 'subject' => 'Próba {number}', 'body' => '', 'is_branded' => true, 'footer' => '', 'reply_to' => ''];
        $answer = self::fits('emails.test', $this->rest('POST', self::ROOT . '/test', $trial, $this->staff));
        $own = (new WP_User($this->staff))->user_email;

        self::assertSame($own, $answer['sent_to']);
        self::assertSame([[$own]], array_column($this->outbox->mails, 'to'));
        self::assertStringStartsWith('Próba ', $this->outbox->to($own)[0]['subject']);
        $this->outbox->works = false;
        self::assert_status(502, $this->rest('POST', self::ROOT . '/test', $trial, $this->staff));
    }

    public function test_the_log_finds_mail_by_client_and_address_with_and_without_marks(): void
    {
        $this->sent();
        $this->client = $this->client('Żółta Łódź', 'Jan@Lodz.test');
        $this->sent();
        $found = fn (string $search): array => array_column(self::fits('emails.list', $this->rest('GET', '/counterfoil/v1/emails?search=' . rawurlencode($search), null, $this->staff))['items'], 'to');
        $all = $found('');
        self::assertCount(2, $all);
        foreach (['Żółta', 'zolta lod', 'lodz', 'jan@lodz', 'Jan@Lodz.test'] as $search) {
            self::assertSame([$all[0]], $found($search), $search);
        }
        self::assertSame([], $found('nobody'));
    }

    public function test_the_log_names_what_failed_and_sends_it_again(): void
    {
        $this->outbox->works = false;
        $invoice = $this->sent();
        $id = (int) $this->plugin()->database()->value("SELECT MAX(id) FROM {$this->plugin()->database()->table('outbox')}");
        $this->plugin()->database()->update('outbox', ['state' => 'failed'], ['id' => $id]);
        $this->plugin()->database()->delete('queue', ['job' => 'mail.send', 'subject_id' => $id]);
        $row = self::fits('emails.list', $this->rest('GET', '/counterfoil/v1/emails', null, $this->staff))['items'][0];
        self::assertSame([$id, self::MAIL, 'failed', true, $invoice->id], [$row['id'], $row['to'], $row['state'], $row['can_resend'], $row['invoice_id']]);
        self::assertNotSame('', $row['reason']);

        $this->outbox->works = true;
        self::fits('emails.resend', $this->rest('POST', "/counterfoil/v1/emails/{$id}/resend", null, $this->staff));
        self::assert_status(409, $this->rest('POST', "/counterfoil/v1/emails/{$id}/resend", null, $this->staff));
        $this->work();
        self::assertCount(1, $this->mails());
        // It arrived nowhere? Once more.
        self::fits('emails.resend', $this->rest('POST', "/counterfoil/v1/emails/{$id}/resend", null, $this->staff));
        $this->work();
        self::assertCount(2, $this->mails());
        self::assertSame(2, count(array_keys($this->happened($invoice->id), 'email.resent', true)));
    }

    /**
     * @param array<string, array<string, mixed>> $changes by message
     * @param array<string, mixed> $look
     * @return array<string, mixed>
     */
    private function save(array $changes, array $look = []): array
    {
        return self::fits('emails.update', $this->rest('PUT', self::ROOT, $look + $this->settings($changes), $this->staff));
    }

    /**
     * @param array<string, array<string, mixed>> $changes by message
     * @return array<string, mixed> as it can be sent back
     */
    private function settings(array $changes = []): array
    {
        $stored = self::fits('emails.get', $this->rest('GET', self::ROOT, null, $this->staff));
        $messages = array_map(static fn (array $message): array => ($changes[$message['message']] ?? []) + array_intersect_key($message, ['message' => 1, 'is_on' => 1, 'texts' => 1]), $stored['messages']);

        return ['messages' => $messages] + $stored;
    }

    /**
     * @param array<string, mixed> $settings
     * @return array<string, mixed>
     */
    private function message(array $settings, string $message): array
    {
        return array_column($settings['messages'], null, 'message')[$message];
    }

    private function sent(): Invoice
    {
        $invoice = $this->issued($this->client);
        $this->work();

        return $invoice;
    }

    private function work(): void
    {
        $this->plugin()->module(SharedModule::class)->worker()->run(only: ['mail.send']);
    }

    /** @return list<array{subject: string, message: string, headers: list<string>, attachments: array<array-key, string>}> */
    private function mails(string $to = self::MAIL): array
    {
        return $this->outbox->to($to);
    }

    private function text(string $html): string
    {
        return html_entity_decode(wp_strip_all_tags($html), ENT_QUOTES | ENT_HTML5);
    }

    private function money(Invoice $invoice): string
    {
        return '€' . number_format($invoice->total / 100, 2);
    }

    private function business(): string
    {
        return $this->plugin()->module(PortalsModule::class)->portals()->default()->name;
    }
}

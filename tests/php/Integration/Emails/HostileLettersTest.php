<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Emails;

use Counterfoil\Business\BusinessModule;
use Counterfoil\Emails\EmailsModule;
use Counterfoil\Emails\Fact;
use Counterfoil\Emails\HtmlLetter;
use Counterfoil\Emails\Letter;
use Counterfoil\Emails\Letterhead;
use Counterfoil\Portals\PortalsModule;
use Counterfoil\Shared\Viewer;
use PHPMailer\PHPMailer\PHPMailer;

/** Whatever somebody typed is text in a mail, and nothing but it is in it. */
final class HostileLettersTest extends LetterTestCase
{
    private const NASTY = '"><img src=x onerror=alert(1)><script>alert(2)</script> {{7*7}} %s {business}';

    public function test_the_real_mail_has_both_parts_and_no_traces(): void
    {
        $invoice = $this->issued($this->with_access($this->client('Acme GmbH'), 'jane@client.test'));
        $mailer = $this->really_send();

        $raw = $mailer->getSentMIMEMessage();
        self::assertStringContainsString('multipart/mixed', $raw);
        self::assertStringContainsString('multipart/alternative', $raw);
        self::assertStringContainsString("{$invoice->number}.pdf", $raw);
        self::assertMatchesRegularExpression('/^Message-ID: <[0-9a-f]{32}@studio-nord\.test>\r?$/m', $raw);
        self::assertDoesNotMatchRegularExpression('/^X-Mailer:/mi', $raw);
        self::assertDoesNotMatchRegularExpression('/wordpress|phpmailer|counterfoil/i', self::headers_of($mailer));
        self::assertStringContainsString("View and pay invoice:\nhttp", $mailer->AltBody);
        self::assertDoesNotMatchRegularExpression('/<[a-z]|&[a-z#0-9]+;/i', $mailer->AltBody);
    }

    public function test_abuse_49_markup_in_names_and_notes_is_shown_as_text(): void
    {
        $client = $this->client(self::NASTY, 'jane@client.test');
        $this->plugin->module(PortalsModule::class)->portals()->save_brand($this->portal->id, self::NASTY, '#0b6e4f', null);
        $this->issued($client, self::NASTY);

        $this->send_mail();

        $html = $this->outbox->mails[0]['message'];
        self::assertStringNotContainsString('<img', $html);
        self::assertStringNotContainsString('<script', $html);
        self::assertStringContainsString('&lt;script&gt;alert(2)&lt;/script&gt;', $html);
        self::assertSame('', implode(self::problems_of($html)));
    }

    public function test_abuse_51_no_header_is_injected(): void
    {
        $evil = "Evil\r\nBcc: victim@example.test\r\n\r\n<h1>Body</h1>\u{2028}X: y";
        $client = $this->client($evil, 'jane@client.test');
        $this->plugin->module(PortalsModule::class)->portals()->save_brand($this->portal->id, $evil, '#0b6e4f', null);
        $this->issued($client, $evil);

        $mailer = $this->really_send();

        self::assertSame([['jane@client.test', '']], $mailer->getToAddresses());
        self::assertSame([], $mailer->getBccAddresses());
        self::assertSame([], $mailer->getCcAddresses());
        self::assertDoesNotMatchRegularExpression('/^(Bcc|X):/mi', self::headers_of($mailer));
        self::assertStringNotContainsString("\n", $mailer->Subject . $mailer->FromName);
    }

    public function test_abuse_51_an_address_with_a_line_break_gets_nothing(): void
    {
        $this->enqueue('password_changed', recipient: "jane@client.test\r\nBcc: victim@example.test");

        self::assertSame(0, $this->send_mail());
        $this->assert_no_mail();
    }

    public function test_abuse_52_placeholders_are_text(): void
    {
        $client = $this->client('{{7*7}} ${7*7} <?= 7*7 ?> %1$s {name}', 'jane@client.test');
        $this->issued($client);

        $this->send_mail();

        $text = self::text_of($this->outbox->mails[0]['message']);
        self::assertStringContainsString('Hello {{7*7}} ${7*7} <?= 7*7 ?> %1$s {name},', $text);
        self::assertStringNotContainsString('49', substr($text, 0, (int) strpos($text, 'Hello')));
    }

    public function test_abuse_49_direction_marks_do_not_turn_a_subject_around(): void
    {
        $this->plugin->module(PortalsModule::class)->portals()->save_brand($this->portal->id, "Studio \u{202E}droN", '#0b6e4f', null);
        $this->enqueue('password_changed');

        $this->send_mail();

        self::assertSame('Your password for Studio droN was changed', $this->outbox->mails[0]['subject']);
    }

    public function test_abuse_61_what_was_typed_arrives_as_typed_and_nothing_of_it_runs(): void
    {
        $ran = 0;
        add_shortcode('typed_test', static function () use (&$ran): string {
            return 'IT RAN ' . ++$ran;
        });
        $typed = '[typed_test] [gallery] <!-- wp:paragraph --> 2x4 -- "big" :) (c) {{7*7}} &#91;x&#93; &#x1f44d; 👍🏽 👩‍👩‍👧 🇵🇱 ❤️ ©™ 1️⃣ <b>';
        $client = $this->client('Jane Doe', 'jane@client.test');
        $this->issued($client);
        // Paper can't show emoji; a mail that waits is written from what there is when it goes out.
        $database = $this->plugin->database();
        $database->update('outbox', ['recipient_name' => $typed], ['client_id' => $client->id]);
        $database->update('invoices', ['message' => $typed], ['client_id' => $client->id]);

        $mailer = $this->really_send();
        remove_shortcode('typed_test');

        self::assertStringContainsString("Hello {$typed},", html_entity_decode(strip_tags($mailer->Body), ENT_QUOTES | ENT_HTML5));
        self::assertStringContainsString("Hello {$typed},", $mailer->AltBody);
        self::assertStringNotContainsString('s.w.org', $mailer->Body);
        self::assertSame(0, $ran);
    }

    public function test_no_emoji_becomes_a_picture_of_somebody_elses_server_now_or_when_the_mail_is_sent_later(): void
    {
        $emoji = array_map(static fn (string $entity): string => html_entity_decode($entity), _wp_emoji_list('entities'));
        self::assertGreaterThan(3000, count($emoji));
        $letterhead = new Letterhead($this->plugin->module(BusinessModule::class)->business(), $this->portal, null, 'en_US');
        $letter = new Letter('Subject', 'Before', implode(' ', $emoji), ['Zażółć gęślą jaźń, Привет, שלום, こんにちは']);

        $html = (new HtmlLetter())->render($letter, $letterhead);
        $sent = apply_filters('wp_mail', ['to' => 'jane@client.test', 'subject' => 'Subject', 'message' => $html, 'headers' => ['Content-Type: text/html; charset=UTF-8'], 'attachments' => []]);

        self::assertSame($html, $sent['message']);
        self::assertStringContainsString(implode(' ', $emoji), html_entity_decode($html, ENT_QUOTES | ENT_HTML5));
        self::assertStringContainsString('Zażółć gęślą jaźń, Привет, שלום, こんにちは', $html);
    }

    public function test_text_of_the_other_direction_is_told_so_and_sums_stay_on_one_line(): void
    {
        $letterhead = new Letterhead($this->plugin->module(BusinessModule::class)->business(), $this->portal, null, 'en_US');
        $letter = new Letter('S', 'P', 'H', ['Hello שרה,', 'שלום, תודה על התשלום INV-7'], [new Fact('Amount due', '−KWD 999,999,999.999', true), new Fact('Reason', 'חויב פעמיים')]);
        $html = (new HtmlLetter())->render($letter, $letterhead);

        self::assertMatchesRegularExpression('#<p class="ink"[^>]*>Hello שרה,</p>#', $html);
        self::assertMatchesRegularExpression('#<p dir="rtl" class="ink"[^>]*>שלום, תודה על התשלום INV-7</p>#', $html);
        self::assertMatchesRegularExpression('#<td dir="rtl" class="ink line"[^>]*>חויב פעמיים</td>#', $html);
        self::assertMatchesRegularExpression('#white-space:nowrap;">&\#8722;KWD 999,999,999.999</td>#', $html);
    }

    public function test_abuse_59_the_outbox_keeps_no_bodies_and_no_links(): void
    {
        $contact = $this->contact($this->client(), 'jane@client.test');
        $token = $this->invite($contact);

        $kept = (string) wp_json_encode($this->plugin->database()->rows("SELECT * FROM {$this->plugin->database()->table('outbox')}"));
        self::assertStringNotContainsString($token, $kept);
        self::assertStringNotContainsString('http', $kept);
    }

    private function really_send(): PHPMailer
    {
        remove_all_filters('pre_wp_mail');
        $sent = null;
        add_action('phpmailer_init', static function (PHPMailer $mailer) use (&$sent): void {
            // A transport that only writes down what it would send.
            $mailer->isSendmail();
            $mailer->Sendmail = '/bin/true';
            $sent = $mailer;
        }, 200);
        self::assertSame(1, $this->send_mail(), (string) wp_json_encode($this->plugin->module(EmailsModule::class)->rows()->problems(Viewer::system())));
        self::assertInstanceOf(PHPMailer::class, $sent);

        return $sent;
    }

    private static function headers_of(PHPMailer $mailer): string
    {
        return explode("\n\n", str_replace("\r\n", "\n", $mailer->getSentMIMEMessage()), 2)[0];
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Emails;

use PHPMailer\PHPMailer\PHPMailer;
use PHPUnit\Framework\Attributes\TestWith;
use RuntimeException;
use WP_Error;

/** What plugins do to all mail of a site: other senders, types and character sets, answers that are no yes and no no. */
final class MailPluginsTest extends LetterTestCase
{
    /** @var list<PHPMailer> what was really sent, as it left */
    private array $sent = [];

    protected function setUp(): void
    {
        parent::setUp();
        remove_all_filters('pre_wp_mail');
        add_action('phpmailer_init', function (PHPMailer $mailer): void {
            // A transport that only writes down what it would send.
            $mailer->isSendmail();
            $mailer->Sendmail = '/bin/true';
            $this->sent[] = clone $mailer;
        }, 200);
    }

    public function test_a_sender_that_is_forced_by_an_smtp_plugin_leaves_answers_where_they_belong(): void
    {
        add_filter('wp_mail_from', static fn (): string => 'relay@smtp.test', 1_000);
        add_filter('wp_mail_from_name', static fn (): string => 'Relay', 1_000);
        $this->enqueue('password_changed');
        self::assertSame(1, $this->send_mail());
        [$mailer] = $this->sent;

        self::assertSame(['relay@smtp.test', 'Relay'], [$mailer->From, $mailer->FromName]);
        self::assertSame(['billing@studio-nord.test'], array_values(array_column($mailer->getReplyToAddresses(), 0)));
        self::assertStringEndsWith('@smtp.test>', $mailer->MessageID, 'Servers look askance at a Message-ID of another domain than the sender’s.');
    }

    public function test_a_type_and_a_character_set_for_all_mail_do_not_touch_ours(): void
    {
        add_filter('wp_mail_content_type', static fn (): string => 'text/plain', 1_000);
        add_filter('wp_mail_charset', static fn (): string => 'ISO-8859-2', 1_000);
        $this->enqueue('password_changed', name: 'Żaneta');
        self::assertSame(1, $this->send_mail());
        [$mailer] = $this->sent;

        self::assertSame([PHPMailer::CONTENT_TYPE_TEXT_HTML, 'utf-8'], [$mailer->ContentType, strtolower($mailer->CharSet)]);
        self::assertStringContainsString('Hello Żaneta,', $mailer->AltBody);
        self::assertTrue($mailer->preSend());
        self::assertStringContainsString('Content-Type: multipart/alternative', $mailer->getSentMIMEMessage());
    }

    public function test_headers_that_another_plugin_made_one_text_say_the_same(): void
    {
        add_filter('wp_mail', static fn (array $mail): array => ['headers' => implode("\n", (array) $mail['headers']) . "\nX-Tracked: yes"] + $mail);
        $this->enqueue('password_changed');
        self::assertSame(1, $this->send_mail());
        [$mailer] = $this->sent;

        self::assertSame([['Auto-Submitted', 'auto-generated'], ['X-Tracked', 'yes']], $mailer->getCustomHeaders());
        self::assertSame('billing@studio-nord.test', $mailer->From);
        self::assertStringContainsString('Hello Jane Doe,', $mailer->AltBody);
    }

    #[TestWith([1])]
    #[TestWith(['queued'])]
    #[TestWith([['id' => 'abc']])]
    public function test_a_yes_in_another_form_is_one_and_nothing_is_sent_twice(mixed $yes): void
    {
        add_filter('pre_wp_mail', static fn (): mixed => $yes);
        $this->enqueue('password_changed');

        self::assertSame(1, $this->send_mail());
        self::assertSame([1, 0], [$this->rows_of('outbox', "state = 'sent'"), $this->rows_of('queue', "job = 'mail.send'")]);
    }

    #[TestWith([false, 'The site couldn’t hand the email over to a mail server.'])]
    #[TestWith([new WP_Error('smtp', 'Quota exceeded'), 'Quota exceeded'])]
    public function test_a_no_in_any_form_is_kept_with_its_reason_and_tried_again(mixed $no, string $reason): void
    {
        $answer = static fn (): mixed => $no;
        add_filter('pre_wp_mail', $answer);
        $this->enqueue('password_changed');
        self::assertSame(0, $this->send_mail());
        self::assertSame($reason, $this->plugin->database()->value("SELECT error FROM {$this->plugin->database()->table('outbox')} WHERE state = 'queued'"));
        remove_filter('pre_wp_mail', $answer);
        $this->clock()->shift(61);

        self::assertSame(1, $this->send_mail());
    }

    public function test_one_that_dies_on_the_way_leaves_the_mail_for_the_next_try(): void
    {
        $die = static fn () => throw new RuntimeException('Not today.');
        add_action('phpmailer_init', $die, 60);
        $this->enqueue('password_changed');
        ini_set('error_log', '/dev/null');
        self::assertSame(0, $this->send_mail());
        remove_action('phpmailer_init', $die, 60);
        $this->clock()->shift(61);

        self::assertSame(1, $this->send_mail());
        self::assertSame(['Hello Jane Doe,'], array_map(static fn (PHPMailer $mailer): string => preg_match('/Hello .*/', $mailer->AltBody, $match) === 1 ? $match[0] : '', $this->sent));
    }
}

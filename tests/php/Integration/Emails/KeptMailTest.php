<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Emails;

use Counterfoil\Emails\EmailsModule;
use Counterfoil\Emails\Enclosures;
use PHPMailer\PHPMailer\PHPMailer;
use ReflectionClass;

/** Plugins that send mail keep what wp_mail() was given, and call it in a later request. */
final class KeptMailTest extends LetterTestCase
{
    /** @var list<PHPMailer> what was really sent, as it left */
    private array $sent = [];

    protected function setUp(): void
    {
        parent::setUp();
        // What other tests kept.
        Enclosures::sweep(time() + 4 * DAY_IN_SECONDS);
        add_action('phpmailer_init', function (PHPMailer $mailer): void {
            // A transport that only writes down what it would send.
            $mailer->isSendmail();
            $mailer->Sendmail = '/bin/true';
            $this->sent[] = clone $mailer;
        }, 200);
    }

    public function test_a_mail_that_is_sent_in_a_later_request_is_whole(): void
    {
        $invoice = $this->issued($this->client('Acme GmbH', 'books@client.test'));
        $this->send_mail();
        [$kept] = $this->outbox->to('books@client.test');
        $this->another_request();

        self::assertTrue(wp_mail($kept['to'], $kept['subject'], $kept['message'], $kept['headers'], $kept['attachments']));

        [$mailer] = $this->sent;
        self::assertStringContainsString("Hello Acme GmbH,\n\nHere is invoice {$invoice->number}", $mailer->AltBody);
        self::assertMatchesRegularExpression('/^<[0-9a-f]{32}@studio-nord\.test>$/', $mailer->MessageID);
        self::assertSame(' ', $mailer->XMailer);
        self::assertSame([['Auto-Submitted', 'auto-generated']], $mailer->getCustomHeaders());
        self::assertSame('billing@studio-nord.test', $mailer->From);
        self::assertSame("{$invoice->number}.pdf", $mailer->getAttachments()[0][1]);
        self::assertStringStartsWith('%PDF', (string) file_get_contents($mailer->getAttachments()[0][0]));
    }

    public function test_it_has_a_text_also_where_its_folder_can_not_be_read(): void
    {
        $this->issued($this->client('Acme GmbH', 'books@client.test'));
        $this->send_mail();
        [$kept] = $this->outbox->to('books@client.test');
        $this->another_request();
        Enclosures::sweep(time() + 4 * DAY_IN_SECONDS);

        wp_mail($kept['to'], $kept['subject'], $kept['message'], $kept['headers']);

        self::assertStringContainsString('Hello Acme GmbH', $this->sent[0]->AltBody);
        self::assertDoesNotMatchRegularExpression('/<[a-z]/i', $this->sent[0]->AltBody);
    }

    public function test_what_was_sent_at_once_leaves_nothing_behind(): void
    {
        remove_all_filters('pre_wp_mail');
        $this->issued($this->client('Acme GmbH', 'books@client.test'));

        self::assertSame(1, $this->send_mail());

        [$attachment] = $this->sent[0]->getAttachments();
        self::assertStringContainsString('/counterfoil-mail-', (string) $attachment[0]);
        self::assertSame([], self::folders());
    }

    public function test_what_a_mail_server_refused_leaves_nothing_behind(): void
    {
        $this->outbox->works = false;
        $this->issued($this->client('Acme GmbH', 'books@client.test'));

        self::assertSame(0, $this->send_mail());
        self::assertSame([], self::folders());
    }

    public function test_a_mailer_of_somebody_else_may_send_it_later(): void
    {
        remove_all_filters('pre_wp_mail');
        $GLOBALS['phpmailer'] = new class (true) extends PHPMailer {
            public function send(): bool
            {
                return true;
            }
        };
        $this->issued($this->client('Acme GmbH', 'books@client.test'));

        self::assertSame(1, $this->send_mail());
        unset($GLOBALS['phpmailer']);

        self::assertFileExists((string) $this->sent[0]->getAttachments()[0][0]);
    }

    public function test_what_nobody_came_back_for_is_swept_after_three_days(): void
    {
        $this->issued($this->client('Acme GmbH', 'books@client.test'));
        $this->send_mail();

        Enclosures::sweep(time() + 2 * DAY_IN_SECONDS);
        self::assertCount(1, self::folders());

        Enclosures::sweep(time() + 3 * DAY_IN_SECONDS + 1);
        self::assertSame([], self::folders());
    }

    public function test_there_is_a_job_that_sweeps(): void
    {
        self::assertContains('mail.sweep', array_column($this->plugin->module(EmailsModule::class)->jobs(), 'name'));
    }

    public function test_mails_of_others_stay_as_they_are(): void
    {
        remove_all_filters('pre_wp_mail');
        $refs = [str_repeat('a', 48), '../../etc/passwd', 'order-12'];
        foreach ($refs as $ref) {
            wp_mail('jane@client.test', 'Theirs', 'Their text', ["X-Entity-Ref-ID: {$ref}"]);
        }

        foreach ($refs as $number => $ref) {
            $mailer = $this->sent[$number];
            self::assertSame([['X-Entity-Ref-ID', $ref]], $mailer->getCustomHeaders());
            self::assertSame(['', '', ''], [$mailer->AltBody, $mailer->MessageID, $mailer->XMailer]);
        }
    }

    private function another_request(): void
    {
        remove_all_filters('pre_wp_mail');
        $class = new ReflectionClass(Enclosures::class);
        $class->setStaticPropertyValue('texts', []);
        $class->setStaticPropertyValue('given', []);
    }

    /** @return list<string> */
    private static function folders(): array
    {
        return glob(get_temp_dir() . 'counterfoil-mail-*') ?: [];
    }
}

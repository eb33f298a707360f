<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Emails;

use Counterfoil\Emails\EmailsModule;
use Counterfoil\Emails\Mailer;
use Counterfoil\Shared\Change\Mail;
use Counterfoil\Tests\Support\PortalTestCase;
use PHPMailer\PHPMailer\PHPMailer;

/** A mail server that takes the connection and says nothing. */
final class SilentMailServerTest extends PortalTestCase
{
    public function test_it_is_waited_for_in_seconds_and_remembered(): void
    {
        $server = stream_socket_server('tcp://127.0.0.1:0');
        self::assertIsResource($server);
        [, $port] = explode(':', (string) stream_socket_get_name($server, false));
        remove_all_filters('pre_wp_mail');
        add_action('phpmailer_init', static function (PHPMailer $mailer) use ($port): void {
            $mailer->isSMTP();
            $mailer->Host = '127.0.0.1';
            $mailer->Port = (int) $port;
            $mailer->SMTPAutoTLS = false;
        });
        $patience = null;
        add_action('phpmailer_init', static function (PHPMailer $mailer) use (&$patience): void {
            $patience = $mailer->Timeout;
            // The test has less.
            $mailer->Timeout = 1;
            $mailer->getSMTPInstance()->Timelimit = 1;
        }, 60);
        $this->leave_a_mail();

        self::assertSame(0, $this->send_mail());

        self::assertSame(15, $patience);
        self::assertNotNull($this->plugin->silences()->since(Mailer::SILENCE));
        self::assertSame(1, $this->rows_of('outbox', "state = 'queued' AND error <> ''"));
        fclose($server);
    }

    public function test_what_nobody_could_hand_over_is_left_to_the_worker_for_a_while(): void
    {
        $this->plugin->silences()->begin(Mailer::SILENCE);
        remove_all_actions('shutdown');
        $this->leave_a_mail();

        do_action('shutdown');

        $this->assert_no_mail();
        $tests = apply_filters('site_status_tests', ['direct' => []]);
        self::assertSame('The mail server isn’t responding', $tests['direct']['counterfoil_mail']['test']()['label']);
        self::assertSame(1, $this->send_mail());
        self::assertNull($this->plugin->silences()->since(Mailer::SILENCE));
    }

    private function leave_a_mail(): void
    {
        $this->plugin->module(EmailsModule::class)->outbox()->leave(new Mail('password_changed', 'a reason', 'jane@client.test', 'Jane Doe', ''));
    }
}

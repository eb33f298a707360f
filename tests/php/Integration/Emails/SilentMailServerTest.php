<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Emails;

use Counterfoil\Emails\EmailsModule;
use Counterfoil\Emails\Mailer;
use Counterfoil\Shared\Change\Mail;
use Counterfoil\Tests\Support\FitsContract;
use Counterfoil\Tests\Support\PortalTestCase;
use PHPMailer\PHPMailer\PHPMailer;

/** A mail server that takes the connection and says nothing. */
final class SilentMailServerTest extends PortalTestCase
{
    use FitsContract;

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

    public function test_what_can_not_be_sent_is_said_with_its_reason_and_what_to_do(): void
    {
        $staff = $this->administrator();
        $this->outbox->works = false;
        $this->leave_a_mail();
        $this->send_mail();
        self::assertSame(['Emails are sent', 0], [$this->health()['label'], $this->unsent($staff)['failing']], 'A server may say no for a moment.');

        $this->clock()->shift(3 * HOUR_IN_SECONDS);
        $health = $this->health();
        self::assertSame('1 email to your clients couldn’t be sent', $health['label']);
        self::assertSame('critical', $health['status']);
        self::assertStringContainsString('We keep retrying 1 email.', $health['description']);
        self::assertStringContainsString($this->unsent($staff)['reason'], $health['description']);
        self::assertStringContainsString('page=counterfoil#/settings/emails', $health['actions']);
        self::assertSame([0, 1], [$this->unsent($staff)['given_up'], $this->unsent($staff)['failing']]);

        for ($tries = 0; $tries < 10; ++$tries) {
            $this->send_mail();
            $this->clock()->shift(3 * HOUR_IN_SECONDS + ($tries + 1) * (DAY_IN_SECONDS + 60));
        }
        self::assertSame([1, 0], [$this->unsent($staff)['given_up'], $this->unsent($staff)['failing']]);
        self::assertStringContainsString('We stopped retrying 1 email.', $this->health()['description']);

        $this->outbox->works = true;
        $id = (int) $this->plugin->database()->value("SELECT MAX(id) FROM {$this->plugin->database()->table('outbox')}");
        self::assert_status(200, $this->rest('POST', "/counterfoil/v1/emails/{$id}/resend", null, $staff));
        $this->send_mail();
        self::assertSame('Emails are sent', $this->health()['label']);
    }

    public function test_what_was_given_up_long_ago_is_no_news(): void
    {
        $this->leave_a_mail();
        $this->plugin->database()->update('outbox', ['state' => 'failed', 'error' => 'No.'], ['state' => 'queued']);
        $this->clock()->shift(31 * DAY_IN_SECONDS);

        self::assertSame('Emails are sent', $this->health()['label']);
    }

    /** @return array{label: string, status: string, description: string, actions: string} */
    private function health(): array
    {
        return apply_filters('site_status_tests', ['direct' => []])['direct']['counterfoil_mail']['test']();
    }

    /** @return array<string, mixed> */
    private function unsent(int $staff): array
    {
        return self::fits('emails.unsent', $this->rest('GET', '/counterfoil/v1/emails/unsent', null, $staff));
    }

    private function leave_a_mail(): void
    {
        $this->plugin->module(EmailsModule::class)->outbox()->leave(new Mail('password_changed', 'a reason', 'jane@client.test', 'Jane Doe', ''));
    }
}

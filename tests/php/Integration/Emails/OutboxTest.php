<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Emails;

use Counterfoil\Emails\EmailsModule;
use Counterfoil\Emails\NewMails;
use Counterfoil\Emails\NotesMail;
use Counterfoil\Emails\Outbox;
use Counterfoil\Emails\OutboxRepository;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Mail;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Queue\Job;
use Counterfoil\Shared\Queue\Worker;
use Counterfoil\Shared\SharedModule;
use Counterfoil\Shared\Viewer;
use LogicException;
use RuntimeException;

final class OutboxTest extends LetterTestCase
{
    public function test_the_same_reason_is_one_mail(): void
    {
        self::assertTrue($this->add('a reason'));
        self::assertFalse($this->add('a reason'));
        self::assertTrue($this->add(str_repeat('long ', 60) . '1'));
        self::assertTrue($this->add(str_repeat('long ', 60) . '2'));
        self::assertSame(3, $this->send_mail());
        self::assertSame(0, $this->send_mail());
        self::assertCount(3, $this->outbox->mails);
    }

    public function test_of_many_mails_each_whose_reason_is_new_is_left(): void
    {
        $mail = static fn (string $reason): Mail => new Mail('password_changed', $reason, 'jane@client.test', '', '');
        $outbox = $this->plugin->module(EmailsModule::class)->outbox();
        $outbox->leave($mail('known'));

        self::assertSame([true, false, false, true], $outbox->leave_all(array_map($mail, ['first', 'known', 'FIRST', 'second'])));
        self::assertSame([], $outbox->leave_all([]));
        self::assertSame(3, $this->rows_of('outbox'));
        self::assertSame(3, $this->rows_of('queue', "job = 'mail.send'"));
    }

    public function test_a_mail_that_nobody_could_write_is_refused_before_anything_is_kept(): void
    {
        try {
            $this->plugin->module(EmailsModule::class)->outbox()->leave(new Mail('no_such_letter', 'a reason', 'jane@client.test', '', ''));
            self::fail('It was taken.');
        } catch (LogicException) {
            self::assertSame(0, $this->rows_of('outbox'));
        }
    }

    public function test_a_change_that_is_rolled_back_mails_nothing(): void
    {
        try {
            $this->plugin->database()->transaction(function (): void {
                $this->add('rolled back');
                throw new RuntimeException('No.');
            });
        } catch (RuntimeException) {
            // As meant.
        }

        self::assertSame(0, $this->send_mail());
        $this->assert_no_mail();
    }

    public function test_what_is_committed_is_sent_when_the_request_ends(): void
    {
        // Nothing but the sending: WordPress has its own on the way out.
        remove_all_actions('shutdown');
        $this->plugin->database()->transaction(function (): void {
            $this->add('committed');
            self::assertFalse(has_action('shutdown'), 'Not before the commit.');
        });
        self::assertTrue(has_action('shutdown'));
        $this->assert_no_mail();

        do_action('shutdown');

        self::assertCount(1, $this->outbox->mails);
    }

    public function test_abuse_17_what_anybody_can_ask_for_is_not_sent_while_they_wait(): void
    {
        $this->active_contact($this->client(), 'jane@client.test');
        remove_all_actions('shutdown');
        $this->enqueue('magic_link');

        do_action('shutdown');

        $this->assert_no_mail();
        self::assertNotFalse(wp_next_scheduled(Worker::ACTION, ['mail.send']));
        do_action_ref_array(Worker::ACTION, ['mail.send']);
        self::assertCount(1, $this->outbox->to('jane@client.test'));
    }

    public function test_a_lock_that_a_dead_cron_left_does_not_hold_up_mail(): void
    {
        $asked = [];
        add_filter('pre_http_request', static function (mixed $answer, array $args, string $url) use (&$asked): array {
            $asked[] = $url;

            return ['headers' => [], 'body' => '', 'response' => ['code' => 200, 'message' => 'OK'], 'cookies' => []];
        }, 10, 3);
        set_transient('doing_cron', sprintf('%.22F', microtime(true)));

        Worker::run_elsewhere('mail.send');

        // Without the key of the lock: it runs no event, and ends with what is due.
        self::assertSame([site_url('wp-cron.php')], $asked);
    }

    public function test_what_is_asked_for_while_a_cron_runs_is_sent_at_its_end(): void
    {
        $this->active_contact($this->client(), 'jane@client.test');
        remove_all_actions('shutdown');
        add_filter('wp_doing_cron', '__return_true');
        (new SharedModule($this->plugin))->hooks();
        // Another process asks: WordPress starts no second cron beside this one, whose jobs are done already.
        (new Outbox(new NewMails($this->plugin->database(), $this->plugin->clock()), $this->plugin->module(EmailsModule::class)->registry(), $this->plugin->queue(), $this->plugin->database(), static fn () => null, fn (): NotesMail => $this->plugin->provided(NotesMail::class)))->leave(new Mail('magic_link', 'asked meanwhile', 'jane@client.test', '', ''));

        do_action('shutdown');

        self::assertCount(1, $this->outbox->to('jane@client.test'));
    }

    public function test_what_cannot_be_sent_is_kept_tried_again_and_given_up_at_last(): void
    {
        $this->add('hard luck');
        $this->outbox->works = false;
        $passed = 0;

        foreach ([...Job::PAUSES, 0] as $try => $pause) {
            self::assertSame(0, $this->send_mail());
            self::assertSame(0, $this->send_mail(), 'Not again at once.');
            self::assertSame('The site couldn’t hand the email over to a mail server.', $this->value('error'));
            self::assertSame($try < count(Job::PAUSES) ? 'queued' : 'failed', $this->value('state'), "Try {$try}");
            $passed += $pause;
            $this->clock()->shift($passed + 1);
        }

        $problems = $this->rows()->problems(Viewer::system());
        self::assertSame('jane@client.test', $problems[0]['to']);
        self::assertNotSame('', $problems[0]['error']);
        self::assertSame([], $this->rows()->problems(Viewer::staff(Actor::system(), ['view'], [99])), 'Not for who does not see the client.');
        $this->outbox->works = true;
        self::assertSame(0, $this->send_mail());
    }

    public function test_the_pauses_between_tries_grow(): void
    {
        $this->outbox->works = false;
        $this->enqueue('password_changed');
        $database = $this->plugin->database();
        $pauses = [];
        do {
            $now = $this->plugin->clock()->now();
            $this->plugin->module(SharedModule::class)->worker()->run(only: [Outbox::JOB]);
            $due = $database->value("SELECT due_at FROM {$database->table('queue')} WHERE job = ?", [Outbox::JOB]);
            if ($due !== null) {
                $pauses[] = Timestamps::from_row($due)->getTimestamp() - $now->getTimestamp();
                $this->clock()->shift(array_sum($pauses));
            }
        } while ($due !== null && count($pauses) < 20);

        self::assertEqualsWithDelta([60, 300, 900, 3_600, 10_800, 28_800, 86_400], $pauses, 5, 'A minute, five, a quarter of an hour, one, three, eight hours, a day; then it is given up.');
        self::assertSame(1, $this->rows_of('outbox', "state = 'failed'"));
    }

    public function test_a_letter_that_cannot_be_written_is_tried_again_and_shown_without_what_went_wrong(): void
    {
        $outbox = $this->plugin->module(EmailsModule::class)->outbox();
        $outbox->leave(new Mail('receipt', 'a bug', 'jane@client.test', 'Jane', '', null, $this->portal->id, $this->issued($this->client('Acme GmbH', 'books@client.test'))->id, ['amount' => 1, 'currency' => 'nonsense']));
        $log = ini_set('error_log', '/dev/null');
        $this->plugin->module(SharedModule::class)->worker()->run(only: ['mail.send']);
        ini_set('error_log', (string) $log);

        self::assertSame(['queued', 'The email couldn’t be created. See the site’s error log for details.'], [$this->value('state'), $this->value('error')]);
    }

    public function test_a_mail_whose_process_died_each_time_is_shown(): void
    {
        $this->add('deadly');
        for ($death = 0; $death <= count(Job::PAUSES); $death++) {
            $this->plugin->queue()->claim(['mail.send'], 300);
            $this->clock()->shift(($death + 1) * 301);
        }

        self::assertSame(0, $this->send_mail());
        self::assertSame('failed', $this->value('state'));
        self::assertNotSame('', $this->value('error'));
    }

    public function test_a_second_try_that_works_is_no_problem_any_more(): void
    {
        $this->add('a hiccup');
        $this->outbox->works = false;
        $this->send_mail();
        self::assertCount(1, $this->rows()->problems(Viewer::system()));
        $this->outbox->works = true;
        $this->clock()->shift(61);

        self::assertSame(1, $this->send_mail());

        self::assertSame([], $this->rows()->problems(Viewer::system()));
        self::assertNotSame('', $this->value('subject'));
    }

    public function test_a_mail_that_left_is_not_sent_again_nor_called_failed(): void
    {
        $this->add('left');
        $this->send_mail();
        $id = (int) $this->value('id');
        $this->plugin->queue()->put('mail.send', $id);

        self::assertSame(0, $this->send_mail());
        $this->rows()->failed($id, '', 'Too late.');
        $this->rows()->given_up($id, 'Too late.');
        $this->rows()->drop($id);
        $this->rows()->forget($id);

        self::assertCount(1, $this->outbox->mails);
        self::assertSame(['sent', ''], [$this->value('state'), $this->value('error')]);
    }

    public function test_it_is_written_once_by_many_senders(): void
    {
        $this->add('once');
        add_filter('pre_wp_mail', function (?bool $sent): ?bool {
            // Another one comes along while this one sends.
            self::assertSame(0, $this->send_mail());

            return $sent;
        }, 1);

        self::assertSame(1, $this->send_mail());
        self::assertCount(1, $this->outbox->mails);
    }

    private function add(string $reason): bool
    {
        return $this->plugin->module(EmailsModule::class)->outbox()->leave(new Mail('password_changed', $reason, 'jane@client.test', 'Jane Doe', ''));
    }

    private function rows(): OutboxRepository
    {
        return $this->plugin->module(EmailsModule::class)->rows();
    }

    private function value(string $column): ?string
    {
        return $this->plugin->database()->value("SELECT {$column} FROM {$this->plugin->database()->table('outbox')} ORDER BY id DESC");
    }
}

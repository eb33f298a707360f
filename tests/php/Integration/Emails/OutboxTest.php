<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Emails;

use Counterfoil\Emails\EmailsModule;
use Counterfoil\Emails\Outbox;
use Counterfoil\Shared\Viewer;
use RuntimeException;

final class OutboxTest extends LetterTestCase
{
    public function test_the_same_reason_is_one_mail(): void
    {
        $outbox = $this->plugin->module(EmailsModule::class)->outbox();

        self::assertTrue($this->add($outbox, 'a reason'));
        self::assertFalse($this->add($outbox, 'a reason'));
        self::assertTrue($this->add($outbox, str_repeat('long ', 60) . '1'));
        self::assertTrue($this->add($outbox, str_repeat('long ', 60) . '2'));
        self::assertSame(3, $this->send_mail());
        self::assertSame(0, $this->send_mail());
        self::assertCount(3, $this->outbox->mails);
    }

    public function test_a_change_that_is_rolled_back_mails_nothing(): void
    {
        try {
            $this->plugin->database()->transaction(function (): void {
                $this->add($this->plugin->module(EmailsModule::class)->outbox(), 'rolled back');
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
            $this->add($this->plugin->module(EmailsModule::class)->outbox(), 'committed');
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
        self::assertNotFalse(wp_next_scheduled('counterfoil_send_mail'));
        do_action('counterfoil_send_mail');
        self::assertCount(1, $this->outbox->to('jane@client.test'));
    }

    public function test_what_is_asked_for_while_a_cron_runs_is_sent_at_its_end(): void
    {
        $this->active_contact($this->client(), 'jane@client.test');
        remove_all_actions('shutdown');
        add_filter('wp_doing_cron', '__return_true');
        (new EmailsModule($this->plugin))->hooks();
        // Another process asks: WordPress starts no second cron beside this one, whose jobs are done already.
        $this->plugin->module(EmailsModule::class)->rows()->add('magic_link', 'asked meanwhile', 'jane@client.test', '', '', null, null, null, []);

        do_action('shutdown');

        self::assertCount(1, $this->outbox->to('jane@client.test'));
    }

    public function test_what_cannot_be_sent_is_kept_tried_again_and_given_up_at_last(): void
    {
        $this->add($this->plugin->module(EmailsModule::class)->outbox(), 'hard luck');
        $this->outbox->works = false;

        for ($try = 1; $try <= 8; ++$try) {
            self::assertSame(0, $this->send_mail());
            self::assertSame(0, $this->send_mail(), 'Not again at once.');
            self::assertSame($try, (int) $this->value('attempts'));
            self::assertSame($try < 8 ? 'queued' : 'failed', $this->value('state'));
            self::assertNull($this->value('lease_until'));
            $this->plugin->database()->execute("UPDATE {$this->plugin->database()->table('outbox')} SET send_at = ? WHERE send_at IS NOT NULL", [self::stamp('-1 second')]);
        }

        $problems = $this->plugin->module(EmailsModule::class)->rows()->problems(Viewer::system());
        self::assertSame('jane@client.test', $problems[0]['to']);
        self::assertNotSame('', $problems[0]['error']);
        $this->outbox->works = true;
        self::assertSame(0, $this->send_mail());
    }

    public function test_a_second_try_that_works_is_no_problem_any_more(): void
    {
        $this->add($this->plugin->module(EmailsModule::class)->outbox(), 'a hiccup');
        $this->outbox->works = false;
        $this->send_mail();
        self::assertCount(1, $this->plugin->module(EmailsModule::class)->rows()->problems(Viewer::system()));
        $this->outbox->works = true;
        $this->plugin->database()->execute("UPDATE {$this->plugin->database()->table('outbox')} SET send_at = ?", [self::stamp('-1 second')]);

        self::assertSame(1, $this->send_mail());

        self::assertSame([], $this->plugin->module(EmailsModule::class)->rows()->problems(Viewer::system()));
        self::assertNotSame('', $this->value('subject'));
    }

    public function test_a_mail_is_claimed_by_one_and_taken_up_when_its_sender_died(): void
    {
        $this->add($this->plugin->module(EmailsModule::class)->outbox(), 'claimed');
        $rows = $this->plugin->module(EmailsModule::class)->rows();

        $first = $rows->claim();
        self::assertNotNull($first);
        self::assertNull($rows->claim(), 'The lease holds.');
        $this->plugin->database()->execute("UPDATE {$this->plugin->database()->table('outbox')} SET lease_until = ?", [self::stamp('-1 second')]);
        $second = $this->plugin->module(EmailsModule::class)->rows()->claim();
        self::assertNotNull($second);
        self::assertSame(2, $second->attempts);
        $rows->failed($first, '', 'Too late.', null);
        self::assertSame('queued', $this->value('state'), 'Who lost the claim changes nothing.');
        $rows->sent($second, 'Subject');
        self::assertSame('sent', $this->value('state'));
    }

    public function test_it_is_written_once_by_many_senders(): void
    {
        $this->add($this->plugin->module(EmailsModule::class)->outbox(), 'once');
        add_filter('pre_wp_mail', function (?bool $sent): ?bool {
            // Another one comes along while this one sends.
            self::assertSame(0, $this->send_mail());

            return $sent;
        }, 1);

        self::assertSame(1, $this->send_mail());
        self::assertCount(1, $this->outbox->mails);
    }

    private function add(Outbox $outbox, string $reason): bool
    {
        return $outbox->enqueue('password_changed', $reason, 'jane@client.test', 'Jane Doe', '');
    }

    private function value(string $column): ?string
    {
        return $this->plugin->database()->value("SELECT {$column} FROM {$this->plugin->database()->table('outbox')} ORDER BY id DESC");
    }
}

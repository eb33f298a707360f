<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Shared;

use Closure;
use Counterfoil\Plugin;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Mail;
use Counterfoil\Shared\Database\Deadlock;
use Counterfoil\Shared\Rest\Idempotency;
use Counterfoil\Tests\Support\IntegrationTestCase;
use LogicException;
use RuntimeException;

final class ChangesTest extends IntegrationTestCase
{
    /** @var list<int> what the hook was fired with */
    private array $fired = [];

    protected function setUp(): void
    {
        parent::setUp();
        add_action('counterfoil_thing_changed', function (int $id): void {
            self::assertFalse(Plugin::instance()->database()->is_in_transaction(), 'A hook is fired after the commit.');
            $this->fired[] = $id;
        });
    }

    public function test_a_change_leaves_its_rows_event_mail_and_work_and_fires_its_hook_afterwards(): void
    {
        $answer = $this->change(function (Change $change): string {
            $this->write();
            $change->event('thing.changed', [['thing', 7], ['other', 8]], null, ['name' => 'Seven']);
            self::assertTrue($change->mail(new Mail('magic_link', 'why', 'jane@client.test', 'Jane', '')));
            self::assertFalse($change->mail(new Mail('magic_link', 'why', 'jane@client.test', 'Jane', '')), 'A reason is one mail.');
            $change->job('thing.work', 7);
            $change->hook('thing_changed', 7);
            self::assertSame([], $this->fired);

            return 'done';
        });

        self::assertSame('done', $answer);
        self::assertSame([7], $this->fired);
        self::assertSame([1, 1, 1, 1], [$this->rows_in('events', "type = 'thing.changed'"), $this->rows_in('event_subjects'), $this->rows_in('outbox'), $this->rows_in('queue', "job = 'thing.work'")]);
    }

    public function test_of_a_change_that_fails_nothing_is_left(): void
    {
        $message = 'It did not fail.';
        try {
            $this->change(function (Change $change): void {
                $this->write();
                $change->event('thing.changed', [['thing', 7]], null);
                $change->mail(new Mail('magic_link', 'why', 'jane@client.test', 'Jane', ''));
                $change->job('thing.work', 7);
                $change->hook('thing_changed', 7);
                throw new RuntimeException('No.');
            });
        } catch (RuntimeException $error) {
            $message = $error->getMessage();
        }
        self::assertSame('No.', $message);
        self::assertSame([], $this->fired);
        self::assertSame([0, 0, 0], [$this->rows_in('events', "type = 'thing.changed'"), $this->rows_in('outbox'), $this->rows_in('queue', "job = 'thing.work'")]);
        self::assertSame([], Plugin::instance()->settings()->get('thing'));
    }

    public function test_a_change_that_wrote_a_row_and_said_nothing_is_an_error(): void
    {
        try {
            $this->change(fn () => $this->write());
            self::fail('It passed.');
        } catch (LogicException) {
            self::assertSame([], Plugin::instance()->settings()->get('thing'));
        }
        $this->change(static fn (): null => null);
    }

    public function test_what_an_inner_change_says_counts_for_the_outer_one(): void
    {
        $this->change(function (): void {
            $this->write();
            $this->change(static function (Change $inner): void {
                $inner->event('thing.changed', [['thing', 7]], null);
                $inner->hook('thing_changed', 7);
            });
            self::assertSame([], $this->fired, 'Only the outermost commit is one.');
        });
        self::assertSame([7], $this->fired);
    }

    public function test_what_the_database_undid_is_tried_again_from_the_start(): void
    {
        $tries = 0;
        $this->change(static function (Change $change) use (&$tries): void {
            $change->event('thing.changed', [['thing', 7]], null);
            $change->hook('thing_changed', 7);
            if (++$tries < 3) {
                throw new Deadlock('Deadlock found when trying to get lock');
            }
        });
        self::assertSame(3, $tries);
        self::assertSame(1, $this->rows_in('events', "type = 'thing.changed'"));
        self::assertSame([7], $this->fired);

        $this->expectException(Deadlock::class);
        $this->change(static fn (): never => throw new Deadlock('Deadlock found when trying to get lock'));
    }

    public function test_a_request_with_its_idempotency_key_is_tried_again_as_a_whole(): void
    {
        $tries = 0;
        $idempotency = new Idempotency(Plugin::instance()->database(), Plugin::instance()->clock());

        $answer = $idempotency->once('user:1', 'deadlocked', 'request', false, function () use (&$tries): string {
            return $this->change(static function (Change $change) use (&$tries): string {
                $change->event('thing.changed', [['thing', 7]], null);
                if (++$tries < 3) {
                    throw new Deadlock('Deadlock found when trying to get lock');
                }

                return 'changed';
            });
        });

        self::assertSame(['changed', 3], [$answer, $tries]);
        self::assertSame(1, $this->rows_in('events', "type = 'thing.changed'"));
    }

    public function test_what_was_committed_is_not_made_again_because_something_after_it_failed(): void
    {
        $tries = 0;
        try {
            $this->change(static function (Change $change) use (&$tries): void {
                ++$tries;
                $change->event('thing.changed', [['thing', 7]], null);
                $change->after(static fn (): never => throw new Deadlock('Deadlock found when trying to get lock'));
            });
            self::fail('It was kept to itself.');
        } catch (Deadlock) {
            self::assertSame(1, $tries);
            self::assertSame(1, $this->rows_in('events', "type = 'thing.changed'"));
        }
    }

    /**
     * @template T
     * @param Closure(Change): T $work
     * @return T
     */
    private function change(Closure $work): mixed
    {
        return Plugin::instance()->changes()->run(Actor::system(), $work);
    }

    private function write(): void
    {
        Plugin::instance()->settings()->set('thing', ['is' => 'written']);
    }

    private function rows_in(string $table, string $condition = '1 = 1'): int
    {
        $database = Plugin::instance()->database();

        return (int) $database->value("SELECT COUNT(*) FROM {$database->table($table)} WHERE {$condition}");
    }
}

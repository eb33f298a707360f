<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Change;

use Closure;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Count;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Queue\Queue;
use DateTimeImmutable;

/** One change that is under way: what it leaves behind beside its rows. Handed out by Changes::run() only. */
final readonly class Change
{
    public function __construct(
        public Actor $actor,
        private Database $database,
        private Journal $journal,
        private PostBox $post_box,
        private Queue $queue,
        private Count $events,
    ) {
    }

    /**
     * Says what happened. Every change has at least one.
     *
     * @param string $type past tense, "invoice.voided"
     * @param list<array{string, int}> $subjects what it is about, the main one first: [["invoice", 12], ["payment", 3]]
     * @param array<string, scalar|null> $data what the sentence needs; never secrets, never card data
     * @param Actor|null $by when it was somebody else than who made the change (the gateway, the system)
     */
    public function event(string $type, array $subjects, ?int $client_id, array $data = [], ?Actor $by = null): void
    {
        ++$this->events->value;
        $this->journal->record($type, $subjects, $client_id, $by ?? $this->actor, $data);
    }

    /** @return bool false when a mail with this reason was left before */
    public function mail(Mail $mail): bool
    {
        return $this->post_box->leave($mail);
    }

    /**
     * Many in one go.
     *
     * @param list<Mail> $mails
     * @return list<bool> false for each whose reason a mail was left for before
     */
    public function mails(array $mails): array
    {
        return $this->post_box->leave_all($mails);
    }

    /** Work for later; see Queue::put(). */
    public function job(string $job, int $subject_id, ?DateTimeImmutable $due_at = null): void
    {
        $this->queue->put($job, $subject_id, $due_at);
    }

    /** Fires `counterfoil_{$name}` once it is committed; not at all when it is rolled back. */
    public function hook(string $name, mixed ...$arguments): void
    {
        $this->after(static function () use ($name, $arguments): void {
            // phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals.DynamicHooknameFound -- "counterfoil_" and a past tense
            do_action("counterfoil_{$name}", ...$arguments);
        });
    }

    /** What has to wait for the commit: options, WordPress' caches, calls to the outside. */
    public function after(Closure $work): void
    {
        $this->database->after_commit($work);
    }
}

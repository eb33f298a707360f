<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Change;

use Closure;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Count;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Queue\Queue;
use LogicException;

/**
 * The one way to change something: a transaction that says what happened, leaves its mail and its work, and
 * fires its hooks after the commit.
 */
final readonly class Changes
{
    /** What happened, counted over all changes of this process. */
    private Count $events;

    /**
     * @param Closure(): Journal $journal
     * @param Closure(): PostBox $post_box
     * @param bool $strict tests: a change that wrote a row and said nothing is an error
     */
    public function __construct(
        private Database $database,
        private Closure $journal,
        private Closure $post_box,
        private Queue $queue,
        private bool $strict = false,
    ) {
        $this->events = new Count();
    }

    /**
     * Runs `$work` in a transaction, or in a savepoint of the change that is under way. It may be run again
     * from its start when the database undid it (a deadlock), so it keeps nothing outside of the database.
     *
     * @template T
     * @param Closure(Change): T $work
     * @return T
     */
    public function run(Actor $actor, Closure $work): mixed
    {
        return $this->database->transaction(function () use ($actor, $work): mixed {
            [$writes, $events] = [$this->database->writes(), $this->events->value];
            $result = $work(new Change($actor, $this->database, ($this->journal)(), ($this->post_box)(), $this->queue, $this->events));
            if ($this->strict && $this->database->writes() > $writes && $this->events->value === $events) {
                throw new LogicException('A change wrote rows and said nothing of what happened.');
            }

            return $result;
        });
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Database;

use Closure;
use Counterfoil\Shared\Count;
use Throwable;

/** Transactions that nest (savepoints), what waits for the outermost commit, and what happens when one is lost. */
final class Transactions
{
    private int $depth = 0;

    /**
     * The transaction is gone although nobody rolled it back: SQLite's driver for WordPress ends the
     * whole of it when a statement fails. What would be written now would be written for good.
     */
    private bool $is_lost = false;

    /** It may well succeed from its start. */
    private bool $is_deadlocked = false;

    /** What had been written when it began. */
    private int $written_before = 0;

    /** @var list<array{depth: int, callback: Closure(): void}> with the depth whose rollback drops it */
    private array $after_commit = [];

    /** @param Count $rollbacks how many there were in this process */
    public function __construct(private readonly Connection $connection, private readonly MissedTables $missed, private readonly Count $rollbacks, private readonly State $state, private readonly Later $later)
    {
    }

    public function is_open(): bool
    {
        return $this->depth > 0;
    }

    public function depth(): int
    {
        return $this->depth;
    }

    /**
     * @template T
     * @param Closure(): T $work
     * @return T
     */
    public function run(Closure $work): mixed
    {
        $pending = [];
        $result = Attempts::at(function () use ($work, &$pending): mixed {
            $this->begin();
            try {
                $result = $work();
                $this->write_what_waits();
            } catch (Throwable $error) {
                $this->rollback();
                throw $error;
            }
            $pending = $this->close();

            return $result;
        }, $this->is_open(...));
        // Here: what was committed is not made again because something after it failed.
        array_map(static fn (Closure $callback) => $callback(), $pending);

        return $result;
    }

    public function begin(): void
    {
        $this->say($this->depth === 0 ? 'START TRANSACTION' : "SAVEPOINT counterfoil_{$this->depth}");
        $this->written_before = $this->depth === 0 ? $this->state->written() : $this->written_before;
        ++$this->depth;
    }

    public function commit(): void
    {
        try {
            $this->write_what_waits();
        } catch (Throwable $error) {
            $this->rollback();
            throw $error;
        }
        array_map(static fn (Closure $callback) => $callback(), $this->close());
    }

    /** @return list<Closure(): void> what waited for the outermost commit */
    private function close(): array
    {
        if ($this->is_lost) {
            $lost = $this->lost();
            $this->rollback();
            throw $lost;
        }
        $this->advance_state();
        --$this->depth;
        if ($this->depth === 0) {
            $pending = array_column($this->after_commit, 'callback');
            $this->after_commit = [];
            $this->end();

            return $pending;
        }
        $this->say("RELEASE SAVEPOINT counterfoil_{$this->depth}");
        foreach ($this->after_commit as &$waiting) {
            $waiting['depth'] = min($waiting['depth'], $this->depth);
        }
        $this->later->lift($this->depth);

        return [];
    }

    public function rollback(): void
    {
        ++$this->rollbacks->value;
        --$this->depth;
        $this->after_commit = array_values(array_filter($this->after_commit, fn (array $waiting): bool => $waiting['depth'] <= $this->depth));
        $this->later->drop($this->depth);
        try {
            $this->say($this->depth === 0 ? 'ROLLBACK' : "ROLLBACK TO SAVEPOINT counterfoil_{$this->depth}");
        } catch (DatabaseError $error) {
            if (! $this->is_lost) {
                throw $error;
            }
        } finally {
            $this->is_lost = $this->is_lost && $this->depth > 0;
        }
        if ($this->depth === 0) {
            $this->missed->mend();
        }
    }

    /** After the outermost commit, or at once when nothing is open. Dropped when it is rolled back. */
    public function after_commit(Closure $callback): void
    {
        if ($this->depth === 0) {
            $callback();

            return;
        }
        $this->after_commit[] = ['depth' => $this->depth, 'callback' => $callback];
    }

    /** @throws DatabaseError when what is written now would not be part of the transaction any more */
    public function refuse_if_lost(): void
    {
        if ($this->is_lost) {
            throw $this->lost();
        }
    }

    /** A statement failed, whichever. A deadlock ends the whole transaction in MySQL too, its savepoints with it. */
    public function note_failure(DatabaseError $error): void
    {
        $this->is_deadlocked = $error instanceof Deadlock || ($this->is_lost && $this->is_deadlocked);
        $this->is_lost = $this->is_lost || ($this->depth > 0 && ($error instanceof Deadlock || $this->connection->ends_on_errors()));
        if ($error instanceof MissingTable) {
            $this->missed->note($this->depth > 0);
        }
    }

    private function advance_state(): void
    {
        if ($this->depth > 1 || $this->state->written() === $this->written_before) {
            return;
        }
        try {
            $this->state->advance();
        } catch (Throwable $error) {
            if ($error instanceof DatabaseError) {
                $this->note_failure($error);
            }
            $this->rollback();
            throw $error;
        }
    }

    /** The outermost transaction is about to commit. */
    private function write_what_waits(): void
    {
        if ($this->depth <= 1 && ! $this->is_lost) {
            $this->write_later($this->later->write_all(...));
        }
    }

    /**
     * Of rows that were left for later and can't be written some may be of who doesn't hear of it: all of it is undone.
     *
     * @param Closure(): void $write
     */
    public function write_later(Closure $write): void
    {
        try {
            $write();
        } catch (DatabaseError $error) {
            $this->note_failure($error);
            $this->is_lost = $this->depth > 0;
            throw $error;
        }
    }

    /** A commit that was refused leaves nothing open. */
    private function end(): void
    {
        try {
            $this->connection->run(new Statement('COMMIT'));
        } catch (DatabaseError $error) {
            try {
                $this->connection->run(new Statement('ROLLBACK'));
            } catch (DatabaseError) {
                // The database has done so itself.
            }
            throw $error;
        }
    }

    private function say(string $sql): void
    {
        try {
            $this->connection->run(new Statement($sql));
        } catch (DatabaseError $error) {
            $this->note_failure($error);
            throw $error;
        }
    }

    private function lost(): DatabaseError
    {
        $class = $this->is_deadlocked ? Deadlock::class : DatabaseError::class;

        return new $class('The transaction ended when one of its statements failed. Nothing of it is kept.');
    }
}

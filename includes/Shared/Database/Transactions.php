<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Database;

use Closure;

/** Transactions that nest (savepoints), what waits for the outermost commit, and what happens when one is lost. */
final class Transactions
{
    private int $depth = 0;

    /**
     * The transaction is gone although nobody rolled it back: SQLite's driver for WordPress ends the
     * whole of it when a statement fails. What would be written now would be written for good.
     */
    private bool $is_lost = false;

    /** @var list<array{depth: int, callback: Closure(): void}> with the depth whose rollback drops it */
    private array $after_commit = [];

    public function __construct(private readonly Connection $connection)
    {
    }

    public function is_open(): bool
    {
        return $this->depth > 0;
    }

    public function begin(): void
    {
        $this->run($this->depth === 0 ? 'START TRANSACTION' : "SAVEPOINT counterfoil_{$this->depth}");
        ++$this->depth;
    }

    public function commit(): void
    {
        if ($this->is_lost) {
            $this->rollback();
            throw self::lost();
        }
        --$this->depth;
        if ($this->depth === 0) {
            $pending = $this->after_commit;
            $this->after_commit = [];
            $this->run('COMMIT');
            foreach ($pending as ['callback' => $callback]) {
                $callback();
            }

            return;
        }
        $this->run("RELEASE SAVEPOINT counterfoil_{$this->depth}");
        foreach ($this->after_commit as &$waiting) {
            $waiting['depth'] = min($waiting['depth'], $this->depth);
        }
    }

    public function rollback(): void
    {
        --$this->depth;
        $this->after_commit = array_values(array_filter($this->after_commit, fn (array $waiting): bool => $waiting['depth'] <= $this->depth));
        try {
            $this->run($this->depth === 0 ? 'ROLLBACK' : "ROLLBACK TO SAVEPOINT counterfoil_{$this->depth}");
        } catch (DatabaseError $error) {
            if (! $this->is_lost) {
                throw $error;
            }
        } finally {
            $this->is_lost = $this->is_lost && $this->depth > 0;
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
            throw self::lost();
        }
    }

    /** A statement failed, whichever. A deadlock ends the whole transaction in MySQL too, its savepoints with it. */
    public function note_failure(DatabaseError $error): void
    {
        $this->is_lost = $this->is_lost || ($this->depth > 0 && ($error instanceof Deadlock || $this->connection->ends_on_errors()));
    }

    private function run(string $sql): void
    {
        try {
            $this->connection->run(new Statement($sql));
        } catch (DatabaseError $error) {
            $this->note_failure($error);
            throw $error;
        }
    }

    private static function lost(): DatabaseError
    {
        return new DatabaseError('The transaction ended when one of its statements failed. Nothing of it is kept.');
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Support;

use PDO;

/** A copy of the installed site's SQLite file. */
final class SqliteCopy implements CopiedDatabase
{
    private string $name;

    private string $path;

    public function __construct(string $folder)
    {
        foreach (glob("{$folder}/run-*.sqlite*") ?: [] as $left) {
            if (preg_match('/run-(\d+)\.sqlite/', $left, $found) === 1 && ! posix_kill((int) $found[1], 0)) {
                unlink($left);
            }
        }
        $this->name = 'run-' . getmypid();
        $this->path = "{$folder}/{$this->name}.sqlite";
        $this->remove();
        copy("{$folder}/wordpress.sqlite", $this->path);
        // Registered while shutting down, it comes after all that WordPress and the tests have registered.
        register_shutdown_function(fn () => register_shutdown_function(fn () => $this->name === 'run-' . getmypid() && $this->remove()));
    }

    public function name(): string
    {
        return $this->name;
    }

    public function keep(): void
    {
        if (! is_file("{$this->path}-kept")) {
            (new PDO("sqlite:{$this->path}"))->exec('VACUUM INTO ' . "'{$this->path}-kept'");
        }
    }

    public function restore(): void
    {
        // A new file, not the old one written over: a process of the test that still has it open goes on with its own.
        copy("{$this->path}-kept", "{$this->path}-new");
        foreach (['-wal', '-shm', '-journal'] as $end) {
            is_file($this->path . $end) && unlink($this->path . $end);
        }
        rename("{$this->path}-new", $this->path);
    }

    private function remove(): bool
    {
        return array_product(array_map(unlink(...), glob("{$this->path}*") ?: [])) === 1;
    }
}

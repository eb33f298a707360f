<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Documents;

/** Runs a program of the machine. */
final readonly class Program
{
    /**
     * @param non-empty-list<string> $command
     * @return string what it printed
     */
    public static function run(array $command): string
    {
        $process = proc_open($command, [1 => ['pipe', 'w'], 2 => ['file', '/dev/null', 'w']], $pipes, dirname(__DIR__, 4));
        if ($process === false) {
            throw new \RuntimeException("$command[0] could not be started.");
        }
        $output = (string) stream_get_contents($pipes[1]);
        $status = proc_close($process);
        if ($status !== 0) {
            throw new \RuntimeException(implode(' ', $command) . " ended with $status.");
        }

        return $output;
    }
}

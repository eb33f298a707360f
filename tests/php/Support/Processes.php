<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Support;

use RuntimeException;

/** Several real processes that do something at the same moment, in this run's own database. */
final class Processes
{
    /**
     * Boots WordPress in `$count` processes, waits until all of them are ready, and lets them go at once. The
     * file returns a closure; it is called with the process' number (from 0) and `$arguments`.
     *
     * @param string $file a PHP file: `return static function (int $process, int $invoice): array {…};`
     * @param list<mixed> $arguments what JSON can carry
     * @return list<array{result: mixed, error: array{class: string, message: string}|null}> in the order of the processes
     */
    public static function parallel(int $count, string $file, array $arguments = []): array
    {
        // WordPress compiled once: a process is ready five times sooner.
        $cache = dirname(__DIR__, 3) . '/.cache/opcache';
        if (! is_dir($cache)) {
            mkdir($cache, 0o700, true);
        }
        $running = [];
        for ($process = 0; $process < $count; $process++) {
            $handle = proc_open(
                [PHP_BINARY, '-d', 'display_errors=stderr', '-d', 'opcache.enable_cli=1', '-d', "opcache.file_cache={$cache}", '-d', 'opcache.file_cache_only=1', __DIR__ . '/process.php', $file, (string) $process, json_encode($arguments, JSON_THROW_ON_ERROR)],
                [['pipe', 'r'], ['pipe', 'w'], STDERR],
                $pipes
            );
            if ($handle === false) {
                throw new RuntimeException('A process did not start.');
            }
            $running[] = [$handle, $pipes];
        }
        foreach ($running as [, $pipes]) {
            if (fgets($pipes[1]) !== "ready\n") {
                throw new RuntimeException('A process did not get ready.');
            }
        }
        foreach ($running as [, $pipes]) {
            fwrite($pipes[0], "go\n");
            fclose($pipes[0]);
        }

        return array_map(static function (array $one): array {
            [$handle, $pipes] = $one;
            $answer = json_decode((string) stream_get_contents($pipes[1]), true);
            proc_close($handle);
            if (! is_array($answer) || ! array_key_exists('result', $answer)) {
                throw new RuntimeException('A process ended without an answer.');
            }

            return ['result' => $answer['result'], 'error' => $answer['error']];
        }, $running);
    }
}

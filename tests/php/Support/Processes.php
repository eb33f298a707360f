<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Support;

use ErrorException;
use RuntimeException;
use Throwable;

/**
 * Several real processes that do something at the same moment, in this run's own database: copies of the tests' process,
 * each with a connection of its own and in the state in which WordPress had just been booted.
 */
final class Processes
{
    /** The class of the error of a process that died. */
    public const DEAD = 'dead';

    /**
     * Waits until `$count` processes are ready and lets them go at once. The file returns a closure; it is called with the
     * process' number (from 0) and `$arguments`.
     *
     * @param string $file a PHP file: `return static function (int $process, int $invoice): array {…};`
     * @param list<mixed> $arguments what JSON can carry
     * @param bool $may_die whether one that is killed is an answer, with the error DEAD
     * @return list<array{result: mixed, error: array{class: string, message: string}|null}> in the order of the processes
     */
    public static function parallel(int $count, string $file, array $arguments = [], bool $may_die = false): array
    {
        $arguments = (array) json_decode(json_encode($arguments, JSON_THROW_ON_ERROR), true, 512, JSON_THROW_ON_ERROR);
        // A connection that two processes hold is of use to neither of them.
        TestSite::disconnect();
        $running = [];
        for ($process = 0; $process < $count; $process++) {
            $pair = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
            $id = $pair === false ? -1 : pcntl_fork();
            if ($pair === false || $id === -1) {
                throw new RuntimeException('A process did not start.');
            }
            if ($id === 0) {
                array_map(fclose(...), [...array_values($running), $pair[0]]);
                self::work($pair[1], $process, $file, $arguments);
            }
            fclose($pair[1]);
            $running[$id] = $pair[0];
        }
        TestSite::connect();
        foreach ($running as $socket) {
            if (fgets($socket) !== "ready\n") {
                throw new RuntimeException('A process did not get ready.');
            }
        }
        foreach ($running as $socket) {
            fwrite($socket, "go\n");
        }

        // Of all of them, before anything is said about one: until then the others go on.
        $answers = array_map(self::answer(...), array_keys($running), array_values($running));

        return array_map(static fn (?array $answer): array => $answer ?? ($may_die
            ? ['result' => null, 'error' => ['class' => self::DEAD, 'message' => 'It died.']]
            : throw new RuntimeException('A process ended without an answer.')), $answers);
    }

    /**
     * What one of the processes does; it does not return.
     *
     * @param resource $socket
     * @param array<mixed> $arguments
     */
    private static function work($socket, int $process, string $file, array $arguments): never
    {
        $answer = ['result' => null, 'error' => null];
        try {
            TestSite::begin_anew();
            mt_srand();
            set_error_handler(static fn (int $level, string $message, string $in, int $line): bool => (error_reporting() & $level) === 0 ? false : throw new ErrorException($message, 0, $level, $in, $line));
            new Outbox();
            $gatekeeper = new Gatekeeper();
            if (defined('COUNTERFOIL_STRIPE_API_BASE')) {
                $gatekeeper->open(COUNTERFOIL_STRIPE_API_BASE);
            }
            $run = require $file;
            fwrite($socket, "ready\n");
            fgets($socket);
            $answer['result'] = $run($process, ...$arguments);
        } catch (Throwable $error) {
            $answer['error'] = ['class' => $error::class, 'message' => $error->getMessage()];
        }
        try {
            do_action('shutdown');
        } catch (Throwable $error) {
            $answer['error'] ??= ['class' => $error::class, 'message' => $error->getMessage()];
        }
        fwrite($socket, json_encode($answer, JSON_PARTIAL_OUTPUT_ON_ERROR) ?: '');
        // Not by exit(): the tests' own process tidies up and writes its report at its end.
        posix_kill(getmypid() ?: 0, SIGKILL);
        exit;
    }

    /**
     * @param resource $socket
     * @return array{result: mixed, error: array{class: string, message: string}|null}|null null when it died
     */
    private static function answer(int $id, $socket): ?array
    {
        $answer = json_decode((string) stream_get_contents($socket), true);
        pcntl_waitpid($id, $status);

        return is_array($answer) && array_key_exists('result', $answer) ? ['result' => $answer['result'], 'error' => $answer['error']] : null;
    }
}

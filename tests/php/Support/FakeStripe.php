<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Support;

use RuntimeException;

/**
 * The fake Stripe (tests/stripe/) for integration tests: started with the first test that wants it, ended with
 * the run. wp-config.php of the test sites points COUNTERFOIL_STRIPE_API_BASE at it.
 */
final class FakeStripe
{
    /** Seconds. */
    private const PATIENCE = 20;

    private static ?self $running = null;

    private function __construct(public readonly string $url)
    {
    }

    /** The running one, emptied. Opens the test's gate to it. */
    public static function for(Gatekeeper $gatekeeper): self
    {
        self::$running ??= self::start();
        self::$running->control('POST', 'reset');
        $gatekeeper->open(self::$running->url);

        return self::$running;
    }

    /**
     * Asks its control routes, which Stripe does not have: see tests/stripe/BEHAVIOUR.md.
     *
     * @param string $path without "/_control/"
     * @param array<string, mixed> $body
     * @return array<mixed>
     */
    public function control(string $method, string $path, array $body = []): array
    {
        $answer = @file_get_contents("{$this->url}/_control/{$path}", false, stream_context_create(['http' => [
            'method' => $method,
            'header' => 'Content-Type: application/json',
            'content' => $method === 'GET' ? '' : json_encode((object) $body, JSON_THROW_ON_ERROR),
            'ignore_errors' => true,
            'timeout' => 10,
        ]]));
        if ($answer === false) {
            throw new RuntimeException("The fake Stripe did not answer {$method} {$path}.");
        }
        $data = json_decode($answer, true);

        return is_array($data) ? $data : [];
    }

    private static function start(): self
    {
        $port = (int) getenv(TestSite::STRIPE_PORT);
        $root = dirname(__DIR__, 3);
        $process = proc_open(
            ['node', '--import', 'tsx', 'tests/stripe', '--port', (string) $port, '--quiet'],
            [['file', '/dev/null', 'r'], ['pipe', 'w'], STDERR],
            $pipes,
            $root
        );
        if ($process === false) {
            throw new RuntimeException('The fake Stripe did not start.');
        }
        $owner = getmypid();
        register_shutdown_function(static function () use ($process, $owner): void {
            // A copy of this process that ends has nothing to end but itself.
            if ($owner === getmypid()) {
                proc_terminate($process);
                proc_close($process);
            }
        });
        // Its first line says that it listens; when it could not start, the pipe ends without one.
        [$printed, $writable, $failed] = [[$pipes[1]], [], []];
        if (stream_select($printed, $writable, $failed, self::PATIENCE) !== 1 || fgets($pipes[1]) === false) {
            throw new RuntimeException('The fake Stripe does not listen.');
        }

        return new self("http://127.0.0.1:{$port}");
    }
}

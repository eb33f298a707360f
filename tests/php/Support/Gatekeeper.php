<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Support;

use Closure;
use WP_Error;

/**
 * Stands between the tests and everything outside: notes each request of WordPress' HTTP API and answers it.
 *
 * @phpstan-type Sent array{method: string, url: string, headers: array<string, string>, body: mixed}
 * @phpstan-type Answer array{headers: array<string, string>, body: string, response: array{code: int, message: string}, cookies: array<mixed>, filename: null}
 */
final class Gatekeeper
{
    /** @var list<Sent> */
    public array $requests = [];

    /** @var Closure(Sent): (Answer|WP_Error|false) */
    private Closure $answer;

    public function __construct()
    {
        $this->close();
        add_filter('pre_http_request', $this->ask(...), PHP_INT_MAX, 3);
    }

    /** Nothing goes out; who asks is told that there is no network. The state each test begins with. */
    public function close(): void
    {
        $this->answer = static fn (): WP_Error => new WP_Error('http_request_failed', 'No network in this test.');
    }

    /** Requests to this address go out for real, all others stay closed. */
    public function open(string $url): void
    {
        $this->answer = static fn (array $request): WP_Error|false => str_starts_with($request['url'], $url)
            ? false
            : new WP_Error('http_request_failed', 'No network in this test.');
    }

    /**
     * The test answers itself: by `Gatekeeper::json()`, by a WP_Error, or false for "let it out".
     *
     * @param Closure(Sent): (Answer|WP_Error|false) $answer
     */
    public function answer(Closure $answer): void
    {
        $this->answer = $answer;
    }

    /**
     * @param array<mixed> $body
     * @return Answer
     */
    public static function json(array $body, int $status = 200): array
    {
        return [
            'headers' => ['content-type' => 'application/json'],
            'body' => json_encode($body, JSON_THROW_ON_ERROR),
            'response' => ['code' => $status, 'message' => get_status_header_desc($status)],
            'cookies' => [],
            'filename' => null,
        ];
    }

    /**
     * @param array<string, mixed> $arguments
     * @return Answer|WP_Error|false
     */
    private function ask(mixed $before, array $arguments, string $url): array|WP_Error|false
    {
        $request = [
            'method' => (string) ($arguments['method'] ?? 'GET'),
            'url' => $url,
            'headers' => array_map('strval', (array) ($arguments['headers'] ?? [])),
            'body' => $arguments['body'] ?? null,
        ];
        $this->requests[] = $request;

        return ($this->answer)($request);
    }
}

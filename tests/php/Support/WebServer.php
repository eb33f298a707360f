<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Support;

use RuntimeException;

/** The test site over HTTP, in this run's own database: for what only a web server shows, such as headers. */
final class WebServer
{
    /** @var resource */
    private $process;

    /** @param string|null $prepend a file that every request reads first */
    private function __construct(private readonly string $address, ?string $prepend)
    {
        $process = proc_open([PHP_BINARY, ...($prepend === null ? [] : ['-d', "auto_prepend_file={$prepend}"]), '-S', $address, '-t', rtrim(ABSPATH, '/')], [['file', '/dev/null', 'r'], ['file', '/dev/null', 'w'], ['file', '/dev/null', 'w']], $pipes);
        if ($process === false) {
            throw new RuntimeException('The web server did not start.');
        }
        $this->process = $process;
    }

    public static function start(?string $prepend = null): self
    {
        $socket = stream_socket_server('tcp://127.0.0.1:0');
        $address = $socket === false ? '' : (string) stream_socket_get_name($socket, false);
        if ($socket === false || $address === '') {
            throw new RuntimeException('There is no free port on 127.0.0.1.');
        }
        fclose($socket);
        $server = new self($address, $prepend);
        $end = microtime(true) + 10;
        do {
            $connection = @stream_socket_client("tcp://{$address}", $code, $error, 1);
            if ($connection !== false) {
                fclose($connection);

                return $server;
            }
        } while (microtime(true) < $end && proc_get_status($server->process)['running']);

        throw new RuntimeException("The web server did not answer: {$error}");
    }

    public function stop(): void
    {
        proc_terminate($this->process);
        proc_close($this->process);
    }

    /** In the middle of what it does: it can do nothing about it. */
    public function kill(): void
    {
        proc_terminate($this->process, SIGKILL);
    }

    /**
     * Asks and doesn't wait for the answer.
     *
     * @return resource from which the whole answer can be read; nothing of it when the server died
     */
    public function begin(string $method, string $path)
    {
        $connection = stream_socket_client("tcp://{$this->address}", $code, $error, 10);
        if ($connection === false) {
            throw new RuntimeException("The web server did not answer: {$error}");
        }
        fwrite($connection, "{$method} {$path} HTTP/1.0\r\nHost: {$this->address}\r\n\r\n");

        return $connection;
    }

    /**
     * @param list<string> $headers "Origin: https://example.test"
     * @return array{status: int, headers: array<string, string>, body: string} names of headers in lower case
     */
    public function ask(string $method, string $path, array $headers = [], string $body = ''): array
    {
        $context = stream_context_create(['http' => ['method' => $method, 'header' => implode("\r\n", $headers), 'content' => $body, 'ignore_errors' => true, 'follow_location' => 0, 'timeout' => 30]]);
        $text = file_get_contents("http://{$this->address}{$path}", false, $context);
        $answer = ['status' => 0, 'headers' => [], 'body' => (string) $text];
        foreach ($http_response_header as $line) {
            if (preg_match('#^HTTP/\S+ (\d+)#', $line, $match) === 1) {
                $answer['status'] = (int) $match[1];
            } elseif (str_contains($line, ':')) {
                [$name, $value] = explode(':', $line, 2);
                $answer['headers'][strtolower($name)] = trim($value);
            }
        }

        return $answer;
    }
}

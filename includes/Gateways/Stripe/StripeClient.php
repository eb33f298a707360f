<?php

declare(strict_types=1);

namespace Counterfoil\Gateways\Stripe;

use Counterfoil\Payments\Gateway\GatewayError;
use Counterfoil\Payments\Gateway\GatewayErrorKind;
use Counterfoil\Payments\Gateway\GatewayLine;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\DomainError;
use Generator;
use SensitiveParameter;
use WP_Error;

/**
 * Stripe's API over WordPress' own HTTP functions, so that the site's proxies and filters apply.
 *
 * @see https://docs.stripe.com/api/errors
 * @see https://docs.stripe.com/api/idempotent_requests
 */
final readonly class StripeClient
{
    /** Answers keep their shape, whatever is newest at Stripe. */
    public const VERSION = '2025-09-30.clover';
    public const PAGE = 100;
    private const MOST_PAGES = 5;

    public function __construct(private Database $database, private GatewayLine $line, #[SensitiveParameter] private string $secret_key)
    {
    }

    /**
     * @param array<string, mixed> $query
     * @return array<string, mixed>
     * @throws GatewayError
     */
    public function get(string $path, array $query = []): array
    {
        return $this->call('GET', $query === [] ? $path : $path . '?' . self::form($query), null, '');
    }

    /**
     * What a list has, page by page: what is looked for is among the last few of a client, or of a week.
     *
     * @param array<string, mixed> $query
     * @return Generator<int, array<string, mixed>> newest first
     * @throws GatewayError
     */
    public function newest(string $path, array $query): Generator
    {
        $after = [];
        for ($page = 0; $page < self::MOST_PAGES; $page++) {
            $list = $this->get($path, [...$query, ...$after, 'limit' => self::PAGE]);
            /** @var list<array<string, mixed>> $found */
            $found = array_values((array) ($list['data'] ?? []));
            yield from $found;
            if (($list['has_more'] ?? false) !== true || $found === []) {
                return;
            }
            $after = ['starting_after' => (string) $found[count($found) - 1]['id']];
        }
    }

    /**
     * @param array<string, mixed> $fields nested as `a[b][c]`
     * @param string $key the same key twice is one effect; '' for what is so by itself
     * @return array<string, mixed>
     * @throws GatewayError
     */
    public function post(string $path, array $fields, string $key): array
    {
        return $this->call('POST', $path, self::form($fields), $key);
    }

    /** @throws GatewayError */
    public function delete(string $path): void
    {
        $this->call('DELETE', $path, null, '');
    }

    /** @return array<string, mixed> */
    private function call(string $method, string $path, ?string $body, string $key): array
    {
        $this->database->assert_no_transaction();
        if (StripeAddresses::are_replaced() && str_contains($this->secret_key, '_live_')) {
            throw DomainError::conflict('live_key_elsewhere', __('The Stripe API address is overridden in wp-config.php. Live keys are never sent to another address.', 'counterfoil'));
        }
        $answer = $this->line->ask(StripeGateway::NAME, fn (float $seconds): array|WP_Error => wp_remote_request(StripeAddresses::api() . $path, [
            'method' => $method,
            'timeout' => $seconds,
            'redirection' => 0,
            'headers' => array_filter([
                'Authorization' => "Bearer {$this->secret_key}",
                'Stripe-Version' => self::VERSION,
                'Content-Type' => $body === null ? '' : 'application/x-www-form-urlencoded',
                'Idempotency-Key' => $key,
            ], static fn (string $value): bool => $value !== ''),
            ...($body === null ? [] : ['body' => $body]),
        ]), static fn (array|WP_Error $answer): bool => ! is_wp_error($answer));
        if (is_wp_error($answer)) {
            throw new GatewayError(GatewayErrorKind::Unknown, $answer->get_error_message());
        }
        $status = (int) wp_remote_retrieve_response_code($answer);
        $data = json_decode(wp_remote_retrieve_body($answer), true);
        if ($status === 200 && is_array($data)) {
            return $data;
        }

        throw self::error($status, is_array($data) && is_array($data['error'] ?? null) ? $data['error'] : []);
    }

    /** @param array<string, mixed> $error */
    private static function error(int $status, array $error): GatewayError
    {
        $code = is_string($error['code'] ?? null) ? $error['code'] : (string) ($error['type'] ?? '');
        $in_use = ($error['code'] ?? '') === 'idempotency_key_in_use';
        $kind = match (true) {
            $status === 429, $status === 409, $in_use => GatewayErrorKind::Busy,
            $code === 'resource_missing' => GatewayErrorKind::Missing,
            $status >= 400 && $status < 500 && $error !== [] => GatewayErrorKind::Refused,
            default => GatewayErrorKind::Unknown,
        };
        $message = is_string($error['message'] ?? null) ? $error['message'] : "HTTP {$status}";

        // Stripe masks keys in its messages; whatever looks like one is taken out all the same.
        return new GatewayError($kind, (string) preg_replace('/\b(sk|rk|pk|whsec)_[A-Za-z0-9_*]+/', '$1_…', $message), $code, self::text($error['payment_intent']['id'] ?? null), self::text($error['param'] ?? null));
    }

    private static function text(mixed $value): string
    {
        return is_string($value) ? $value : '';
    }

    /** @param array<string, mixed> $fields */
    private static function form(array $fields): string
    {
        $text = static fn (mixed $value): mixed => is_bool($value) ? ($value ? 'true' : 'false') : $value;
        array_walk_recursive($fields, static function (mixed &$value) use ($text): void {
            $value = $text($value);
        });

        return http_build_query($fields, '', '&', PHP_QUERY_RFC3986);
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Gateways;

use Counterfoil\Gateways\Stripe\StripeClient;
use Counterfoil\Payments\Gateway\GatewayError;
use Counterfoil\Payments\Gateway\GatewayErrorKind;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Plugin;
use Counterfoil\Shared\DomainError;
use Counterfoil\Tests\Support\Gatekeeper;
use Counterfoil\Tests\Support\IntegrationTestCase;
use LogicException;
use PHPUnit\Framework\Attributes\DataProvider;
use SensitiveParameter;
use WP_Error;

/** What is asked of Stripe, and what its answers mean. */
final class StripeClientTest extends IntegrationTestCase
{
    public function test_abuse_36_a_live_key_is_never_sent_to_another_address(): void
    {
        $this->expectException(DomainError::class);
        try {
            $this->with_key('sk' . '_live_AGENCY_secret')->get('/v1/account');
        } finally {
            $this->assert_no_request();
        }
    }

    public function test_law_7_no_call_to_the_outside_in_a_transaction(): void
    {
        $client = $this->with_key('sk_test_AGENCY_secret');
        $this->expectException(LogicException::class);
        try {
            Plugin::instance()->database()->transaction(static fn (): array => $client->get('/v1/account'));
        } finally {
            $this->assert_no_request();
        }
    }

    /** @return iterable<string, array{int, array<string, mixed>|string|null, GatewayErrorKind}> */
    public static function answers(): iterable
    {
        yield 'no network' => [0, null, GatewayErrorKind::Unknown];
        yield 'broken' => [500, ['error' => ['type' => 'api_error', 'message' => 'x']], GatewayErrorKind::Unknown];
        yield 'a proxy' => [403, '<html>', GatewayErrorKind::Unknown];
        yield 'half an answer' => [200, '{"id": "pi_', GatewayErrorKind::Unknown];
        yield 'too many' => [429, ['error' => ['type' => 'invalid_request_error', 'code' => 'rate_limit']], GatewayErrorKind::Busy];
        yield 'key in use' => [409, ['error' => ['type' => 'idempotency_error', 'code' => 'idempotency_key_in_use']], GatewayErrorKind::Busy];
        yield 'no' => [400, ['error' => ['type' => 'invalid_request_error', 'message' => 'x']], GatewayErrorKind::Refused];
        yield 'wrong key' => [401, ['error' => ['type' => 'invalid_request_error', 'message' => 'Invalid API Key provided: sk_test_AGENCY_secret']], GatewayErrorKind::Refused];
        yield 'none' => [404, ['error' => ['type' => 'invalid_request_error', 'code' => 'resource_missing']], GatewayErrorKind::Missing];
    }

    /** @param array<string, mixed>|string|null $body */
    #[DataProvider('answers')]
    public function test_abuse_39_errors_are_told_apart(int $status, array|string|null $body, GatewayErrorKind $kind): void
    {
        $this->gatekeeper->answer(static fn (): array|WP_Error => match (true) {
            $body === null => new WP_Error('http_request_failed', 'Timed out'),
            is_string($body) => ['body' => $body] + Gatekeeper::json([], $status),
            default => Gatekeeper::json($body, $status),
        });
        try {
            $this->with_key('sk_test_AGENCY_secret')->post('/v1/refunds', ['a' => ['b' => true]], 'key');
            self::fail('Nothing was wrong.');
        } catch (GatewayError $error) {
            self::assertSame($kind, $error->kind);
            self::assertStringNotContainsString('AGENCY_secret', $error->getMessage());
        }
        $request = $this->gatekeeper->requests[0];
        self::assertSame('a%5Bb%5D=true', $request['body']);
        self::assertSame(['key', StripeClient::VERSION], [$request['headers']['Idempotency-Key'], $request['headers']['Stripe-Version']]);
    }

    private function with_key(#[SensitiveParameter] string $key): StripeClient
    {
        return new StripeClient(Plugin::instance()->database(), Plugin::instance()->module(PaymentsModule::class)->line(), $key);
    }
}

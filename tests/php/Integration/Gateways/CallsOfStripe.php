<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Gateways;

use WP_REST_Response;

/** What the fake Stripe would call about; its calls come when the test says. For tests that pay invoices. */
trait CallsOfStripe
{
    /** @var array<string, true> events that were seen, by id */
    private array $seen = [];

    /** @return list<array<string, mixed>> what the card network would call about since this was asked before, oldest first */
    private function news(): array
    {
        $answer = wp_remote_get("{$this->stripe->url}/v1/events?limit=100", ['headers' => ['Authorization' => 'Bearer ' . self::SECRET_KEY]]);
        $new = array_filter((array) json_decode(wp_remote_retrieve_body($answer), true)['data'], fn (array $event): bool => ! isset($this->seen[$event['id']]));
        $this->seen += array_fill_keys(array_column($new, 'id'), true);

        return array_reverse(array_values($new));
    }

    /** @param array<string, mixed> $event */
    private function calls_about(array $event): void
    {
        self::assert_status(200, $this->call($event));
    }

    /** @param array<string, mixed> $event */
    private function call(array $event): WP_REST_Response
    {
        $body = (string) json_encode($event);
        $time = $this->plugin()->clock()->now()->getTimestamp();

        return $this->rest('POST', '/counterfoil/v1/webhooks/stripe', $body, headers: ['Stripe-Signature' => "t={$time},v1=" . hash_hmac('sha256', "{$time}.{$body}", self::WEBHOOK_SECRET)]);
    }
}

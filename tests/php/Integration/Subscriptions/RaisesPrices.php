<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Subscriptions;

use Counterfoil\Clients\Client;
use Counterfoil\Subscriptions\Subscription;
use Counterfoil\Tests\Support\FitsContract;
use WP_REST_Response;

/** Prices that go up as the agency asks for it. */
trait RaisesPrices
{
    use FitsContract;
    use MakesSubscriptions;

    private Client $client;

    protected function setUp(): void
    {
        parent::setUp();
        $this->at('2027-01-10 10:00');
        $this->client = $this->client();
    }

    /**
     * @param array<string, mixed> $item what is different of it
     * @param array{unit: string, count: int} $interval
     */
    private function change(Subscription $subscription, string $when, array $item, array $interval = ['unit' => 'month', 'count' => 1]): void
    {
        $body = ['when' => $when, 'version' => $this->subscription($subscription->id)->version, 'interval' => $interval, 'items' => [array_diff_key($this->item($item), ['setup_fee' => 0])]];
        self::assert_status(200, $this->rest('POST', "/counterfoil/v1/subscriptions/{$subscription->id}/change", $body, $this->administrator()));
    }

    /** @param array<string, mixed> $body */
    private function send(string $path, array $body, ?int $status = null): WP_REST_Response
    {
        $answer = $this->rest('POST', "/counterfoil/v1/price-rises{$path}", $body, $this->administrator());
        self::assert_status($status ?? ($path === '' ? 201 : 200), $answer);
        if ($status === null) {
            self::fits($path === '' ? 'price-rises.announce' : 'price-rises.preview', $answer);
        }

        return $answer;
    }
}

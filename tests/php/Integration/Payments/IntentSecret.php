<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Payments;

/** What only the payer's browser may know, read past the plugin. */
final class IntentSecret
{
    public static function of(string $url, string $intent, string $key): string
    {
        $answer = wp_remote_get("{$url}/v1/payment_intents/{$intent}", ['headers' => ['Authorization' => "Bearer {$key}"]]);

        return (string) json_decode(wp_remote_retrieve_body($answer), true)['client_secret'];
    }
}

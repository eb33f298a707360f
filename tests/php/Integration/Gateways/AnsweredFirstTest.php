<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Gateways;

use Counterfoil\Invoices\Settlement;
use Counterfoil\Tests\Integration\Payments\PaysInvoices;
use Counterfoil\Tests\Support\CommittingTestCase;
use Counterfoil\Tests\Support\Processes;

/** Where PHP can answer before it is done, a gateway does not wait for what its call makes us ask it. */
final class AnsweredFirstTest extends CommittingTestCase
{
    use PaysInvoices;

    public function test_a_call_is_answered_once_it_is_kept_and_looked_at_afterwards(): void
    {
        $this->connect_stripe();
        $invoice = $this->issued($this->client());
        $this->confirm($this->begun($invoice));
        $listed = wp_remote_get("{$this->stripe->url}/v1/events?type=payment_intent.succeeded", ['headers' => ['Authorization' => 'Bearer ' . self::SECRET_KEY]]);
        $event = json_decode(wp_remote_retrieve_body($listed), true)['data'][0];
        $signed = $this->stripe->control('POST', "events/{$event['id']}/sign", ['secret' => self::WEBHOOK_SECRET]);

        [['result' => $found, 'error' => $error]] = Processes::parallel(1, __DIR__ . '/answer-first.php', [$signed['body'], $signed['signature']]);

        self::assertNull($error);
        self::assertSame(['status' => 200, 'result' => 'received', 'answered' => 'pending', 'end' => 'done'], $found);
        self::assertSame(Settlement::Paid, $this->invoice_now($invoice)->settlement);
        self::assertSame(1, $this->rows_in('outbox', "message = 'receipt'"));
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Unit\Gateways;

use Counterfoil\Gateways\Stripe\WebhookSignature;
use Counterfoil\Shared\Clock\MovableClock;
use DateTimeImmutable;
use PHPUnit\Framework\TestCase;

final class WebhookSignatureTest extends TestCase
{
    private const NOW = 1_800_000_000;
    private const SECRET = 'whsec_one';

    private function check(string $header, string $body = '{}', string $secret = self::SECRET): bool
    {
        $clock = new MovableClock();
        $clock->set(new DateTimeImmutable('@' . self::NOW));

        return (new WebhookSignature($clock))->is_valid($header, $body, $secret);
    }

    private function sign(int $time, string $body = '{}', string $secret = self::SECRET): string
    {
        return hash_hmac('sha256', "{$time}.{$body}", $secret);
    }

    public function test_takes_what_was_signed_within_five_minutes(): void
    {
        foreach ([0, -300, 300] as $seconds) {
            $time = self::NOW + $seconds;
            self::assertTrue($this->check("t={$time},v1={$this->sign($time)}"));
        }
        // While a secret is being replaced Stripe signs with both.
        self::assertTrue($this->check('t=' . self::NOW . ",v1={$this->sign(self::NOW, '{}', 'whsec_old')},v1={$this->sign(self::NOW)},v0=abc"));
        self::assertTrue($this->check('t=' . self::NOW . ",v1={$this->sign(self::NOW)},v1={$this->sign(self::NOW, '{}', 'whsec_old')}"));
    }

    public function test_abuse_41_refuses_everything_else(): void
    {
        $now = self::NOW;
        $right = $this->sign($now);
        foreach (
            [
                '', 't', 't=', 'v1=', "t={$now}", "v1={$right}", "t={$now},v0={$right}", "t={$now},v1=", "t={$now},v1=" . strtoupper($right) . '0',
                "t=-{$now},v1={$right}", "t={$now}x,v1={$right}", 't=' . ($now - 301) . ',v1=' . $this->sign($now - 301), 't=' . ($now + 301) . ',v1=' . $this->sign($now + 301),
                "t={$now},v1=0", "t={$now},v1={$this->sign($now, '{} ')}", "t={$now},v1={$this->sign($now, '{}', 'whsec_two')}",
            ] as $header
        ) {
            self::assertFalse($this->check($header), $header);
        }
        self::assertFalse($this->check("t={$now},v1=" . $this->sign($now, '{}', ''), '{}', ''), 'No secret, no signature.');
    }
}

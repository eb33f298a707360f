<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Identity;

use Counterfoil\Identity\TrustedProxy;
use Counterfoil\Identity\VisitorsModule;
use Counterfoil\Tests\Support\FitsContract;
use Counterfoil\Tests\Support\PortalTestCase;
use PHPUnit\Framework\Attributes\DataProvider;

/** Behind a proxy everybody has one address, unless the proxy is asked; and nobody else is believed. */
final class ProxyTest extends PortalTestCase
{
    use FitsContract;
    use UsesTheLogIn;

    /** @return iterable<string, array{string, string, string, string}> header, its value, from where, who that is */
    public static function requests(): iterable
    {
        yield 'no proxy' => ['none', '198.51.100.7', '10.0.0.1', '10.0.0.1'];
        yield 'one proxy' => ['x-forwarded-for', '198.51.100.7', '10.0.0.1', '198.51.100.7'];
        yield 'two of ours' => ['x-forwarded-for', '198.51.100.7, 10.0.0.2', '10.0.0.1', '198.51.100.7'];
        yield 'a made up beginning' => ['x-forwarded-for', '1.2.3.4, 198.51.100.7', '10.0.0.1', '198.51.100.7'];
        yield 'a made up one of ours' => ['x-forwarded-for', '10.0.0.9, 198.51.100.7', '10.0.0.1', '198.51.100.7'];
        yield 'sent by a stranger' => ['x-forwarded-for', '198.51.100.7', '203.0.113.9', '203.0.113.9'];
        yield 'nonsense' => ['x-forwarded-for', 'unknown', '10.0.0.1', '10.0.0.1'];
        yield 'nothing' => ['x-forwarded-for', '', '10.0.0.1', '10.0.0.1'];
        yield 'with a port' => ['x-forwarded-for', '198.51.100.7:4711', '10.0.0.1', '198.51.100.7'];
        yield 'of IPv6' => ['x-real-ip', '[2001:db8:1::7]:443', '2001:db8::1', '2001:db8:1::7'];
        yield 'of Cloudflare' => ['cf-connecting-ip', '2001:db8:1::7', '10.255.0.1', '2001:db8:1::7'];
    }

    #[DataProvider('requests')]
    public function test_whom_a_request_comes_from(string $header, string $value, string $remote, string $visitor): void
    {
        $proxy = new TrustedProxy($header, ['10.0.0.0/8', '2001:db8::/64']);
        self::assertSame($visitor, $proxy->visitor($remote, $header === 'none' ? ['x-forwarded-for' => $value] : [$header => $value]));
    }

    public function test_ranges(): void
    {
        foreach (['192.0.2.1', '10.0.0.0/8', '192.0.2.0/25', '2001:db8::/32', '::1'] as $range) {
            self::assertTrue(TrustedProxy::is_range($range), $range);
        }
        foreach (['', '0.0.0.0/0', '::/0', '10.0.0.0/33', '2001:db8::/129', '10.0.0.0/', '10.0.0', 'proxy.example', '10.0.0.0/8/8', '10.0.0.1-9'] as $range) {
            self::assertFalse(TrustedProxy::is_range($range), $range);
        }
        $half = new TrustedProxy('x-real-ip', ['192.0.2.0/25']);
        self::assertSame([true, false], [$half->is_trusted('192.0.2.127'), $half->is_trusted('192.0.2.128')]);
    }

    public function test_a_bot_behind_the_proxy_no_longer_holds_up_everybody(): void
    {
        $this->active_contact($this->client(), 'jane@client.test');
        $staff = $this->administrator();
        $guess = function (): void {
            for ($try = 0; $try < 40; ++$try) {
                $this->from('198.51.100.66');
                $this->log_in("person{$try}@client.test", 'a guess');
            }
            $this->from('198.51.100.7');
        };
        $guess();
        self::assert_status(429, $this->log_in('jane@client.test', self::PASSWORD));
        $this->plugin->database()->execute("DELETE FROM {$this->plugin->database()->table('login_throttle')}");

        self::fits('visitors.update', $this->rest('PUT', '/counterfoil/v1/settings/visitors', ['header' => 'x-forwarded-for', 'proxies' => ['10.0.0.0/8']], $staff));

        $guess();
        self::assert_status(200, $this->log_in('jane@client.test', self::PASSWORD));
        $this->from('198.51.100.66');
        self::assert_status(429, $this->log_in('person99@client.test', 'a guess'));
    }

    public function test_the_settings_say_what_they_see_and_refuse_what_would_let_anybody_name_another(): void
    {
        $staff = $this->administrator();
        $this->from('198.51.100.7');
        $read = self::fits('visitors.get', $this->rest('GET', '/counterfoil/v1/settings/visitors', null, $staff));
        self::assertSame(['none', [], '10.0.0.1', '10.0.0.1', [['header' => 'x-forwarded-for', 'value' => '198.51.100.7']]], [$read['header'], $read['proxies'], $read['remote'], $read['address'], $read['seen']]);
        foreach ([[], ['0.0.0.0/0'], ['proxy.example']] as $proxies) {
            $answer = $this->rest('PUT', '/counterfoil/v1/settings/visitors', ['header' => 'x-forwarded-for', 'proxies' => $proxies], $staff);
            self::assert_status(400, $answer);
            self::assertArrayHasKey('/proxies', self::json($answer)['data']['fields']);
        }
        $saved = self::fits('visitors.update', $this->rest('PUT', '/counterfoil/v1/settings/visitors', ['header' => 'x-forwarded-for', 'proxies' => [' 10.0.0.1 ', '10.0.0.1']], $staff));
        self::assertSame([['10.0.0.1'], '198.51.100.7'], [$saved['proxies'], $saved['address']]);
    }

    public function test_site_health_hints_at_it(): void
    {
        $look = fn (): string => $this->plugin->module(VisitorsModule::class)->health()['proxy']()->status;
        self::assertSame('good', $look());
        $this->from('198.51.100.7');
        self::assertSame('recommended', $look(), 'There is a proxy, and nobody said so.');
        $this->rest('PUT', '/counterfoil/v1/settings/visitors', ['header' => 'x-forwarded-for', 'proxies' => ['10.0.0.1']], $this->administrator());
        self::assertSame('good', $look());
        $_SERVER['REMOTE_ADDR'] = '10.0.0.2';
        self::assertSame('recommended', $look(), 'It has moved.');
    }

    private function from(string $visitor): void
    {
        $_SERVER['REMOTE_ADDR'] = '10.0.0.1';
        $_SERVER['HTTP_X_FORWARDED_FOR'] = $visitor;
    }
}

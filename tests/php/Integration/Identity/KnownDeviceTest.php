<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Identity;

use Counterfoil\Identity\KnownDevice;
use Counterfoil\Tests\Support\PortalTestCase;

/** A browser in which somebody logged in before is not kept out by anybody who guesses. */
final class KnownDeviceTest extends PortalTestCase
{
    use UsesTheLogIn;

    /** @var array<string, mixed> cookies of the owner's browser */
    private array $owner = [];

    protected function setUp(): void
    {
        parent::setUp();
        $this->active_contact($this->client(), 'jane@client.test');
        self::assert_status(200, $this->log_in('jane@client.test', self::PASSWORD));
        $this->owner = $_COOKIE;
        unset($_COOKIE[KnownDevice::name()]);
        self::assertMatchesRegularExpression('/^[0-9a-f]{32}\.\d+\.[0-9a-f]{64}$/', (string) $this->owner[KnownDevice::name()], 'Who it is does not stand in it.');
    }

    public function test_abuse_65_eight_strangers_go_on_guessing_and_the_owner_gets_in(): void
    {
        for ($round = 0; $round < 5; ++$round) {
            for ($stranger = 0; $stranger < 8; ++$stranger) {
                $_SERVER['REMOTE_ADDR'] = "198.51.100.{$stranger}";
                $this->log_in('jane@client.test', 'a guess');
                $this->rest('POST', '/counterfoil/v1/magic-links', ['email' => 'jane@client.test']);
            }
        }
        $_SERVER['REMOTE_ADDR'] = '192.0.2.1';
        self::assert_status(429, $this->log_in('jane@client.test', self::PASSWORD));
        $_COOKIE = $this->owner;
        self::assert_status(200, $this->log_in('jane@client.test', self::PASSWORD));
        self::assert_status(200, $this->rest('POST', '/counterfoil/v1/magic-links', ['email' => 'jane@client.test']));
        self::assert_status(200, $this->rest('POST', '/counterfoil/v1/password-resets', ['email' => 'jane@client.test']));
    }

    public function test_abuse_65_nor_does_a_stranger_behind_the_same_address(): void
    {
        for ($try = 0; $try < 40; ++$try) {
            $this->log_in("person{$try}@client.test", 'a guess');
            $this->redeem('magic-links', str_repeat('a', 43), null);
        }
        self::assert_status(429, $this->redeem('magic-links', str_repeat('a', 43), null));
        $_COOKIE = $this->owner;
        self::assert_status(200, $this->log_in('jane@client.test', self::PASSWORD));
        self::assert_status(200, $this->redeem('magic-links', $this->ask('magic-links'), null));
    }

    public function test_abuse_18_who_has_the_device_guesses_slowly_too(): void
    {
        $_COOKIE = $this->owner;
        $statuses = [];
        for ($try = 0; $try < 12; ++$try) {
            $statuses[] = $this->log_in('jane@client.test', 'a guess')->get_status();
        }
        self::assertSame([400, 429], array_values(array_unique($statuses)));
        self::assertCount(10, array_keys($statuses, 400, true));
    }

    public function test_a_login_on_a_new_device_is_told_once_and_one_on_a_known_device_is_not(): void
    {
        self::assertSame(1, $this->rows_of('outbox', "message = 'new_login'"), 'Another browser than the one in which the invitation was accepted.');
        $this->outbox->mails = [];
        $_SERVER['HTTP_USER_AGENT'] = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0';
        self::assert_status(200, $this->log_in('jane@client.test', self::PASSWORD));
        self::assert_status(200, $this->log_in('jane@client.test', self::PASSWORD));
        $this->send_mail();
        $mails = array_values(array_filter($this->outbox->to('jane@client.test'), static fn (array $mail): bool => str_contains($mail['message'], 'Firefox, Windows')));
        self::assertCount(1, $mails);
        self::assertStringStartsWith('New login to your account at ', $mails[0]['subject']);
        self::assertMatchesRegularExpression('#\d{4}, \d{1,2}:\d\d\W+[AP]M \((UTC|[A-Z][a-z]+/[A-Z][A-Za-z]+|UTC[+-]\d\d:\d\d)\)#u', $mails[0]['message']);

        $_COOKIE = $this->owner;
        self::assert_status(200, $this->log_in('jane@client.test', self::PASSWORD));
        self::assert_status(400, $this->log_in('jane@client.test', 'wrong'));
        self::assertSame(2, $this->rows_of('outbox', "message = 'new_login'"));
    }

    public function test_the_first_login_of_all_is_not_told(): void
    {
        $this->active_contact($this->client('Other'), 'new@client.test');

        self::assertSame(0, $this->rows_of('outbox', "message = 'new_login' AND recipient = 'new@client.test'"));
    }

    public function test_it_is_known_for_its_owner_only_and_can_not_be_made_up(): void
    {
        $device = new KnownDevice($this->plugin->clock());
        $cookie = (string) $this->owner[KnownDevice::name()];
        $of = static function (string $value, string $email) use ($device): ?string {
            $_COOKIE[KnownDevice::name()] = $value;

            return $device->of($email);
        };
        self::assertSame(substr($cookie, 0, 32), $of($cookie, 'jane@client.test'));
        self::assertNull($of($cookie, 'joe@client.test'));
        self::assertNull($of(($cookie[0] === 'a' ? 'b' : 'a') . substr($cookie, 1), 'jane@client.test'));
        self::assertNull($of((string) preg_replace('/\.(\d+)\./', '.99999999999.', $cookie), 'jane@client.test'), 'It can’t be made to last.');
        self::assertNull($of(str_repeat('0', 32) . '.99999999999.' . str_repeat('0', 64), 'jane@client.test'));
        $_COOKIE[KnownDevice::name()] = ['an array'];
        self::assertNull($device->of('jane@client.test'));
    }

    public function test_several_people_share_a_browser(): void
    {
        $this->active_contact($this->client('Other'), 'joe@client.test');
        $_COOKIE = $this->owner;
        self::assert_status(200, $this->log_in('joe@client.test', self::PASSWORD));
        $device = new KnownDevice($this->plugin->clock());
        self::assertNotNull($device->of('joe@client.test'));
        self::assertNotNull($device->of('jane@client.test'));
        for ($again = 0; $again < 8; ++$again) {
            self::assert_status(200, $this->log_in('joe@client.test', self::PASSWORD));
        }
        self::assertNotNull($device->of('jane@client.test'), 'Logging in again pushes nobody out.');
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Gateways\Stripe;

use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\Secrets;
use Counterfoil\Shared\Settings;
use SensitiveParameter;

/**
 * The stored keys, secrets sealed. Beside each sealed secret lie its last
 * four characters, so that it can be shown which one is stored without opening it.
 *
 * @phpstan-type Sealed array{sealed: string, last4: string}
 * @phpstan-type Stored array{publishable_key: string, secret_key: Sealed, webhook_secret: Sealed, account: string}
 */
final class StripeSettings
{
    private const SETTINGS = 'stripe';
    public const MODES = ['test', 'live'];
    private const NONE = ['sealed' => '', 'last4' => ''];

    public function __construct(private readonly Secrets $secrets, private readonly Settings $settings, private readonly Changes $changes)
    {
    }

    /** "test" or "live" */
    public function mode(): string
    {
        return ($this->stored()['mode'] ?? '') === 'live' ? 'live' : 'test';
    }

    public function statement_descriptor(): string
    {
        return (string) ($this->stored()['statement_descriptor'] ?? '');
    }

    /** @return list<string> ways of paying that the agency does not offer, as Stripe calls them */
    public function methods_off(): array
    {
        return array_values(array_filter((array) ($this->stored()['methods_off'] ?? []), is_string(...)));
    }

    /** Whether clients hear of each debit from us; else it is left to Stripe. */
    public function announces_debits(): bool
    {
        return ($this->stored()['announces_debits'] ?? true) === true;
    }

    /** @param list<string> $methods_off */
    public function offer(array $methods_off, bool $announces_debits): void
    {
        $this->settings->set(self::SETTINGS, ['methods_off' => $methods_off, 'announces_debits' => $announces_debits] + $this->stored());
    }

    public function keys(string $mode): StripeKeys
    {
        $stored = $this->of_mode($mode);
        $secret = $this->open($mode, 'secret_key', $stored['secret_key']['sealed']);
        $webhook = $this->open($mode, 'webhook_secret', $stored['webhook_secret']['sealed']);

        return new StripeKeys($mode, $stored['publishable_key'], $secret ?? '', $webhook ?? '', $stored['account'], $secret === null || $webhook === null);
    }

    /** @return Stored what may be shown: the sealed secrets' last four */
    public function of_mode(string $mode): array
    {
        $stored = (array) ($this->stored()[$mode] ?? []);
        $sealed = static fn (mixed $one): array => is_array($one) && is_string($one['sealed'] ?? null) && is_string($one['last4'] ?? null)
            ? ['sealed' => $one['sealed'], 'last4' => $one['last4']]
            : self::NONE;

        return [
            'publishable_key' => (string) ($stored['publishable_key'] ?? ''),
            'secret_key' => $sealed($stored['secret_key'] ?? null),
            'webhook_secret' => $sealed($stored['webhook_secret'] ?? null),
            'account' => (string) ($stored['account'] ?? ''),
        ];
    }

    /** @return Sealed */
    public function seal(string $mode, string $name, #[SensitiveParameter] string $secret): array
    {
        return $secret === ''
            ? self::NONE
            : ['sealed' => $this->secrets->seal($secret, 'settings', self::SETTINGS, "{$mode}.{$name}"), 'last4' => substr($secret, -4)];
    }

    /**
     * @param Stored $test
     * @param Stored $live
     */
    public function save(string $mode, array $test, array $live, string $statement_descriptor): void
    {
        $this->settings->set(self::SETTINGS, ['mode' => $mode, 'test' => $test, 'live' => $live, 'statement_descriptor' => $statement_descriptor] + $this->stored());
    }

    /** Stripe has said whose keys these are; kept unless others were entered meanwhile. */
    public function keep_account(StripeKeys $keys, string $account): void
    {
        $is_news = fn (): bool => $account !== '' && $this->of_mode($keys->mode)['account'] !== $account && $this->keys($keys->mode)->secret_key === $keys->secret_key;
        if (! $is_news()) {
            return;
        }
        $this->changes->run(Actor::gateway(StripeSetUp::TITLE), function (Change $change) use ($keys, $account, $is_news): void {
            if ($is_news()) {
                $this->set($keys->mode, ['account' => $account]);
                $change->event('settings.payments_updated', [['settings', 0]], null, ['mode' => $keys->mode, 'account' => $account]);
            }
        });
    }

    /** A webhook was made at Stripe; this signs its calls. */
    public function keep_webhook(string $mode, #[SensitiveParameter] string $secret, Actor $actor): void
    {
        $sealed = $this->seal($mode, 'webhook_secret', $secret);
        $this->changes->run($actor, function (Change $change) use ($mode, $sealed): void {
            $this->set($mode, ['webhook_secret' => $sealed]);
            $change->event('settings.payments_updated', [['settings', 0]], null, ['mode' => $mode]);
            /** This hook is documented in UpdateStripeSettings. */
            $change->hook('settings_payments_updated', $this->mode());
        });
    }

    /** @param array<string, mixed> $values of a mode */
    private function set(string $mode, array $values): void
    {
        $this->settings->set(self::SETTINGS, [...$this->stored(), $mode => [...$this->of_mode($mode), ...$values]]);
    }

    /** @return string|null null when it is there but can't be read */
    private function open(string $mode, string $name, string $sealed): ?string
    {
        return $sealed === '' ? '' : $this->secrets->open($sealed, 'settings', self::SETTINGS, "{$mode}.{$name}");
    }

    /** @return array<string, mixed> */
    private function stored(): array
    {
        return $this->settings->get(self::SETTINGS);
    }
}

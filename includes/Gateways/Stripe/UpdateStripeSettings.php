<?php

declare(strict_types=1);

namespace Counterfoil\Gateways\Stripe;

use Closure;
use Counterfoil\Payments\Gateway\GatewayError;
use Counterfoil\Payments\Online\OpenInMode;
use Counterfoil\Payments\UnderWayQuery;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;
use SensitiveParameter;

/**
 * Changes keys and mode. While payments are open nothing may pull the account away from under them:
 * neither another mode nor keys of another account.
 *
 * @phpstan-import-type Stored from StripeSettings
 */
final readonly class UpdateStripeSettings
{
    /** @param Closure(StripeKeys): StripeGateway $gateway */
    public function __construct(
        private Changes $changes,
        private StripeSettings $settings,
        private UnderWayQuery $payments,
        private Closure $gateway,
        private OpenInMode $open,
    ) {
    }

    /**
     * @param array<string, array<string, mixed>> $keys by mode; a key left out stays, an empty one is removed
     * @throws DomainError 400 naming the field, 409 while payments are open, 502 when Stripe can't be asked
     */
    public function handle(string $mode, #[SensitiveParameter] array $keys, string $statement_descriptor, Actor $actor): void
    {
        self::check_descriptor($statement_descriptor);
        $test = $this->changed('test', KeyCheck::of('test', $keys['test'] ?? []));
        $live = $this->changed('live', KeyCheck::of('live', $keys['live'] ?? []));
        $this->check_mode($mode, $mode === 'live' ? $live : $test);
        $this->changes->run($actor, function (Change $change) use ($mode, $test, $live, $statement_descriptor): void {
            $this->settings->save($mode, $test, $live, $statement_descriptor);
            $change->event('settings.payments_updated', [['settings', 0]], null, ['mode' => $mode]);
            /**
             * Fires after the keys or the mode of a gateway change.
             *
             * @param string $mode "test" or "live"
             * @since 0.2.0
             */
            $change->hook('settings_payments_updated', $mode);
        });
    }

    /**
     * @param array<string, string> $keys
     * @return Stored
     */
    private function changed(string $mode, #[SensitiveParameter] array $keys): array
    {
        $stored = $this->settings->of_mode($mode);
        $before = $this->settings->keys($mode);
        if (isset($keys['publishable_key'])) {
            $stored['publishable_key'] = $keys['publishable_key'];
        }
        if (isset($keys['webhook_secret'])) {
            $stored['webhook_secret'] = $this->settings->seal($mode, 'webhook_secret', $keys['webhook_secret']);
        }
        if (isset($keys['secret_key']) && ($keys['secret_key'] !== $before->secret_key || $before->is_unreadable)) {
            $stored['account'] = $this->account_of($mode, $keys['secret_key'], $before);
            $stored['secret_key'] = $this->settings->seal($mode, 'secret_key', $keys['secret_key']);
        }

        return $stored;
    }

    /** @return string "" while nobody has asked: the first payment or the connection test will */
    private function account_of(string $mode, #[SensitiveParameter] string $secret_key, StripeKeys $before): string
    {
        $open = $this->payments->count_in_mode(StripeGateway::NAME, $mode);
        if ($open === 0 || $before->account === '') {
            return '';
        }
        $refusal = DomainError::conflict('payments_open', sprintf(
            /* translators: %d: number */
            _n(
                'There is %d open payment in the current account. You can enter another account’s keys when it’s complete. Abandoned payments are canceled after one day.',
                'There are %d open payments in the current account. You can enter another account’s keys when they’re complete. Abandoned payments are canceled after one day.',
                $open,
                'counterfoil'
            ),
            $open
        ));
        if ($secret_key === '') {
            throw $refusal;
        }
        try {
            $account = ($this->gateway)(new StripeKeys($mode, 'unused', $secret_key, '', '', false))->ask_account();
        } catch (GatewayError) {
            throw DomainError::upstream(__('There are open payments, and Stripe didn’t confirm that this key belongs to the same account. Nothing was changed.', 'counterfoil'));
        }

        return $account === $before->account ? $account : throw $refusal;
    }

    /** @param Stored $keys of the wanted mode */
    private function check_mode(string $mode, #[SensitiveParameter] array $keys): void
    {
        $before = $this->settings->mode();
        if ($mode === $before) {
            return;
        }
        $missing = array_keys(array_filter(['publishable_key' => $keys['publishable_key'] === '', 'secret_key' => $keys['secret_key']['sealed'] === '']));
        if ($missing !== []) {
            $required = $mode === 'live' ? __('Required for live mode.', 'counterfoil') : __('Required for test mode.', 'counterfoil');
            throw DomainError::invalid_fields(['/mode' => __('Enter the keys for this mode first.', 'counterfoil')] + array_fill_keys(array_map(static fn (string $key): string => "/{$mode}/{$key}", $missing), $required));
        }
        $open = $this->payments->count_in_mode(StripeGateway::NAME, $before);
        if ($open > 0) {
            throw DomainError::conflict('payments_open', trim(sprintf(
                /* translators: %d: number */
                _n(
                    'There is %d open payment in the current mode. Cancel it, or change the mode when it’s complete.',
                    'There are %d open payments in the current mode. Cancel them, or change the mode when they’re complete.',
                    $open,
                    'counterfoil'
                ),
                $open
            ) . ' ' . $this->which($before)));
        }
    }

    /** "INV-0012 (Harbour & Pine)", so that somebody can look at them */
    private function which(string $mode): string
    {
        return implode(', ', array_map(
            static fn (array $one): string => "{$one['number']} ({$one['client']})",
            $this->open->list(StripeGateway::NAME, $mode, Viewer::system())
        ));
    }

    /** @see https://docs.stripe.com/get-started/account/statement-descriptors#set-dynamic-suffixes */
    private static function check_descriptor(string $text): void
    {
        if ($text !== '' && (preg_match('/^[\x20-\x7E]{2,22}$/', $text) !== 1 || preg_match('/[<>\\\\\'"*]/', $text) === 1 || preg_match('/[A-Za-z]/', $text) !== 1)) {
            throw DomainError::invalid(__('Enter 2 to 22 Latin characters, including at least one letter and none of < > \\ \' " *. For example: ACME STUDIO', 'counterfoil'), '/statement_descriptor');
        }
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Gateway;

use Closure;
use Counterfoil\Payments\Payment;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Settings;
use LogicException;

/** The gateways that modules contribute: which one takes money now, and which one took what is here already. */
final class GatewayRegistry
{
    public const OTHER_ACCOUNT = 'other_account';

    /** The page of settings where the one that is used now is named; without it, it is the first. */
    private const SETTINGS = 'payments';

    /** @var array<string, Closure(): object>|null */
    private ?array $contributed = null;

    /** @var array<string, GatewaySetUp> */
    private array $made = [];

    /** @param Closure(): array<string, Closure(): object> $contributions of all modules, by name */
    public function __construct(private readonly Closure $contributions, private readonly Settings $settings)
    {
    }

    /** How the gateway is set up that takes money now; null when there is none. */
    public function chosen(): ?GatewaySetUp
    {
        $name = (string) ($this->settings->get(self::SETTINGS, ['gateway' => ''])['gateway']);

        return $this->set_up($name) ?? $this->set_up((string) array_key_first($this->contributed()));
    }

    public function set_up(string $name): ?GatewaySetUp
    {
        return isset($this->contributed()[$name]) ? $this->made[$name] ??= $this->make($name) : null;
    }

    /** @return array<string, GatewaySetUp> every one there is */
    public function all(): array
    {
        return array_filter(array_combine(array_keys($this->contributed()), array_map($this->set_up(...), array_keys($this->contributed()))));
    }

    /**
     * In the mode the agency has chosen.
     *
     * @throws DomainError 503 when none is set up
     */
    public function current(): TakesPayments
    {
        $set_up = $this->chosen();
        $gateway = $set_up?->in_mode($set_up->mode());

        return $gateway instanceof TakesPayments ? $gateway : throw self::none();
    }

    /** @throws DomainError 503 when it is not there any more */
    public function named(string $name, string $mode): Gateway
    {
        return ($this->set_up($name) ?? throw self::none())->in_mode($mode);
    }

    /**
     * The one that has this payment. Keys of another account would answer "no such payment", or worse,
     * something else of the same name.
     *
     * @throws DomainError 409 when other keys are stored now, 503 when none are
     */
    public function of(Payment $payment): TakesPayments
    {
        $gateway = $this->account_of($payment);

        return $gateway instanceof TakesPayments ? $gateway : throw self::none();
    }

    /** @throws DomainError 409, 503 as of() does, and when it gives nothing back */
    public function refunding(Payment $payment): GivesRefunds
    {
        $gateway = $this->account_of($payment);

        return $gateway instanceof GivesRefunds ? $gateway : throw DomainError::conflict('no_refunds', sprintf(
            /* translators: %s: gateway */
            __('%s doesn’t support refunds. Refund the client another way, then record the refund here.', 'counterfoil'),
            $gateway->title()
        ));
    }

    /** Between the tests of one process. */
    public function forget(): void
    {
        $this->contributed = null;
        $this->made = [];
    }

    private function account_of(Payment $payment): Gateway
    {
        $gateway = $this->named($payment->gateway, $payment->mode);
        if ($gateway->account() !== $payment->account) {
            throw DomainError::conflict(
                self::OTHER_ACCOUNT,
                sprintf(
                    /* translators: 1: gateway, 2: account id */
                    __('This payment belongs to %1$s account %2$s, but the keys in the settings belong to another account.', 'counterfoil'),
                    $gateway->title(),
                    $payment->account
                )
            );
        }

        return $gateway;
    }

    private function make(string $name): GatewaySetUp
    {
        $set_up = $this->contributed()[$name]();

        return $set_up instanceof GatewaySetUp ? $set_up : throw new LogicException("What is contributed as the gateway {$name} is none.");
    }

    /** @return array<string, Closure(): object> */
    private function contributed(): array
    {
        return $this->contributed ??= ($this->contributions)();
    }

    private static function none(): DomainError
    {
        return DomainError::unavailable('no_gateway', __('This payment method is no longer set up.', 'counterfoil'));
    }
}

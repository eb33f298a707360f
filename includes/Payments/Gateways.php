<?php

declare(strict_types=1);

namespace Counterfoil\Payments;

use Closure;
use Counterfoil\Shared\DomainError;

/** Which gateway takes money now, and which one took what is here already. */
final readonly class Gateways
{
    public const OTHER_ACCOUNT = 'other_account';

    /**
     * @param Closure(): Gateway $current in the mode the agency has chosen
     * @param array<string, Closure(string): Gateway> $by_name given a mode
     */
    public function __construct(private Closure $current, private array $by_name)
    {
    }

    /** @throws DomainError 503 when none is set up */
    public function current(): Gateway
    {
        return ($this->current)();
    }

    public function named(string $name, string $mode): Gateway
    {
        return ($this->by_name[$name] ?? throw DomainError::unavailable('no_gateway', __('This way of paying is not set up any more.', 'counterfoil')))($mode);
    }

    /**
     * The one that has this payment. Keys of another account would answer "no such payment", or worse,
     * something else of the same name.
     *
     * @throws DomainError 409 when other keys are stored now, 503 when none are
     */
    public function of(Payment $payment): Gateway
    {
        $gateway = $this->named($payment->gateway, $payment->mode);
        if ($gateway->account() !== $payment->account) {
            throw DomainError::conflict(
                self::OTHER_ACCOUNT,
                sprintf(
                    /* translators: 1: gateway, 2: account id */
                    __('This payment belongs to another %1$s account (%2$s) than the keys in the settings.', 'counterfoil'),
                    $gateway->title(),
                    $payment->account
                )
            );
        }

        return $gateway;
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Methods;

use Counterfoil\Payments\FailureReason;
use Counterfoil\Payments\Gateway\GatewayError;
use Counterfoil\Payments\Gateway\GatewayErrorKind;
use Counterfoil\Payments\Gateway\GatewayKeeping;
use Counterfoil\Payments\Gateway\GatewayRegistry;
use Counterfoil\Payments\Gateway\KeepsMethods;
use Counterfoil\Payments\Online\PayerAtGateway;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\DomainError;

/** A client adds a method without paying anything: begun here, completed in their browser, read from the gateway. */
final readonly class AddMethod
{
    public function __construct(private Changes $changes, private GatewayRegistry $gateways, private PayerAtGateway $payers, private ReadMethods $read, private Consent $consent)
    {
    }

    /** Whether the gateway that is used now keeps methods. Asks nobody. */
    public function is_offered(): bool
    {
        $set_up = $this->gateways->chosen();

        return $set_up?->is_ready() === true && $set_up->in_mode($set_up->mode()) instanceof KeepsMethods;
    }

    /** @throws DomainError 503 */
    public function begin(int $client_id, Actor $actor): GatewayKeeping
    {
        $gateway = $this->gateway();
        $this->changes->run($actor, function (Change $change) use ($client_id): void {
            $change->event('method.keeping_started', [['client', $client_id]], $client_id, ['version' => Consent::VERSION, 'consent' => $this->consent->to_add()]);
        });
        $key = bin2hex(random_bytes(16));

        return self::answered(function () use ($gateway, $client_id, $key): GatewayKeeping {
            $customer = $this->payers->get($client_id, $gateway, $gateway->account());
            try {
                return $gateway->begin_to_keep($customer, $key);
            } catch (GatewayError $error) {
                if (! $error->is(GatewayErrorKind::Missing)) {
                    throw $error;
                }
                // They were deleted at the gateway.
                $this->read->customer($gateway, $customer);

                return $gateway->begin_to_keep($this->payers->get($client_id, $gateway, $gateway->account()), "{$key}-anew");
            }
        });
    }

    /**
     * @param string $keeping the gateway's id
     * @return GatewayKeeping as it is now; what it kept is written down
     * @throws DomainError 404 for another client's, 503
     */
    public function complete(string $keeping, int $client_id): GatewayKeeping
    {
        $gateway = $this->gateway();

        return self::answered(function () use ($gateway, $keeping, $client_id): GatewayKeeping {
            $found = $gateway->keeping($keeping);
            if ($found->customer === '' || $found->customer !== $this->payers->get($client_id, $gateway, $gateway->account())) {
                throw DomainError::not_found();
            }
            $this->read->kept($gateway, $found, $client_id);

            return $found;
        });
    }

    /** Whoever comes back from their bank: all that the gateway has of them. What can't be asked now is told of later. */
    public function look(int $client_id): void
    {
        try {
            $gateway = $this->gateway();
            $this->read->all_of($gateway, $this->payers->get($client_id, $gateway, $gateway->account()), $client_id);
        } catch (GatewayError | DomainError) {
            return;
        }
    }

    /** @throws DomainError 503 */
    public function gateway(): KeepsMethods
    {
        $gateway = $this->gateways->current();

        return $gateway instanceof KeepsMethods ? $gateway : throw DomainError::unavailable('no_gateway', FailureReason::NotAnswering->words());
    }

    /** @param callable(): GatewayKeeping $ask */
    private static function answered(callable $ask): GatewayKeeping
    {
        try {
            return $ask();
        } catch (GatewayError $error) {
            throw $error->is(GatewayErrorKind::Missing) ? DomainError::not_found() : DomainError::unavailable('payments_unavailable', __('Payment methods can’t be added right now. Please try again in a few minutes.', 'counterfoil'));
        }
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Methods;

use Counterfoil\Payments\Gateway\CustomerRepository;
use Counterfoil\Payments\Gateway\GatewayError;
use Counterfoil\Payments\Gateway\GatewayErrorKind;
use Counterfoil\Payments\Gateway\GatewayKeeping;
use Counterfoil\Payments\Gateway\GatewayMethod;
use Counterfoil\Payments\Gateway\KeepingState;
use Counterfoil\Payments\Gateway\KeepsMethods;
use Counterfoil\Shared\Actor;

/** Asks a gateway what became of kept methods and writes it down: what its calls hint at, what a client has just added. */
final readonly class ReadMethods
{
    public function __construct(private KeptMethodRepository $methods, private CustomerRepository $customers, private KeepMethod $keep)
    {
    }

    /**
     * @param string $mandate the gateway's id of what the payer agreed to, or ""
     * @param int|null $client_id whose it has to be; null for whoever the gateway's customer is
     * @return string why there was nothing to do, or ""
     * @throws GatewayError
     */
    public function method(KeepsMethods $gateway, string $id, string $mandate = '', ?int $client_id = null): string
    {
        $known = $this->methods->find_at_gateway($gateway->name(), $id);
        if ($known !== null && $known->account !== $gateway->account()) {
            return 'other account';
        }
        try {
            $method = $gateway->method($id);
        } catch (GatewayError $error) {
            if (! $error->is(GatewayErrorKind::Missing) || $known === null) {
                throw $error;
            }
            $this->keep->remove($known, RemovedWhy::Gateway, Actor::gateway($gateway->title()));

            return '';
        }
        $client = $known->client_id ?? $this->client_of($gateway, $method);
        if ($client === null || ($client_id !== null && $client_id !== $client)) {
            return 'Not left here.';
        }
        $this->keep->handle($client, $gateway->name(), $gateway->account(), $method, $mandate === '' ? null : $gateway->mandate($mandate), Actor::gateway($gateway->title()));

        return '';
    }

    /**
     * @param string $id of the keeping
     * @param int|null $client_id as above
     * @return KeepingState where it stands
     * @throws GatewayError
     */
    public function keeping(KeepsMethods $gateway, string $id, ?int $client_id = null): KeepingState
    {
        $keeping = $gateway->keeping($id);
        $this->kept($gateway, $keeping, $client_id);

        return $keeping->state;
    }

    /** @throws GatewayError */
    public function kept(KeepsMethods $gateway, GatewayKeeping $keeping, ?int $client_id = null): void
    {
        if ($keeping->state === KeepingState::Kept && $keeping->method !== '') {
            $this->method($gateway, $keeping->method, $keeping->mandate, $client_id);
        }
    }

    /**
     * A customer may have been deleted at the gateway, with all that they had left there.
     *
     * @throws GatewayError
     */
    public function customer(KeepsMethods $gateway, string $customer): string
    {
        $account = $gateway->account();
        if ($this->customers->client_of($gateway->name(), $gateway->mode(), $account, $customer) === null || $gateway->has_customer($customer)) {
            return 'Nothing has changed.';
        }
        foreach ($this->methods->of_customer($gateway->name(), $customer) as $method) {
            $this->keep->remove($method, RemovedWhy::CustomerDeleted, Actor::gateway($gateway->title()));
        }
        $this->customers->forget($gateway->name(), $customer);

        return '';
    }

    /** @throws GatewayError */
    public function mandate(KeepsMethods $gateway, string $id): string
    {
        $mandate = $gateway->mandate($id);
        $known = $this->methods->of_mandate($gateway->name(), $id);
        if ($known === [] || ! $mandate->is_revoked) {
            return 'Nothing has changed.';
        }
        foreach ($known as $method) {
            $this->keep->remove($method, RemovedWhy::MandateRevoked, Actor::gateway($gateway->title()));
        }

        return '';
    }

    /** All that a customer has, where calls did not come through. @throws GatewayError */
    public function all_of(KeepsMethods $gateway, string $customer, int $client_id): void
    {
        $there = array_column(array_map(static fn (GatewayMethod $method): array => [$method->id, $method], $gateway->methods_of($customer)), 1, 0);
        foreach ($this->methods->of_customer($gateway->name(), $customer) as $known) {
            if (! isset($there[$known->gateway_method_id])) {
                $this->method($gateway, $known->gateway_method_id);
            }
        }
        $seen = [];
        foreach ($there as $method) {
            // Newest first: of one that was left more than once before anybody looked, the newest is kept.
            if ($method->fingerprint !== '' && isset($seen["{$method->type}:{$method->fingerprint}"]) && $this->methods->find_at_gateway($gateway->name(), $method->id) === null) {
                continue;
            }
            $seen["{$method->type}:{$method->fingerprint}"] = true;
            $this->keep->handle($client_id, $gateway->name(), $gateway->account(), $method, null, Actor::gateway($gateway->title()));
        }
    }

    private function client_of(KeepsMethods $gateway, GatewayMethod $method): ?int
    {
        return $method->customer === '' ? null : $this->customers->client_of($gateway->name(), $method->mode, $gateway->account(), $method->customer);
    }
}

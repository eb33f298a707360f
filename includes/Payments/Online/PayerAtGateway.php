<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Online;

use Counterfoil\Clients\ClientRepository;
use Counterfoil\Payments\Gateway\CustomerRepository;
use Counterfoil\Payments\Gateway\GatewayError;
use Counterfoil\Payments\Gateway\TakesPayments;
use Counterfoil\Shared\Viewer;

/** As whom a gateway knows a client; who is not known there yet is made known. */
final readonly class PayerAtGateway
{
    public function __construct(private CustomerRepository $customers, private ClientRepository $clients)
    {
    }

    /**
     * @param string $account of the gateway
     * @throws GatewayError
     */
    public function get(int $client_id, TakesPayments $gateway, string $account): string
    {
        $place = [$client_id, $gateway->name(), $gateway->mode(), $account];

        return $this->customers->find(...$place)
            ?? $this->customers->keep(...[...$place, $gateway->create_customer($this->clients->get($client_id, Viewer::system()))]);
    }

    /** It was deleted at the gateway. */
    public function forget(TakesPayments $gateway, string $customer): void
    {
        $this->customers->forget($gateway->name(), $customer);
    }
}

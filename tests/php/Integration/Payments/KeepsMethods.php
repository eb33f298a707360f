<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Payments;

use Counterfoil\Clients\Client;
use Counterfoil\Payments\Gateway\KeepsMethods as KeepsMethodsAtGateway;
use Counterfoil\Payments\Methods\KeptMethod;
use Counterfoil\Payments\Methods\MethodsModule;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Shared\Actor;

/** Clients who have left a card or an account with the fake Stripe. */
trait KeepsMethods
{
    use PaysInvoices;

    /** @param string $card an alias of the fake's: pm_card_visa, pm_sepa_debit */
    protected function kept(Client $client, string $card = 'pm_card_visa'): KeptMethod
    {
        $gateway = $this->keeping_gateway();
        $customer = $this->plugin()->module(MethodsModule::class)->payers()->get($client->id, $gateway, $gateway->account());
        $id = $this->stripe_post("/v1/payment_methods/{$card}/attach", ['customer' => $customer])['id'];
        $kept = $this->plugin()->module(MethodsModule::class)->keep()->handle($client->id, $gateway->name(), $gateway->account(), $gateway->method($id), null, Actor::system());
        self::assertNotNull($kept);

        return $kept;
    }

    protected function keeping_gateway(): KeepsMethodsAtGateway
    {
        $gateway = $this->plugin()->module(PaymentsModule::class)->registry()->current();
        self::assertInstanceOf(KeepsMethodsAtGateway::class, $gateway);

        return $gateway;
    }

    /**
     * @param array<string, mixed> $fields
     * @return array<string, mixed>
     */
    protected function stripe_post(string $path, array $fields = []): array
    {
        $answer = wp_remote_post($this->stripe->url . $path, ['headers' => ['Authorization' => 'Bearer ' . self::SECRET_KEY], 'body' => $fields]);

        return (array) json_decode(wp_remote_retrieve_body($answer), true);
    }
}

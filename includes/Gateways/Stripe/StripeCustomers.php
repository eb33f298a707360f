<?php

declare(strict_types=1);

namespace Counterfoil\Gateways\Stripe;

use Counterfoil\Clients\Client;
use Counterfoil\Payments\Gateway\GatewayError;
use Counterfoil\Payments\Gateway\GatewayErrorKind;

/** As whom Stripe knows clients. */
final readonly class StripeCustomers
{
    public function __construct(private StripeClient $client, private StripeKeys $keys)
    {
    }

    /** @return string its id */
    public function create(Client $client): string
    {
        $fields = array_filter(['name' => $client->name, 'email' => $client->email], static fn (string $value): bool => $value !== '');
        $fields['metadata'] = ['counterfoil_client' => $client->id, 'counterfoil_site' => home_url()];
        // Two clicks at once make one customer; changed details make another key, since Stripe wants the same words for the same key.
        $key = 'customer-' . hash('sha256', (string) wp_json_encode([$fields, $this->keys->account]));
        try {
            return (string) $this->client->post('/v1/customers', $fields, $key)['id'];
        } catch (GatewayError $error) {
            if ($error->reason !== 'email_invalid') {
                throw $error;
            }
            unset($fields['email']);

            return (string) $this->client->post('/v1/customers', $fields, "{$key}-no-email")['id'];
        }
    }

    /** @see https://docs.stripe.com/api/customers/retrieve: one that was deleted is answered with `deleted`, for a while */
    public function has(string $customer): bool
    {
        try {
            return ($this->client->get('/v1/customers/' . rawurlencode($customer))['deleted'] ?? false) !== true;
        } catch (GatewayError $error) {
            return $error->is(GatewayErrorKind::Missing) ? false : throw $error;
        }
    }
}

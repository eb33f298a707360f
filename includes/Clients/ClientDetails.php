<?php

declare(strict_types=1);

namespace Counterfoil\Clients;

use Counterfoil\Shared\Address;
use Counterfoil\Shared\Input;
use Counterfoil\Shared\Money\Currency;

/** What can be typed about a client, tidied and checked. */
final readonly class ClientDetails
{
    public function __construct(
        public string $name,
        public string $email,
        public string $phone,
        public Address $address,
        public string $tax_id,
        public Currency $currency,
        public string $locale = '',
        public BuyerProfile $profile = new BuyerProfile(),
        /** Null leaves it as it is */
        public ?string $bill_as = null,
    ) {
    }

    /**
     * @param array<string, mixed> $body fits the contract; what is left out is empty, the currency the business's
     * @param BuyerProfile $before what stays of it where it is left out
     * @throws \Counterfoil\Shared\DomainError 400
     */
    public static function from_body(array $body, Currency $default, BuyerProfile $before = new BuyerProfile()): self
    {
        return new self(
            Input::line($body['name']),
            ($body['email'] ?? '') === '' ? '' : Input::email($body['email'], '/email'),
            Input::line($body['phone'] ?? ''),
            Input::address($body['address'] ?? [], '/address'),
            Input::line($body['tax_id'] ?? ''),
            isset($body['currency']) ? Currency::of($body['currency']) : $default,
            $body['locale'] ?? '',
            BuyerProfile::from_body($body, $before),
            $body['bill_as'] ?? null,
        );
    }
}

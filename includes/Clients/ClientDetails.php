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
    ) {
    }

    /** @param array<string, mixed> $body fits the contract; what is left out is empty, the currency the business's */
    public static function from_body(array $body, Currency $default): self
    {
        return new self(
            Input::line($body['name']),
            ($body['email'] ?? '') === '' ? '' : Input::email($body['email'], '/email'),
            Input::line($body['phone'] ?? ''),
            Input::address($body['address'] ?? [], '/address'),
            Input::line($body['tax_id'] ?? ''),
            isset($body['currency']) ? Currency::of($body['currency']) : $default,
            $body['locale'] ?? '',
        );
    }
}

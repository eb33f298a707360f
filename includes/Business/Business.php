<?php

declare(strict_types=1);

namespace Counterfoil\Business;

use Counterfoil\Shared\Address;
use Counterfoil\Shared\Money\Currency;
use DateTimeZone;

/** The seller, as new documents and mails name it. Issued invoices keep what they say. */
final readonly class Business
{
    public function __construct(
        public string $name,
        public string $email,
        public string $phone,
        public string $website,
        public Address $address,
        public string $tax_id,
        /** Decides which day it is: due dates, "overdue". */
        public DateTimeZone $timezone,
        /** Of what is billed to a client that has no other. */
        public Currency $currency,
        /** WordPress' locale of documents and mails, "pl_PL" */
        public string $locale,
        public LegalProfile $legal = new LegalProfile(),
    ) {
    }

    /** @return array<string, mixed> as it is on the wire */
    public function to_array(): array
    {
        return [
            'name' => $this->name,
            'email' => $this->email,
            'phone' => $this->phone,
            'website' => $this->website,
            'address' => $this->address->to_array(),
            'tax_id' => $this->tax_id,
            'timezone' => $this->timezone->getName(),
            'currency' => $this->currency->code,
            'locale' => $this->locale,
        ];
    }
}

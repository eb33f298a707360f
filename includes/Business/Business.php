<?php

declare(strict_types=1);

namespace Counterfoil\Business;

use Counterfoil\Shared\Address;
use Counterfoil\Shared\Money\Currency;
use Counterfoil\Shared\VatId;
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

    public function with_legal(LegalProfile $legal): self
    {
        return new self(...array_replace(get_object_vars($this), ['legal' => $legal]));
    }

    /** In which VAT is declared: that of its country, where the Union has a rule, else its own. */
    public function tax_currency(): Currency
    {
        $of_country = ['CZ' => 'CZK', 'DK' => 'DKK', 'GB' => 'GBP', 'HU' => 'HUF', 'PL' => 'PLN', 'RO' => 'RON', 'SE' => 'SEK'][$this->address->country] ?? '';

        return match (true) {
            $this->legal->tax_currency !== '' => Currency::of($this->legal->tax_currency),
            $of_country !== '' => Currency::of($of_country),
            VatId::is_in_union($this->address->country) => Currency::of('EUR'),
            default => $this->currency,
        };
    }

    /** Its own, or what was typed as the tax id where that is one; may be empty. */
    public function vat_id(): string
    {
        return $this->legal->vat_id !== '' ? $this->legal->vat_id : VatId::among($this->tax_id, $this->address->country);
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

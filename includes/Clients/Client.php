<?php

declare(strict_types=1);

namespace Counterfoil\Clients;

use Counterfoil\Shared\Address;
use Counterfoil\Shared\Money\Currency;
use Counterfoil\Shared\SearchWords;
use Counterfoil\Shared\VatId;
use DateTimeImmutable;

/** The organisation, or the person, that is billed. */
final readonly class Client
{
    public function __construct(
        public int $id,
        public int $portal_id,
        public string $name,
        /** Where invoices go besides the contacts; may be empty */
        public string $email,
        public string $phone,
        public Address $address,
        public string $tax_id,
        public Currency $currency,
        /** WordPress' locale of documents and mails; empty for the business's own */
        public string $locale,
        public DateTimeImmutable $created_at,
        public BuyerProfile $profile = new BuyerProfile(),
        /** What goes to its own address */
        public MailChoice $mails = new MailChoice(),
        /** What it gets: "invoice", "pro_forma", or empty for what the business does */
        public string $bill_as = '',
        /** Since when none of its people can use the portal; null while they can */
        public ?DateTimeImmutable $suspended_at = null,
    ) {
    }

    /** What it is sorted by: "olowek" for "Ołówek". */
    public function sort_name(): string
    {
        return self::sorted_as($this->name);
    }

    public static function sorted_as(string $name): string
    {
        return SearchWords::fold($name, 190);
    }

    /** Its own, or what was typed as the tax id where that is one; may be empty. A consumer has none. */
    public function vat_id(): string
    {
        return match (true) {
            $this->profile->kind === ClientKind::Consumer => '',
            $this->profile->vat_id !== '' => $this->profile->vat_id,
            default => VatId::among($this->tax_id, $this->address->country),
        };
    }
}

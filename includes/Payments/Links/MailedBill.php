<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Links;

use Counterfoil\Shared\EmailAddress;

/** A mail about a bill that is left for somebody who may open it by a link. */
final readonly class MailedBill
{
    public function __construct(
        public int $invoice_id,
        public int $client_id,
        /** Null for an address that is no contact's */
        public ?int $contact_id,
        public string $recipient,
        public string $locale,
        /** Whether it is most likely the first one about its bill */
        public bool $is_first,
    ) {
    }

    /** The link that its bill has for this recipient has the same. */
    public function key(): string
    {
        return "{$this->invoice_id} " . EmailAddress::normal($this->recipient);
    }
}

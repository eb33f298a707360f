<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Links;

use Counterfoil\Invoices\Invoice;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Viewer;

/** Whoever holds a link that works: sees its bill and nothing else. */
final readonly class Bearer
{
    /** @param list<string> $permissions "billing.view", and "billing.manage" where they may pay */
    public function __construct(public PayLink $link, public Invoice $invoice, public array $permissions)
    {
    }

    /** Timelines name the address: it is not sure who of its readers it was. */
    public function actor(): Actor
    {
        return Actor::bearer($this->link->contact_id, $this->link->recipient);
    }

    /** For what is done with the bill itself; its permissions alone let nobody see another one. */
    public function viewer(): Viewer
    {
        return Viewer::contact($this->actor(), $this->invoice->client_id, $this->permissions);
    }

    public function may_pay(): bool
    {
        return in_array('billing.manage', $this->permissions, true);
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Starting;

use Closure;
use Counterfoil\Invoices\Drafts\TermsCheck;
use Counterfoil\Invoices\InvoiceLine;
use Counterfoil\Invoices\InvoiceTerms;
use Counterfoil\Invoices\TaxMode;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Money\Currency;
use Counterfoil\Subscriptions\SubscriptionItem;

/** What would be refused when items are billed is refused when they are typed, at its field. */
final readonly class ItemsCheck
{
    /** @param Closure(): Calendar $calendar */
    public function __construct(private TermsCheck $check, private Closure $calendar)
    {
    }

    /**
     * @param non-empty-list<SubscriptionItem> $items
     * @throws DomainError 400 naming each field
     */
    public function handle(int $client_id, ?int $website_id, Currency $currency, TaxMode $tax_mode, array $items): void
    {
        $lines = array_map(static fn (SubscriptionItem $item): InvoiceLine => $item->line(), $items);
        try {
            $this->check->check(new InvoiceTerms($client_id, $website_id, $currency, $tax_mode, ($this->calendar)()->today(), $lines))->totals();
        } catch (DomainError $error) {
            $fields = [];
            foreach ($error->fields as $pointer => $what) {
                $fields[str_replace('/lines/', '/items/', $pointer)] = $what;
            }
            throw $fields === [] ? $error : DomainError::invalid_fields($fields);
        }
    }
}

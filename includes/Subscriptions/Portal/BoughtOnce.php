<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Portal;

use Counterfoil\Invoices\DocumentLanguage;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\Lists\Purchase;
use Counterfoil\Invoices\Lists\PurchasesQuery;
use Counterfoil\Invoices\Portal\InvoiceItems;
use Counterfoil\Invoices\TaxMode;
use Counterfoil\Portals\Reader;

/** What the client bought once, in words. */
final readonly class BoughtOnce
{
    public function __construct(private PurchasesQuery $query, private InvoiceItems $items)
    {
    }

    /**
     * @return array{list<array{what: string, about: string, date: string, amount: string, tax: string, number: string, url: string, look: string, state: string}>, int|null} with the id behind which the next page begins
     */
    public function page(Reader $reader, int $per_page, ?int $before, DocumentLanguage $language): array
    {
        ['purchases' => $purchases, 'next' => $next] = $this->query->page($reader->client_id, $reader->viewer, $per_page, $before === null ? null : [$before]);
        $invoices = array_map(static fn (Purchase $one): Invoice => $one->invoice, $purchases);
        $items = $this->items->of($invoices, $reader->portal, $language, false);
        $rows = [];
        foreach ($purchases as $i => $purchase) {
            $rows[] = [
                'what' => $purchase->line->description,
                'about' => $purchase->website,
                'date' => $items[$i]->issued,
                'amount' => $language->numbers->money($purchase->amount()),
                'tax' => $purchase->invoice->tax_mode === TaxMode::Exclusive && $purchase->line->tax?->is_zero() === false ? __('plus tax', 'counterfoil') : '',
                'number' => $items[$i]->number,
                'url' => $items[$i]->url,
                'look' => $items[$i]->state,
                'state' => $items[$i]->label,
            ];
        }

        return [$rows, $next === null ? null : (int) $next[0]];
    }
}

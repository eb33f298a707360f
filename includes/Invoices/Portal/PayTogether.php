<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Portal;

use Counterfoil\Invoices\DocumentLanguage;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Invoices\Lists\InvoiceConditions;
use Counterfoil\Invoices\OnlinePayment;
use Counterfoil\Portals\Portal;
use Counterfoil\Portals\PortalUrls;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Viewer;

/** What a client can pay at once: bills that can be paid online and that nobody is paying yet. */
final readonly class PayTogether
{
    /** As many as one payment may be for. */
    private const MOST = 50;

    public function __construct(private Database $database, private InvoiceRepository $invoices, private OnlinePayment $online, private PortalUrls $urls)
    {
    }

    /** @return PayTogetherView|null null where there are not two of them in one currency */
    public function of(int $client_id, Portal $portal, DocumentLanguage $language): ?PayTogetherView
    {
        $all = [];
        foreach ($this->by_currency($client_id) as $bills) {
            $sum = $bills[0]->due();
            foreach (array_slice($bills, 1) as $bill) {
                $sum = $sum->plus($bill->due());
            }
            if (count($bills) > 1 && $this->online->is_offered($sum)) {
                $all[] = [
                    /* translators: 1: number of invoices, 2: amount of money */
                    'label' => sprintf(_n('Pay all %1$d: %2$s', 'Pay all %1$d: %2$s', count($bills), 'counterfoil'), count($bills), $language->numbers->money($sum)),
                    'url' => $this->urls->pay_several($portal, array_map(static fn (Invoice $bill): int => $bill->id, $bills)),
                ];
            }
        }
        if ($all === []) {
            return null;
        }
        $address = wp_parse_url($this->urls->to($portal, 'pay-several'));
        parse_str(is_array($address) ? $address['query'] ?? '' : '', $query);
        $fields = [];
        foreach ($query as $name => $value) {
            $fields += is_string($value) ? [(string) $name => $value] : [];
        }

        return new PayTogetherView($this->urls->portal($portal), $fields, $all);
    }

    /** @return array<string, non-empty-list<Invoice>> the longest due first */
    private function by_currency(int $client_id): array
    {
        $due = array_map(static fn (array $row): int => (int) $row['id'], $this->database->rows(
            "SELECT id FROM {$this->database->table('invoices')} WHERE client_id = ? AND " . InvoiceConditions::OPEN . ' ORDER BY due_on, id LIMIT ' . self::MOST,
            [$client_id]
        ));
        $groups = [];
        foreach (array_diff($due, array_keys($this->online->on_their_way($due))) as $id) {
            $bill = $this->invoices->get($id, Viewer::system());
            if ($bill->is_payable() && $this->online->is_offered($bill->due())) {
                $groups[$bill->currency->code][] = $bill;
            }
        }

        return $groups;
    }
}

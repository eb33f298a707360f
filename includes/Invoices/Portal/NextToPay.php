<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Portal;

use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Invoices\Lists\InvoiceConditions;
use Counterfoil\Invoices\OnlinePayment;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Viewer;

/** Which of a client's invoices is to be paid first: the longest due, and before all that are being paid already. */
final readonly class NextToPay
{
    private const LOOKED_AT = 20;

    public function __construct(private Database $database, private InvoiceRepository $invoices, private OnlinePayment $online)
    {
    }

    public function of(int $client_id): ?Invoice
    {
        $due = array_map(static fn (array $row): int => (int) $row['id'], $this->database->rows(
            "SELECT id FROM {$this->database->table('invoices')} WHERE client_id = ? AND " . InvoiceConditions::OPEN . ' ORDER BY due_on, id LIMIT ' . self::LOOKED_AT,
            [$client_id]
        ));
        $waiting = array_values(array_diff($due, array_keys($this->online->on_their_way($due))));
        $id = $waiting[0] ?? $due[0] ?? null;

        return $id === null ? null : $this->invoices->find($id, Viewer::system());
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Gateways\BankTransfer;

use Counterfoil\Invoices\Invoice;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Database\UniqueViolation;

/** What clients said they transferred; of an invoice it holds while what is due is what it was then. */
final readonly class AnnouncementRepository
{
    public function __construct(private Database $database)
    {
    }

    /**
     * @param array<int, int> $due what is due of invoices that are to be paid and whose readers may see them, minor units, by id
     * @return array<int, Announcement> by invoice
     */
    public function of(array $due): array
    {
        $found = [];
        foreach (array_chunk(array_keys($due), 500) as $ids) {
            foreach ($this->database->rows("SELECT * FROM {$this->database->table('transfer_announcements')} WHERE invoice_id IN ({$this->database->marks($ids)})", $ids) as $row) {
                $id = (int) $row['invoice_id'];
                if ((int) $row['due'] === $due[$id]) {
                    $found[$id] = new Announcement($id, (string) $row['announced_on'], $row['sent_on'] === null ? null : (string) $row['sent_on'], $row['contact_id'] === null ? null : (int) $row['contact_id']);
                }
            }
        }

        return $found;
    }

    /** @return bool false when it was said before, and still holds */
    public function announce(Invoice $invoice, string $today, ?string $sent_on, ?int $contact_id): bool
    {
        $said = ['due' => $invoice->due()->amount, 'announced_on' => $today, 'sent_on' => $sent_on, 'contact_id' => $contact_id];
        try {
            $this->database->insert('transfer_announcements', ['invoice_id' => $invoice->id, 'client_id' => $invoice->client_id] + $said);
        } catch (UniqueViolation) {
            if ($this->of(Invoice::due_of([$invoice])) !== []) {
                return false;
            }
            $this->database->update('transfer_announcements', $said, ['invoice_id' => $invoice->id]);
        }

        return true;
    }

    public function take_back(int $invoice_id): bool
    {
        return $this->database->delete('transfer_announcements', ['invoice_id' => $invoice_id]) > 0;
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Credit;

use Closure;
use Counterfoil\Invoices\CreditOfClients;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Database\Database;

/** What invoices ask about credit. */
final readonly class CreditForInvoices implements CreditOfClients
{
    public const JOB = 'credit.use';

    /** Whoever issued it has done it long before. */
    private const LATER = '+300 seconds';

    /** @param Closure(): UseCredit $use */
    public function __construct(private CreditSettings $settings, private Closure $use, private Database $database, private Clock $clock)
    {
    }

    public function issues(Change $change, Invoice $invoice): void
    {
        if ($invoice->is_payable() && $this->settings->uses_automatically()) {
            $change->job(self::JOB, $invoice->id, $this->clock->now()->modify(self::LATER));
        }
    }

    public function issued(Invoice $invoice): Invoice
    {
        return $invoice->is_payable() && $this->settings->uses_automatically() ? ($this->use)()->for_new($invoice) : $invoice;
    }

    public function used_for(int $invoice_id): int
    {
        return (int) $this->database->value("SELECT SUM(amount) FROM {$this->database->table('credit_uses')} WHERE invoice_id = ?", [$invoice_id]);
    }
}

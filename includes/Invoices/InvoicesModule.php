<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Plugin;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Module;

final class InvoicesModule implements Module
{
    private ?InvoiceRepository $invoices = null;
    private ?SettleInvoice $settle = null;

    public function __construct(private readonly Plugin $plugin)
    {
    }

    public function register(): void
    {
    }

    public function invoices(): InvoiceRepository
    {
        return $this->invoices ??= new InvoiceRepository($this->plugin->database);
    }

    public function settle(): SettleInvoice
    {
        return $this->settle ??= new SettleInvoice($this->invoices(), $this->plugin->clock);
    }

    /** The business's day, "2026-03-31": what is overdue is measured by it. */
    public function today(): string
    {
        return Timestamps::day($this->plugin->clock->now(), $this->plugin->brand->business()->timezone);
    }
}

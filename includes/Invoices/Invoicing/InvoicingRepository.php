<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Invoicing;

use Counterfoil\Documents\DocumentKind;
use Counterfoil\Shared\Settings;

/** Settings of new invoices. */
final readonly class InvoicingRepository
{
    private const SETTINGS = 'invoicing';

    private const DEFAULTS = [
        'due_days' => 14,
        'tax_mode' => 'exclusive',
        'bill_as' => 'invoice',
    ];

    public function __construct(private Settings $settings)
    {
    }

    public function get(): Invoicing
    {
        $values = $this->settings->get(self::SETTINGS, self::DEFAULTS);

        return new Invoicing(
            (int) $values['due_days'],
            (string) $values['tax_mode'],
            DocumentKind::from((string) $values['bill_as']),
        );
    }

    /** Part of the change that is under way. */
    public function save(Invoicing $invoicing): void
    {
        $this->settings->set(self::SETTINGS, [
            'due_days' => $invoicing->due_days,
            'tax_mode' => $invoicing->tax_mode,
            'bill_as' => $invoicing->bill_as->value,
        ]);
    }
}
